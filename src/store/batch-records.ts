/** What the store keeps of batches, as the proxy sees it. */
import type { Instant, NewNote } from './records.ts'

export type BatchRecord = {
  batchId: number
  kind: string
  title: string
  reason: string | null
  /** Sessions are ended before the act itself. */
  endSessions: boolean
  /** The batch whose rows this one carries on. */
  parentId: number | null
  state: string
  pausedBecause: string | null
  createdBy: string
  createdAt: Instant
  /** When the check that is under way, or over, began. */
  checkBegunAt: Instant | null
  checkedAt: Instant | null
  fingerprint: string | null
  confirmedAt: Instant | null
  expiresAt: Instant | null
  /** The second person, when, and the fingerprint that they approved; all null again once the list changes. */
  approvedBy: string | null
  approvedAt: Instant | null
  approvedFingerprint: string | null
  /** Who sent it back, when, and why; null once it is confirmed again. */
  declinedBy: string | null
  declinedAt: Instant | null
  declinedBecause: string | null
  startedBy: string | null
  startedAt: Instant | null
  finishedAt: Instant | null
  canaryAt: Instant | null
  /** Milliseconds that this batch has run, up to its last pause; and since when it runs now. */
  ranMs: number
  runningSince: Instant | null
  /** Rows in the recheck that was asked for last, and when it was over; null while it is under way. */
  recheckTotal: number
  recheckedAt: Instant | null
  recheckBy: string | null
  /** Taken anew at each start and take-over; every send checks it. */
  fence: number
  rows: number
  /** Rows that have been made from the lists so far. */
  listedRows: number
  /** The first and the last audit entry about this batch. */
  firstEntry: number | null
  lastEntry: number | null
  revision: number
}

/** How many of each the user had when they were checked; null: not read. */
export type RowCounts = {
  departments: number | null
  roles: number | null
  groups: number | null
  positions: number | null
  authorizations: number | null
  sessions: number | null
}

export type BatchRowRecord = {
  batchId: number
  row: number
  /** The id as it is looked up, as which kind (`auto` or a `userIdType`), and as it was received. */
  given: string
  givenKind: string
  asWritten: string | null
  givenName: string | null
  /** null until the row is resolved to one user. */
  userId: string | null
  /** JSON arrays of kinds. */
  tried: string[]
  foundAs: string[]
  name: string | null
  otherName: string | null
  username: string | null
  department: string | null
  status: string | null
  lastLogin: Instant | null
  verdict: string | null
  holds: string[]
  /** `accepted`, `left_out` or null. */
  decision: string | null
  /** Somebody said which of several users is meant. */
  chosen: boolean
  /** JSON array of whom an ambiguous row could mean. */
  candidates: Record<string, unknown>[]
  duplicateOf: number | null
  otherBatch: number | null
  syncProviders: string[]
  counts: RowCounts
  outcome: string | null
  /** Digest of the state that the check saw; a row that differs when its turn comes is held. */
  checkedVersion: string | null
  /** The status just before this batch's first send. */
  statusBefore: string | null
  /** The status that reactivating gives back. */
  targetStatus: string | null
  /** How often the id was sent to GenAuth by this batch: 0, 1 or 2. */
  sends: number
  /** JSON of what the last look showed. */
  seen: Record<string, unknown> | null
  checkedAt: Instant | null
  /** JSON of why it could not be checked or was refused. */
  why: Record<string, unknown> | null
  /** A recheck has still to look at it. */
  recheckDue: boolean
  recheckedAt: Instant | null
  cameBack: boolean
  revision: number
}

/** A row as its list gives it. */
export type ListedRow = Pick<
  BatchRowRecord,
  'row' | 'given' | 'givenKind' | 'asWritten' | 'givenName'
>

/** One list of a batch; its bytes are kept beside it. */
export type ListRecord = {
  listId: string
  /** `selection`, `paste`, `file` or `batch`. */
  source: string
  name: string | null
  bytes: number
  /** Hexadecimal, over the bytes as they were received. */
  sha256: string
  receivedAt: Instant
  rows: number
  /** JSON: how the bytes are to be read, and how they begin. */
  reading: Record<string, unknown>
}

/** Bytes that were received and belong to no batch yet. */
export type Received = Pick<ListRecord, 'listId' | 'bytes' | 'sha256' | 'receivedAt'>

export type BatchPatch = Partial<
  Omit<
    BatchRecord,
    | 'batchId'
    | 'createdBy'
    | 'createdAt'
    | 'revision'
    | 'parentId'
    | 'fence'
    | 'rows'
    | 'listedRows'
    | 'firstEntry'
    | 'lastEntry'
  >
>
export type RowPatch = { row: number } & Partial<
  Omit<
    BatchRowRecord,
    'batchId' | 'row' | 'given' | 'givenKind' | 'asWritten' | 'givenName' | 'revision'
  >
>

/** What will be done to one user: the whole of it, so that the fingerprint covers it. */
export type PlannedRow = { userId: string; targetStatus: string | null }

/** Confirming a checked list: refused unless the rows that will run are the ones that were shown. */
export type Confirming = {
  patch: BatchPatch
  agrees: (plan: readonly PlannedRow[]) => boolean
  note: { entry: NewNote; at: Instant }
}
