import { z } from 'zod'
import { reasonLimit, typedLimit } from './limits.ts'
import { UserId } from './user.ts'

const Version = z.string().max(200)
const Reason = z.string().trim().min(1).max(reasonLimit)
const Typed = z.string().max(typedLimit)

export const UserParams = z.object({ userId: UserId })
export const SourceParams = UserParams.extend({ extIdpId: z.string().min(1).max(256) })
export const RelationParams = UserParams.extend({ provider: z.string().min(1).max(64) })

export const UnlinkRequest = z.object({
  version: Version.optional(),
  reason: Reason.optional(),
  /** Needed only when the source is the last known way in. */
  typed: Typed.optional(),
})
export type UnlinkRequest = z.infer<typeof UnlinkRequest>

export const DeleteRelationRequest = z.object({
  version: Version.optional(),
  reason: Reason.optional(),
})
export type DeleteRelationRequest = z.infer<typeof DeleteRelationRequest>

export const EndAccountRequest = z.object({
  version: Version.optional(),
  reason: Reason.optional(),
  typed: Typed.optional(),
  /** *Proceed without this preview*: act although parts of the user could not be read. */
  withoutPreview: z.boolean().optional(),
  /** End the signed-in sessions first. */
  endSessions: z.boolean().optional(),
})
export type EndAccountRequest = z.infer<typeof EndAccountRequest>

/** Suspend, reactivate, end sessions: one dialog, nothing to type. */
export const PlainRequest = z.object({
  version: Version.optional(),
  reason: Reason.optional(),
})
export type PlainRequest = z.infer<typeof PlainRequest>

/** What the look after the call showed. A count is null when it was not, or could not be, read. */
export const Seen = z.object({
  gone: z.boolean(),
  status: z.string().nullable(),
  departments: z.number().nullable(),
  roles: z.number().nullable(),
  groups: z.number().nullable(),
  positions: z.number().nullable(),
  authorizations: z.number().nullable(),
  /** Apps that the user is signed in to; read only where sessions were to be ended. */
  sessions: z.number().nullable(),
  /** Identities left under the source, relations left with the provider: for those two acts. */
  left: z.number().nullable(),
})
export type Seen = z.infer<typeof Seen>

/** How GenAuth's answer to the call itself was judged; only the second look decides the outcome. */
const Answered = z.enum(['success', 'not_applied', 'ambiguous'])

/**
 * `done` the effect was read back · `already_so` it was so before anything was applied ·
 * `failed` GenAuth did not apply it · `not_confirmed` sent, and the second look did not show it.
 */
export const ActReply = z.object({
  outcome: z.enum(['done', 'already_so', 'failed', 'not_confirmed']),
  /** null: the second look could not be taken. */
  seen: Seen.nullable(),
  checkedAt: z.string(),
  answered: Answered,
  /** The audit entry of the intent. */
  entryId: z.number(),
  apiCode: z.number().optional(),
  upstreamRequestId: z.string().optional(),
})
export type ActReply = z.infer<typeof ActReply>

export const ActParams = z.object({ entryId: z.coerce.number().int().min(1).max(2_000_000_000) })
