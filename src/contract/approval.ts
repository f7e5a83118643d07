import { z } from 'zod'
import { reasonLimit } from './limits.ts'

const Instant = z.string()

/**
 * Why a second person has to approve: more rows than one person may act on · more than their share of
 * the pool · together with what the same person sent of late · the size of the pool could not be read,
 * so the smallest limit holds.
 */
export const ApprovalNeed = z.enum(['rows', 'share', 'window', 'pool_unread'])
export type ApprovalNeed = z.infer<typeof ApprovalNeed>

export const Approval = z.object({
  /** As things stand now; null: nobody else is needed, or it is not known before the check is over. */
  needed: ApprovalNeed.nullable(),
  /** Users that its maker may act on without a second person, within `windowMinutes`; null where it was not judged. */
  allowance: z.number().nullable(),
  /** Users its maker has acted on in that time, this batch not among them; null where it was not judged. */
  sentBefore: z.number().nullable(),
  windowMinutes: z.number(),
  approvedBy: z.string().nullable(),
  approvedAt: Instant.nullable(),
  /** When the approval lapses. */
  expiresAt: Instant.nullable(),
  /** Who sent it back last, when, and why; null once it was confirmed again. */
  declined: z.object({ by: z.string().nullable(), at: Instant, reason: z.string() }).nullable(),
  /** `yes`: this person may approve it · `own`: they asked for, made or edited the list · `role`: they lack it. */
  mayApprove: z.enum(['yes', 'own', 'role']),
})
export type Approval = z.infer<typeof Approval>

export const ApproveRequest = z.object({
  fingerprint: z.string().max(64),
  typed: z.string().max(256),
})
export const DeclineRequest = z.object({
  fingerprint: z.string().max(64),
  reason: z.string().trim().min(1).max(reasonLimit),
})
