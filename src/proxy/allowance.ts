import type { ApprovalNeed } from '#contract/approval.ts'
import { shareFloor } from '#contract/limits.ts'
import type { Settings } from './world.ts'

type Limits = Pick<Settings, 'approvalAbove' | 'approvalShare'>

/** What a product of a share and a whole number may miss by: 0.29 × 100 is 28.999999999999996. */
const rounding = 1e-6

/** Users on whom one person may act without a second one. @param poolSize null: it could not be read. */
export function allowanceOf(
  { approvalAbove, approvalShare }: Limits,
  poolSize: number | null,
): number {
  const share = poolSize === null ? 0 : Math.floor(approvalShare * poolSize + rounding)
  return Math.min(approvalAbove, Math.max(shareFloor, share))
}

/**
 * Which limit asks for a second person; null: none does.
 * @param alone users of the batch that will run
 * @param together those that are left to run, with those that the same person sent of late
 */
export function neededFor(
  limits: Limits,
  poolSize: number | null,
  { alone, together }: { alone: number; together: number },
): ApprovalNeed | null {
  const allowance = allowanceOf(limits, poolSize)
  if (alone > limits.approvalAbove) return 'rows'
  if (alone > allowance) return poolSize === null ? 'pool_unread' : 'share'
  return together > allowance ? 'window' : null
}
