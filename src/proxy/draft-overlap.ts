import type { Verdict } from '#contract/batch-row.ts'
import type { BatchRecord, BatchRowRecord } from '#store/batch-records.ts'
import { heldVerdicts, refreshPlan, runningVerdicts } from './batch-plan.ts'
import type { World } from './world.ts'

/**
 * Holds every row whose user has meanwhile been confirmed in another batch, unless somebody accepted
 * just that. @returns how many rows are held now that were not.
 */
export async function holdOverlaps(world: World, batch: BatchRecord): Promise<number> {
  const { batches } = world.store
  const { batchId } = batch
  const plan = await batches.willRun(batchId, runningVerdicts, heldVerdicts)
  const elsewhere = await batches.elsewhere(
    batchId,
    plan.map(({ userId }) => userId),
  )
  if (elsewhere.size === 0) return 0
  const numbers = await batches.firstRowsOf(batchId, [...elsewhere.keys()])
  const overlapping: BatchRowRecord[] = []
  for (const number of numbers.values()) {
    const row = await batches.row(batchId, number)
    if (row && !row.holds.includes('in_another_batch')) overlapping.push(row)
  }
  const patches = overlapping.map(({ row, userId, holds, verdict }) => {
    const all = [...holds, 'in_another_batch' satisfies Verdict]
    return {
      row,
      holds: all,
      verdict: holds.length > 0 ? verdict : 'in_another_batch',
      decision: null,
      otherBatch: elsewhere.get(userId ?? '') ?? null,
    }
  })
  await batches.patchRows(batchId, patches, { state: 'checked' })
  if (patches.length > 0) await refreshPlan(world, batch)
  return patches.length
}
