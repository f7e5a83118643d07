import type { Batch } from '#contract/batch.ts'
import { planHoldsMs } from '#contract/limits.ts'

/** Whether a check, or the confirmation that followed it, is too old to begin, or to go on, with. */
export function hasLapsed(
  { state, checkedAt, expiresAt }: Pick<Batch, 'state' | 'checkedAt' | 'expiresAt'>,
  nowMs: number,
): boolean {
  const isConfirmed = state === 'confirmed' || state === 'paused'
  if (isConfirmed) return expiresAt !== null && Date.parse(expiresAt) < nowMs
  if (state !== 'checked' || checkedAt === null) return false
  return nowMs - Date.parse(checkedAt) > planHoldsMs
}
