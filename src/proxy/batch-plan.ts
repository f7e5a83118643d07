import { createHash } from 'node:crypto'
import type { Verdict } from '#contract/batch-row.ts'
import type { BatchRecord } from '#store/batch-records.ts'
import type { World } from './world.ts'

/** Rows with these verdicts run without further ado. */
export const runningVerdicts = ['ready', 'may_come_back'] as const satisfies readonly Verdict[]
/** Rows with these wait until somebody lets them go, one by one. */
export const heldVerdicts = [
  'still_active',
  'in_another_batch',
] as const satisfies readonly Verdict[]

/** How long a check, and a confirmation, holds. */
export const planHoldsMs = 24 * 3_600_000

/** Freezes what was confirmed: any other list, order or kind has another fingerprint. */
export function fingerprintOf(kind: string, userIds: readonly string[]): string {
  return createHash('sha256')
    .update([kind, ...userIds].join('\n'))
    .digest('hex')
}

/** The user ids that would run now, in list order, under their fingerprint. */
export async function planOf(world: World, batch: Pick<BatchRecord, 'batchId' | 'kind'>) {
  const userIds = await world.store.batches.willRun(batch.batchId, runningVerdicts, heldVerdicts)
  return { userIds, fingerprint: fingerprintOf(batch.kind, userIds) }
}

/** Keeps the fingerprint of a checked list in step with its rows. */
export async function refreshPlan(world: World, batch: Pick<BatchRecord, 'batchId' | 'kind'>) {
  const { fingerprint } = await planOf(world, batch)
  return world.store.batches.change(batch.batchId, ['checked'], { fingerprint })
}
