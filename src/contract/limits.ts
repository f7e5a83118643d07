/** Characters of a value that is looked up. */
export const lookUpLimit = 256
/** Users on a page of the directory: GenAuth gives no more at once. */
export const pageSize = 50
/** Rows of a batch in one reply. */
export const rowsPerReply = 200
/** Entries in the history of one user; what is older stands in the audit trail. */
export const historyLimit = 50
/** Characters of a reason or ticket. */
export const reasonLimit = 500
