import { createHash } from 'node:crypto'
import type { Verdict } from '#contract/batch-row.ts'
import type { BatchRecord, PlannedRow } from '#store/batch-records.ts'
import type { World } from './world.ts'

/** Rows with these verdicts run without further ado. */
export const runningVerdicts = ['ready', 'may_come_back'] as const satisfies readonly Verdict[]
/** Rows with these wait until somebody lets them go, one by one. */
export const heldVerdicts = [
  'name_differs',
  'still_active',
  'in_another_batch',
  'not_checked',
] as const satisfies readonly Verdict[]

/** Whether sessions end first where nobody says otherwise: a deleted account has none. */
export function endsSessions(kind: string): boolean {
  return kind === 'resign'
}

/** What a batch is to do, apart from whom it is done to. */
type Doing = { kind: string; endSessions: boolean }

/** Freezes what was confirmed: another kind, option, list or order has another fingerprint. */
export function fingerprintOf({ kind, endSessions }: Doing, plan: readonly PlannedRow[]): string {
  const lines = plan.map(({ userId, targetStatus }) => JSON.stringify([userId, targetStatus]))
  return createHash('sha256')
    .update([JSON.stringify([kind, endSessions]), ...lines].join('\n'))
    .digest('hex')
}

type Planned = Pick<BatchRecord, 'batchId' | 'kind' | 'endSessions'>

/** What would be done now, in list order, under its fingerprint. */
export async function planOf(world: World, batch: Planned) {
  const plan = await world.store.batches.willRun(batch.batchId, runningVerdicts, heldVerdicts)
  return { plan, fingerprint: fingerprintOf(batch, plan) }
}

/** Keeps the fingerprint of a checked list in step with its rows. */
export async function refreshPlan(world: World, batch: Planned) {
  const { fingerprint } = await planOf(world, batch)
  return world.store.batches.change(batch.batchId, ['checked'], { fingerprint })
}
