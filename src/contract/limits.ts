/** Characters of a value that is looked up. */
export const lookUpLimit = 256
/** Users on a page of the directory: GenAuth gives no more at once. */
export const pageSize = 50
/** Rows of a batch in one reply. */
export const rowsPerReply = 200
/** Characters of a reason or ticket. */
export const reasonLimit = 500
