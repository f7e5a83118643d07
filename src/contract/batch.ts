import { z } from 'zod'
import { Seen } from './act.ts'
import { reasonLimit } from './limits.ts'
import { Unread, UserId } from './user.ts'

const Instant = z.string()
const BatchId = z.coerce.number().int().min(1).max(2_000_000_000)

export const BatchKind = z.enum(['delete'])
export type BatchKind = z.infer<typeof BatchKind>

const batchStates = [
  'checking',
  'checked',
  'confirmed',
  'running',
  'paused',
  'stopping',
  'stopped',
  'finished',
  'discarded',
] as const
export const BatchState = z.enum(batchStates)
export type BatchState = z.infer<typeof BatchState>

/** What the check says of a row. `still_active` and `in_another_batch` are held until released one by one. */
export const verdicts = [
  'ready',
  'may_come_back',
  'still_active',
  'in_another_batch',
  'already_so',
  'not_found',
  'protected',
  'yourself',
  'not_checked',
] as const
export const Verdict = z.enum(verdicts)
export type Verdict = z.infer<typeof Verdict>

/** What became of a row. Every row has exactly one of these words at any time. */
export const outcomes = [
  'waiting',
  'sending',
  'done',
  'already_so',
  'failed',
  'not_confirmed',
  'held',
  'skipped',
  'not_started',
] as const
export const Outcome = z.enum(outcomes)
export type Outcome = z.infer<typeof Outcome>

export const BatchRow = z.object({
  /** From 1, in the order of the list. */
  row: z.number(),
  userId: z.string(),
  name: z.string().nullable(),
  otherName: z.string().nullable(),
  username: z.string().nullable(),
  status: z.string().nullable(),
  lastLogin: Instant.nullable(),
  /** null while the check has not reached the row. */
  verdict: Verdict.nullable(),
  /** Providers of the sync relations that may bring the user back. */
  syncProviders: z.array(z.string()),
  /** A held row that somebody let go, one by one. */
  released: z.boolean(),
  /** null until the batch is confirmed. */
  outcome: Outcome.nullable(),
  seen: Seen.nullable(),
  checkedAt: Instant.nullable(),
  why: Unread.nullable(),
})
export type BatchRow = z.infer<typeof BatchRow>

/** Why a batch waits for a person. */
export const PauseReason = z.enum([
  'refused',
  'failures',
  'drift',
  'upstream',
  'unrecorded',
  'role',
  'read_only',
])
export type PauseReason = z.infer<typeof PauseReason>

export const Verdicts = z.record(Verdict, z.number())
export const Outcomes = z.record(Outcome, z.number())

export const Batch = z.object({
  batchId: z.number(),
  kind: BatchKind,
  title: z.string(),
  reason: z.string().nullable(),
  state: BatchState,
  pausedBecause: PauseReason.nullable(),
  createdBy: z.string().nullable(),
  createdAt: Instant,
  checkedAt: Instant.nullable(),
  startedBy: z.string().nullable(),
  startedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
  /** When the confirmation lapses. */
  expiresAt: Instant.nullable(),
  /** SHA-256 over kind and the user ids that will run, in order; null before the check is over. */
  fingerprint: z.string().nullable(),
  /** May this person confirm, start and discard it (its maker)? Stopping is anybody's with the role. */
  mine: z.boolean(),
  rows: z.number(),
  checkedRows: z.number(),
  willRun: z.number(),
  /** When the canary, the small first chunk, was read back clean. */
  canaryAt: Instant.nullable(),
  verdicts: Verdicts,
  outcomes: Outcomes,
  /** Seconds, estimated from what this run has done so far; null when nothing can be said. */
  secondsLeft: z.number().nullable(),
  firstEntry: z.number().nullable(),
  lastEntry: z.number().nullable(),
  /** Grows with every change to the batch or a row of it: the cursor of `watchBatch`. */
  revision: z.number(),
})
export type Batch = z.infer<typeof Batch>

export const BatchParams = z.object({ batchId: BatchId })
export const RowParams = BatchParams.extend({
  row: z.coerce.number().int().min(1).max(2_000_000_000),
})

export const PlanRequest = z.object({
  kind: BatchKind,
  title: z.string().trim().max(200).optional(),
  /** GenAuth user ids and nothing else; blank and repeated ones are refused. */
  userIds: z.array(UserId).max(100_000),
})
export type PlanRequest = z.infer<typeof PlanRequest>

export const ConfirmRequest = z.object({
  fingerprint: z.string().max(64),
  title: z.string().trim().min(1).max(200),
  reason: z.string().trim().min(1).max(reasonLimit).optional(),
  typed: z.string().max(256),
})
export type ConfirmRequest = z.infer<typeof ConfirmRequest>

export const StartRequest = z.object({ fingerprint: z.string().max(64) })
export const ReleaseRequest = z.object({ released: z.boolean() })

export const BatchListQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).optional(),
})
export const BatchList = z.object({
  totalCount: z.number(),
  page: z.number(),
  batches: z.array(Batch),
})
export type BatchList = z.infer<typeof BatchList>

export const RowsQuery = z.object({
  /** One verdict or outcome word; nothing: every row. */
  verdict: Verdict.optional(),
  outcome: Outcome.optional(),
  offset: z.coerce.number().int().min(0).max(1_000_000).optional(),
})
/** Worst first, `rowsPerReply` at a time. */
export const RowsReply = z.object({
  totalCount: z.number(),
  offset: z.number(),
  rows: z.array(BatchRow),
})
export type RowsReply = z.infer<typeof RowsReply>

export const WatchQuery = z.object({ since: z.coerce.number().int().min(0) })
/** The batch now, and the rows that changed after the cursor. */
export const WatchReply = z.object({
  batch: Batch,
  rows: z.array(BatchRow),
  /** More rows changed than fit: `rows` is empty, and the ones on the screen are to be read again. */
  reload: z.boolean(),
  /** To be sent as `since` next time. */
  cursor: z.number(),
})
export type WatchReply = z.infer<typeof WatchReply>
