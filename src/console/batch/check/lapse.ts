import type { Batch } from '#contract/batch.ts'
import { planHoldsMs } from '#contract/limits.ts'

/** Whether a check, or the confirmation that followed it, is too old to begin with. */
export function hasLapsed(
  { state, checkedAt, expiresAt }: Pick<Batch, 'state' | 'checkedAt' | 'expiresAt'>,
  nowMs: number,
): boolean {
  if (state === 'confirmed') return expiresAt !== null && Date.parse(expiresAt) < nowMs
  if (state !== 'checked' || checkedAt === null) return false
  return nowMs - Date.parse(checkedAt) > planHoldsMs
}
