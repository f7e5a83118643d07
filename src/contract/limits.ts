/** Characters of a value that is looked up. */
export const lookUpLimit = 256
/** Users on a page of the directory: GenAuth gives no more at once. */
export const pageSize = 50
/** Rows of a batch in one reply. */
export const rowsPerReply = 200
/** Entries in the history of one user; what is older stands in the audit trail. */
export const historyLimit = 50
/** Characters of the title of a batch. */
export const titleLimit = 200
/** Characters of a reason or ticket. */
export const reasonLimit = 500
/** Characters of the words that somebody types to confirm. */
export const typedLimit = 256
/** User ids in one list. */
export const idListLimit = 100_000
/** Bytes of a file with a list. */
export const listFileLimit = 20 * 1024 * 1024
/** Characters of the name of a list. */
export const listNameLimit = 200
/** Columns of a list. */
export const listColumnLimit = 200
/** Characters of one cell of a list. */
export const listCellLimit = 1_024
/** Rows of a list that are shown before it is checked. */
export const listPreviewRows = 8
/** Users that an ambiguous row shows. */
export const candidateLimit = 20
/** Milliseconds that a check holds, and a confirmation. */
export const planHoldsMs = 24 * 3_600_000
/** Milliseconds that an approval holds. */
export const approvalHoldsMs = 24 * 3_600_000
/** Milliseconds since somebody proved who they are that count as a fresh sign-in. */
export const freshMs = 5 * 60_000
/** A batch of more rows wants a fresh sign-in to be started or approved, whatever its kind. */
export const freshAbove = 50
/** Rows that never need a second person for their share of the pool. */
export const shareFloor = 10
/** Milliseconds without a sign of life after which a session ends, and how long before that people are told. */
export const idleMs = 15 * 60_000
export const idleNoticeMs = 60_000

/** On how many users one person may act alone, and within how many minutes. */
export type Allowance = { limit: number; windowMinutes: number }

/** Stands beside `approval_required` for an act on one user, with the {@link Allowance} as JSON. */
export const allowanceHeader = 'x-allowance'
