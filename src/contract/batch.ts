import { z } from 'zod'
import { Approval } from './approval.ts'
import { BatchRow, Decision, Outcome, Verdict } from './batch-row.ts'
import { idListLimit, reasonLimit, titleLimit } from './limits.ts'
import { ListSummary } from './list.ts'
import { upToAMistake } from './up-to-a-mistake.ts'
import { UserId } from './user.ts'

const Instant = z.string()
const BatchId = z.coerce.number().int().min(1).max(2_000_000_000)

/** What a list can be made for. */
const listKinds = ['suspend', 'resign', 'delete'] as const
export const ListKind = z.enum(listKinds)
export type ListKind = z.infer<typeof ListKind>

/** `reactivate` is the way back from a batch that suspended; it begins with that batch only. */
export const BatchKind = z.enum([...listKinds, 'reactivate'])
export type BatchKind = z.infer<typeof BatchKind>

const batchStates = [
  'draft',
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

/** Why a batch waits for a person. */
export const PauseReason = z.enum([
  'person',
  'restart',
  'refused',
  'failures',
  'drift',
  'upstream',
  'unrecorded',
  'role',
  'read_only',
  'approval',
])
export type PauseReason = z.infer<typeof PauseReason>

/**
 * How much the users of a batch have, together, and how many of them are so and so. `unread`: users of
 * whom not all could be read; `mayComeBack`: with a sync relation left, or perhaps; `stillActive`:
 * neither resigned nor suspended before a deletion.
 */
export const Goes = z.object({
  departments: z.number(),
  roles: z.number(),
  groups: z.number(),
  positions: z.number(),
  authorizations: z.number(),
  sessions: z.number(),
  unread: z.number(),
  mayComeBack: z.number(),
  stillActive: z.number(),
})
export type Goes = z.infer<typeof Goes>

export const Verdicts = z.record(Verdict, z.number())
export const Outcomes = z.record(Outcome, z.number())

export const Batch = z.object({
  batchId: z.number(),
  kind: BatchKind,
  title: z.string(),
  reason: z.string().nullable(),
  /** Whether signed-in sessions are ended first; resign and delete only. */
  endSessions: z.boolean(),
  /** The batch whose rows this one carries on. */
  parentId: z.number().nullable(),
  /** Where its rows come from, in order. */
  lists: z.array(ListSummary),
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
  /** SHA-256 over all that will be done, in order: kind, options, user ids; null before the check is over. */
  fingerprint: z.string().nullable(),
  /** May this person confirm, start and discard it (its maker)? Stopping is anybody's with the role. */
  mine: z.boolean(),
  rows: z.number(),
  checkedRows: z.number(),
  willRun: z.number(),
  /** Held rows that somebody let go, and that somebody left out. */
  accepted: z.number(),
  leftOut: z.number(),
  /** What the rows that will run have and would lose; null before the check is over. */
  goes: Goes.nullable(),
  approval: Approval,
  /** When the canary, the small first chunk, was read back clean. */
  canaryAt: Instant.nullable(),
  verdicts: Verdicts,
  outcomes: Outcomes,
  /** Seconds, estimated from what the check and the run took so far; null when nothing can be said. */
  secondsLeft: z.number().nullable(),
  /**
   * Rows that are being looked at again; when that was last over; how many had come back by then, and
   * how many of those that were done could not be read.
   */
  recheck: z.object({
    left: z.number(),
    total: z.number(),
    at: Instant.nullable(),
    cameBack: z.number(),
    unread: z.number(),
  }),
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
  kind: ListKind,
  title: z.string().trim().max(titleLimit).optional(),
  /** GenAuth user ids and nothing else; blank and repeated ones are refused. */
  userIds: upToAMistake(UserId, idListLimit),
})
export type PlanRequest = z.infer<typeof PlanRequest>

export const EditRequest = z.object({
  kind: ListKind.optional(),
  title: z.string().trim().max(titleLimit).optional(),
  reason: z.string().trim().max(reasonLimit).optional(),
  endSessions: z.boolean().optional(),
})
export type EditRequest = z.infer<typeof EditRequest>

/** `missing`: rows that the check could not, or did not, look up. */
export const CheckRequest = z.object({ which: z.enum(['missing', 'all']) })
export const DecideRequest = z.object({
  decision: Decision.nullable(),
  /** Whom the row meant when somebody decided; another one now is refused. */
  userId: UserId.nullable().optional(),
})
export const ChooseRequest = z.object({ userId: UserId })

/**
 * How a batch goes on as another one: failed rows again · the rows that would run, suspended instead ·
 * done and already-so rows carried on · rows that this batch suspended, back to the status they had.
 */
export const FollowUpRequest = z.object({
  as: z.enum(['retry', 'suspend_instead', 'resign', 'delete', 'reactivate']),
})
export type FollowUpRequest = z.infer<typeof FollowUpRequest>

/** `unconfirmed`: rows that are not confirmed. With `row`: that row alone. */
export const RecheckRequest = z.object({
  which: z.enum(['unconfirmed', 'all']),
  row: z.number().int().min(1).max(2_000_000_000).optional(),
})
/** `check`: every row with its verdict; `results`: every row with its outcome. Both can be imported again. */
export const ExportRequest = z.object({ what: z.enum(['check', 'results']) })

export const ConfirmRequest = z.object({
  fingerprint: z.string().max(64),
  title: z.string().trim().min(1).max(titleLimit),
  reason: z.string().trim().min(1).max(reasonLimit).optional(),
  typed: z.string().max(256),
})
export type ConfirmRequest = z.infer<typeof ConfirmRequest>

export const StartRequest = z.object({ fingerprint: z.string().max(64) })

export const BatchListQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).optional(),
  /**
   * `to_approve`: those that wait for a second person, and for an approver only those that they may
   * approve; nothing: every batch.
   */
  only: z.enum(['to_approve']).optional(),
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
  /** `will_run`: what a confirmation freezes, in list order · `came_back`: seen to have come back. */
  only: z.enum(['will_run', 'came_back']).optional(),
  offset: z.coerce.number().int().min(0).max(1_000_000).optional(),
})
/** Worst first where nothing else is said, `rowsPerReply` at a time. */
export const RowsReply = z.object({
  totalCount: z.number(),
  offset: z.number(),
  rows: z.array(BatchRow),
})
export type RowsReply = z.infer<typeof RowsReply>

export const WatchQuery = z.object({
  since: z.coerce.number().int().min(0).max(9_000_000_000_000_000),
})
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
