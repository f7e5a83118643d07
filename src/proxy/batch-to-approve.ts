import type { Batch } from '#contract/batch.ts'
import { mayDo } from '#contract/role.ts'
import type { BatchRecord } from '#store/batch-records.ts'
import type { Standing } from './approval-need.ts'
import { neededBy, sentOfLate } from './approval-need.ts'
import { approverNamed, isOwnList } from './approval-people.ts'
import type { Viewer } from './approval-view.ts'
import { runningVerdicts } from './batch-plan.ts'
import { batchViews } from './batch-view.ts'
import type { World } from './world.ts'

/**
 * Batches that a second person is needed for and that nobody has approved, newest first: how many, and
 * of these a page, the only ones that are viewed. Whatever was confirmed too long ago is none of them:
 * it has to be checked again first. An approver is shown only those that they may approve.
 */
export async function batchesToApprove(
  world: World,
  viewer: Viewer,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ totalCount: number; batches: Batch[] }> {
  const waiting = await othersOf(world, await inNeed(world, await unapproved(world)), viewer)
  const batches = await batchViews(world, waiting.slice(offset, offset + limit), viewer)
  return { totalCount: waiting.length, batches }
}

/** Those that may still start and that nobody has approved who may approve. */
async function unapproved(world: World): Promise<BatchRecord[]> {
  const now = world.clock.now().toISOString()
  const still = await world.store.batches.inState(['confirmed', 'paused'])
  const open = still.filter(({ expiresAt }) => expiresAt !== null && expiresAt >= now).reverse()
  const named = open.flatMap(({ approvedBy }) => approvedBy ?? [])
  const approvers = await eachOnce(named, (personId) => approverNamed(world, personId))
  return open.filter(({ approvedBy }) => !(approvedBy && approvers.get(approvedBy)))
}

/** Judged as their views would be, by what is read once for all of them and once for each maker. */
async function inNeed(world: World, batches: readonly BatchRecord[]): Promise<BatchRecord[]> {
  if (batches.length === 0) return []
  const [poolSize, counts, sent] = await Promise.all([
    world.poolSize({ atOnce: true }),
    world.store.batches.countsToRun(
      batches.map(({ batchId }) => batchId),
      runningVerdicts,
    ),
    eachOnce(
      batches.map(({ createdBy }) => createdBy),
      (personId) => sentOfLate(world, personId),
    ),
  ])
  const isInNeed = async (batch: BatchRecord) => {
    const { willRun = 0, waiting = 0 } = counts.get(batch.batchId) ?? {}
    const left = batch.state === 'paused' ? waiting : willRun
    const standing: Standing = { poolSize, sent: sent.get(batch.createdBy) ?? [] }
    return (await neededBy(world, batch, { willRun, left }, standing)) !== null
  }
  const needs = await Promise.all(batches.map(isInNeed))
  return batches.filter((_, index) => needs[index])
}

/** For whoever may approve at all, those that they had no hand in; for anybody else, all of them. */
async function othersOf(
  world: World,
  batches: readonly BatchRecord[],
  { personId, role }: Viewer,
): Promise<readonly BatchRecord[]> {
  if (!mayDo(role, 'approver')) return batches
  const own = await Promise.all(batches.map((batch) => isOwnList(world, batch, personId)))
  return batches.filter((_, index) => !own[index])
}

/** What is read about each person, however often they are named. */
async function eachOnce<T>(
  personIds: readonly string[],
  read: (personId: string) => Promise<T>,
): Promise<Map<string, T>> {
  const found = [...new Set(personIds)].map(
    async (personId) => [personId, await read(personId)] as const,
  )
  return new Map(await Promise.all(found))
}
