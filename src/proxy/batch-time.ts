import { BatchKind } from '#contract/batch.ts'
import type { BatchPatch, BatchRecord } from '#store/batch-records.ts'
import type { World } from './world.ts'

/** Calls to GenAuth for one row: by a check, and by each kind of run with its reading back. */
const callsToCheck = 9
const callsToRun: Record<BatchKind, number> = {
  suspend: 0.1,
  reactivate: 0.1,
  resign: 6.1,
  delete: 1.1,
}
/** Asking for the apps, ending the sessions, and looking that they have ended. */
const callsToEndSessions = 3

/** What a batch remembers of the time it has run, when it stops running. */
export function standStill(world: World, batch: BatchRecord): BatchPatch {
  return { ranMs: ranMs(world, batch), runningSince: null }
}

/** Milliseconds that a batch has run, pauses left out. */
function ranMs({ clock }: World, { ranMs, runningSince }: BatchRecord): number {
  return ranMs + (runningSince ? clock.now().getTime() - Date.parse(runningSince) : 0)
}

/** Seconds until the rows that are left have ended, from what those that ended took; null: no telling. */
export function secondsToEnd(world: World, batch: BatchRecord, ended: number, left: number) {
  if (batch.state !== 'running' || ended === 0) return null
  return Math.max(1, Math.ceil((ranMs(world, batch) / ended / 1000) * left))
}

/** Seconds that a checked list would take, from what its check took for each call. */
export function secondsToRun(batch: BatchRecord, willRun: number): number | null {
  const { checkBegunAt, checkedAt, rows } = batch
  if (!checkBegunAt || !checkedAt || rows === 0 || willRun === 0) return null
  const perCall = (Date.parse(checkedAt) - Date.parse(checkBegunAt)) / rows / callsToCheck
  const sessions = batch.endSessions ? callsToEndSessions : 0
  const calls = callsToRun[BatchKind.parse(batch.kind)] + sessions
  return Math.max(1, Math.ceil((perCall * calls * willRun) / 1000))
}

/** Seconds that a check still takes, from what it took so far. */
export function secondsToCheck(
  { clock }: World,
  batch: BatchRecord,
  checked: number,
): number | null {
  const { checkBegunAt, rows } = batch
  if (!checkBegunAt || checked === 0) return null
  const elapsed = clock.now().getTime() - Date.parse(checkBegunAt)
  return Math.max(1, Math.ceil((elapsed / checked / 1000) * (rows - checked)))
}
