import type { Approval } from '#contract/batch.ts'

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
