/**
 * The tables as the queries see them; the columns are the same words with underscores. Only text and
 * integers: instants are ISO-8601 text in UTC, JSON is text, flags are 0 or 1.
 */
export type Tables = {
  /** What this database is: facts that hold for as long as it lives. */
  about: { name: string; value: string }
  /** Numbers handed out in order; the same `update … returning` on both engines. */
  counters: { name: string; value: number }
  people: PersonTable
  /** Every e-mail that was ever verified for a person, in the form in which two are compared. */
  personEmails: { personId: string; verifiedEmail: string }
  signIns: SignInTable
  sessions: SessionTable
  idempotencyKeys: IdempotencyTable
  auditEntries: AuditEntryTable
  auditPersonal: { entryId: string; salt: string; body: string }
  auditHead: { one: number; seq: number; mac: string }
  /** One line per user with an act that has no outcome yet: the key is what keeps a second one out. */
  openIntents: { userId: string; entryId: string }
  snapshots: SnapshotTable
  batches: BatchTable
  batchRows: BatchRowTable
  lists: ListTable
  listPieces: ListPieceTable
  /** One row while everything is stopped, otherwise none. */
  everythingStopped: StopTable
}

type PersonTable = {
  personId: string
  iss: string
  sub: string
  name: string
  email: string | null
  emailVerified: number
  ownUserId: string | null
  role: string | null
  revoked: number
  signedInAt: string
}

type SignInTable = {
  stateHash: string
  browserHash: string
  nonce: string
  codeVerifier: string
  returnTo: string
  fresh: number
  expiresAt: string
}

type SessionTable = {
  sessionHash: string
  sessionId: string
  personId: string
  createdAt: string
  expiresAt: string
  lastSeenAt: string
  authTime: string | null
  agent: string | null
}

type StopTable = { one: number; personId: string; at: string; reason: string | null }

type IdempotencyTable = {
  personId: string
  operation: string
  key: string
  bodyHash: string
  /** null while the work is under way. */
  status: number | null
  body: string | null
  at: string
}

export type AuditEntryTable = {
  seq: number
  /** Random; known before `seq` is, so that everything else can be written before the head is taken. */
  entryId: string
  at: string
  kind: 'intent' | 'outcome' | 'check' | 'note'
  action: string
  personId: string | null
  userId: string | null
  batchId: number | null
  batchRow: number | null
  intentSeq: number | null
  outcome: string | null
  requestId: string | null
  facts: string
  personalDigest: string | null
  snapshotDigest: string | null
  mac: string
}

export type SnapshotTable = {
  snapshotId: string
  userId: string
  batchId: number | null
  /** The entry of the intent it was taken for; null: taken by a check. */
  entryId: string | null
  takenAt: string
  salt: string
  body: string
  lacks: string
}

export type BatchTable = {
  batchId: number
  kind: string
  title: string
  reason: string | null
  endSessions: number
  parentId: number | null
  state: string
  pausedBecause: string | null
  createdBy: string
  createdAt: string
  checkBegunAt: string | null
  checkedAt: string | null
  fingerprint: string | null
  confirmedAt: string | null
  expiresAt: string | null
  approvedBy: string | null
  approvedAt: string | null
  approvedFingerprint: string | null
  declinedBy: string | null
  declinedAt: string | null
  declinedBecause: string | null
  startedBy: string | null
  startedAt: string | null
  finishedAt: string | null
  canaryAt: string | null
  ranMs: number
  runningSince: string | null
  recheckTotal: number
  recheckedAt: string | null
  recheckBy: string | null
  fence: number
  rowCount: number
  listedRows: number
  revision: number
}

export type BatchRowTable = {
  batchId: number
  rowNumber: number
  given: string
  givenKind: string
  asWritten: string | null
  givenName: string | null
  userId: string | null
  tried: string
  foundAs: string
  name: string | null
  otherName: string | null
  username: string | null
  department: string | null
  status: string | null
  lastLogin: string | null
  verdict: string | null
  holds: string
  decision: string | null
  chosen: number
  candidates: string
  duplicateOf: number | null
  otherBatch: number | null
  syncProviders: string
  departmentCount: number | null
  roleCount: number | null
  groupCount: number | null
  positionCount: number | null
  authorizationCount: number | null
  sessionCount: number | null
  outcome: string | null
  checkedVersion: string | null
  statusBefore: string | null
  targetStatus: string | null
  sends: number
  seen: string | null
  checkedAt: string | null
  why: string | null
  recheckDue: number
  recheckedAt: string | null
  cameBack: number
  revision: number
}

/** A list that was received; what is said of it later is null until a batch takes it. */
export type ListTable = {
  listId: string
  batchId: number | null
  /** Its place among the lists of the batch, from 0. */
  position: number | null
  source: string | null
  name: string | null
  bytes: number
  /** null while it is being received. */
  sha256: string | null
  receivedAt: string
  rowCount: number | null
  reading: string | null
}

/** Bytes of a list in Base64, numbered from 0. */
type ListPieceTable = { listId: string; piece: number; bytes: string }
