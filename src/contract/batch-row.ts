import { z } from 'zod'
import { Seen } from './act.ts'
import { Unread, UserIdType } from './user.ts'

const Instant = z.string()

/**
 * What the check says of a row, in one word. `not_checked` also where the check was
 * stopped before it came to the row.
 */
export const verdicts = [
  'ready',
  'may_come_back',
  'name_differs',
  'ambiguous',
  'still_active',
  'in_another_batch',
  'not_checked',
  'already_so',
  'other_state',
  'not_found',
  'duplicate',
  'protected',
  'yourself',
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

/** A held row is let go, or set aside for good, by a person, one by one. */
export const Decision = z.enum(['accepted', 'left_out'])
export type Decision = z.infer<typeof Decision>

/** One of several users that a row could mean. */
export const Candidate = z.object({
  userId: z.string(),
  name: z.string().nullable(),
  otherName: z.string().nullable(),
  username: z.string().nullable(),
  email: z.string().nullable(),
  department: z.string().nullable(),
  status: z.string(),
  foundAs: z.array(UserIdType),
})
export type Candidate = z.infer<typeof Candidate>

export const BatchRow = z.object({
  /** From 1, in the order of the list. */
  row: z.number(),
  /** The id as it was looked up: trimmed, stripped of invisible characters, folded to half width. */
  given: z.string(),
  /** The cell as it was received, where that is something else. */
  asWritten: z.string().nullable(),
  /** The name on the list, where it has one. */
  givenName: z.string().nullable(),
  /** The kinds that were tried, and those by which the user was found. */
  tried: z.array(UserIdType),
  foundAs: z.array(UserIdType),
  /** null while nobody, or more than one, is known to be meant; so is all that is known of the user. */
  userId: z.string().nullable(),
  name: z.string().nullable(),
  otherName: z.string().nullable(),
  username: z.string().nullable(),
  department: z.string().nullable(),
  status: z.string().nullable(),
  lastLogin: Instant.nullable(),
  /** null while the check has not reached the row. */
  verdict: Verdict.nullable(),
  /** Everything that holds the row, worst first; the first is the verdict. */
  holds: z.array(Verdict),
  decision: Decision.nullable(),
  /** Of an ambiguous row: whom it could mean. */
  candidates: z.array(Candidate),
  /** The row of the same user that counts. */
  duplicateOf: z.number().nullable(),
  /** The other batch in which this user stands. */
  otherBatch: z.number().nullable(),
  /** Providers of the sync relations that may bring the user back. */
  syncProviders: z.array(z.string()),
  /** null until the batch is confirmed. */
  outcome: Outcome.nullable(),
  seen: Seen.nullable(),
  checkedAt: Instant.nullable(),
  why: Unread.nullable(),
  /** When somebody last looked again after the end, and whether the effect was gone by then. */
  recheckedAt: Instant.nullable(),
  cameBack: z.boolean(),
})
export type BatchRow = z.infer<typeof BatchRow>
