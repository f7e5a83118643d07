import type { Approval } from '#contract/approval.ts'
import type { Batch } from '#contract/batch.ts'

/** Where a list stands with its second person. `lapsed`: what was approved no longer holds. */
export type Standing = 'free' | 'waits' | 'approved' | 'lapsed'

/**
 * Where a list stands with its second person.
 * @param nowMs when the batch was last looked at, in ms since 1970
 */
export function standingOf(
  { needed, approvedAt, expiresAt }: Pick<Approval, 'needed' | 'approvedAt' | 'expiresAt'>,
  nowMs: number,
): Standing {
  const holds = approvedAt !== null && (expiresAt === null || Date.parse(expiresAt) >= nowMs)
  if (holds) return 'approved'
  if (needed === null) return 'free'
  return approvedAt === null ? 'waits' : 'lapsed'
}

/** Whether somebody else has to say yes before this list may run. */
export function lacksApproval(standing: Standing): boolean {
  return standing === 'waits' || standing === 'lapsed'
}

/** Whether a confirmed list was a request to somebody else, answered or not. */
export function isRequest({ approval: { needed, approvedAt } }: Pick<Batch, 'approval'>): boolean {
  return needed !== null || approvedAt !== null
}

/**
 * What is to be told of a batch in a list instead of its state; null: its state tells more. A request
 * that is too old waits for nobody.
 */
export function approvalStep(
  batch: Batch,
  nowMs: number,
): 'waits' | 'approved' | 'sentBack' | null {
  const { state, approval, expiresAt } = batch
  if (state === 'checked') return approval.declined === null ? null : 'sentBack'
  const mayGoOn = state === 'confirmed' || state === 'paused'
  if (!mayGoOn || (expiresAt !== null && Date.parse(expiresAt) < nowMs)) return null
  const standing = standingOf(approval, nowMs)
  if (lacksApproval(standing)) return 'waits'
  return state === 'confirmed' && standing === 'approved' ? 'approved' : null
}
