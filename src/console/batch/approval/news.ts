import { hasLapsed } from '#console/batch/check/lapse.ts'
import type { Batch } from '#contract/batch.ts'
import { approvalStep, isRequest, standingOf } from './standing.ts'

/** Where a request stands. `lapsed`: nobody answered in its time · `outlived`: what was approved no longer holds. */
export type News = 'waits' | 'approved' | 'sentBack' | 'lapsed' | 'outlived'

/**
 * Where the request for approval of a list stands, as far as that is worth telling; null: nothing is
 * asked for, or it is under way.
 * @param nowMs when the batch was last looked at, in ms since 1970
 */
export function newsOf(batch: Batch, nowMs: number): News | null {
  const { state, pausedBecause, approval } = batch
  const standing = standingOf(approval, nowMs)
  if (state === 'paused') {
    // That it waits for somebody is told with the pause.
    return pausedBecause === 'approval' && standing === 'approved' ? 'approved' : null
  }
  if (state === 'confirmed' && isRequest(batch) && hasLapsed(batch, nowMs)) return 'lapsed'
  if (state === 'confirmed' && standing === 'lapsed') return 'outlived'
  return approvalStep(batch, nowMs)
}
