import type { Verdict } from '#contract/batch-row.ts'
import type { BatchRecord, BatchRowRecord } from '#store/batch-records.ts'
import { Superseded } from '#store/store.ts'
import type { RowCheck } from './batch-check-rows.ts'
import { checkRows } from './batch-check-rows.ts'
import { planOf, refreshPlan } from './batch-plan.ts'
import { calmly } from './calm.ts'
import { listedRows } from './list/read-list.ts'
import { readingOf } from './lists.ts'
import { Refused } from './refused.ts'
import type { World } from './world.ts'

const rowsAtOnce = 50
/** So many chunks in a row of which nothing could be read, and the rest waits for a person. */
const mostUnread = 3

/**
 * Makes the rows of a draft from its lists, finds out whom they mean, gives each its verdict and keeps
 * a snapshot of each user. Reads only; goes on where an earlier one ended; ends when it is fenced out.
 */
export async function checkBatch(world: World, batchId: number): Promise<void> {
  try {
    const fence = await world.store.batches.takeFence(batchId, ['checking'])
    const batch = await world.store.batches.find(batchId)
    if (!batch) return
    await makeRows(world, batch, fence)
    await giveVerdicts(world, batch, fence)
  } catch (error) {
    // Edited, stopped or discarded meanwhile: whoever did it has seen to the rest.
    if (!(error instanceof Superseded)) throw error
  }
}

/** Ends a check where it is: every row of the lists is there, and what was not looked up says so. */
export async function stopCheck(world: World, batch: BatchRecord): Promise<BatchRecord> {
  const { batches } = world.store
  const { batchId } = batch
  const fence = await batches.takeFence(batchId, ['checking'])
  await makeRows(world, (await batches.find(batchId)) ?? batch, fence)
  if (world.stopping.aborted) throw new Refused('stopping', 'The server is being stopped.')
  await batches.giveUpCheck(batchId, 'not_checked' satisfies Verdict)
  return finish(world, batch)
}

/** Rows from the lists, in order; those that an earlier check made stay. */
async function makeRows(world: World, batch: BatchRecord, fence: number): Promise<void> {
  const { batches, lists } = world.store
  let made = batch.listedRows
  let before = 0
  for (const list of await batches.lists(batch.batchId)) {
    const bytes = () => lists.bytes(list.listId)
    if (made < before + list.rows) {
      for await (const slice of listedRows(bytes, readingOf(list), made - before)) {
        if (world.stopping.aborted) return
        const rows = slice.map((row) => ({ ...row, row: row.row + before }))
        await batches.addRows(batch.batchId, fence, rows)
        made += rows.length
      }
    }
    before += list.rows
  }
}

async function giveVerdicts(world: World, batch: BatchRecord, fence: number): Promise<void> {
  const { batches, people } = world.store
  const { batchId } = batch
  const { genauth } = calmly(world)
  const maker = await people.byId(batch.createdBy)
  let unread = 0
  for (;;) {
    if (world.stopping.aborted) return
    const rows = await batches.uncheckedRows(batchId, rowsAtOnce)
    if (rows.length === 0) break
    const checks = await checkRows({ ...world, genauth }, batch, maker, rows)
    await keep(world, batchId, fence, checks)
    unread = checks.every(isUnread) ? unread + 1 : 0
    if (unread >= mostUnread) {
      await batches.giveUpCheck(batchId, 'not_checked' satisfies Verdict)
      await finish(world, batch)
      return
    }
  }
  await finish(world, batch, fence)
}

async function keep(
  world: World,
  batchId: number,
  fence: number,
  checks: readonly RowCheck[],
): Promise<void> {
  const at = world.clock.now().toISOString()
  const snapshots = checks.flatMap(({ snapshot }) => snapshot ?? [])
  await world.store.batches.keepSnapshots(batchId, snapshots, at)
  const patches = checks.map(({ patch }) => ({ ...patch, checkedAt: at }))
  await world.store.batches.patchRows(batchId, patches, { fence })
}

/** The check is over: the list stands under its fingerprint. */
async function finish(world: World, batch: BatchRecord, fence?: number): Promise<BatchRecord> {
  const { fingerprint } = await planOf(world, batch)
  const patch = { state: 'checked', checkedAt: world.clock.now().toISOString(), fingerprint }
  const along = fence === undefined ? {} : { fence }
  const checked = await world.store.batches.change(batch.batchId, ['checking'], patch, along)
  // What somebody changed while it was being checked is part of what they confirm.
  return checked.endSessions === batch.endSessions ? checked : refreshPlan(world, checked)
}

function isUnread({ patch }: { patch: Pick<Partial<BatchRowRecord>, 'verdict' | 'why'> }): boolean {
  return patch.verdict === 'not_checked' && patch.why !== null
}
