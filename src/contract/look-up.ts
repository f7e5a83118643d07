import { z } from 'zod'
import { lookUpLimit } from './limits.ts'
import { Unread, UserIdType, UserSummary } from './user.ts'

export const LookUpRequest = z.object({
  value: z.string().min(1).max(lookUpLimit),
  /** `auto` tries every kind that the value could be. */
  as: z.union([z.literal('auto'), UserIdType]),
})
export type LookUpRequest = z.infer<typeof LookUpRequest>

const Tried = z.discriminatedUnion('outcome', [
  z.object({ kind: UserIdType, outcome: z.literal('found'), userId: z.string() }),
  z.object({ kind: UserIdType, outcome: z.literal('not_found') }),
  z.object({ kind: UserIdType, outcome: z.literal('no_answer'), why: Unread }),
])
export type Tried = z.infer<typeof Tried>

export const LookUpReply = z.object({
  /** What was really looked up: trimmed, invisible characters stripped, full width folded. */
  value: z.string(),
  /** In the order in which the kinds are named to the reader. */
  tried: z.array(Tried),
  hits: z.array(z.object({ user: UserSummary, foundAs: z.array(UserIdType).min(1) })),
  /**
   * Users whose name, or another field of the keyword search, matches: searched only when the value
   * looks like none of the other kinds and no exact kind found anybody. null: not searched.
   */
  byName: z
    .discriminatedUnion('state', [
      z.object({
        state: z.literal('read'),
        totalCount: z.number(),
        users: z.array(UserSummary),
      }),
      z.object({ state: z.literal('unread'), why: Unread }),
    ])
    .nullable(),
  answeredAt: z.string(),
})
export type LookUpReply = z.infer<typeof LookUpReply>
