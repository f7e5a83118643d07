import type { ApprovalNeed } from '#contract/approval.ts'
import type { BatchRecord } from '#store/batch-records.ts'
import { allowanceOf, neededFor } from './allowance.ts'
import { planOf } from './batch-plan.ts'
import { isTouched } from './batch-settle.ts'
import { windowBegin } from './own-allowance.ts'
import type { World } from './world.ts'

/** Whether a batch needs a second person, and what that was judged by. */
export type Need = { needed: ApprovalNeed | null; allowance: number; sentBefore: number }

/** Users that will run, or did, in all; and those of them that have still to be sent. */
export type Counts = { willRun: number; left: number }

/** What the batches of one person are judged by: the pool, and the users that they sent of late. */
export type Standing = { poolSize: number | null; sent: readonly string[] }

/**
 * Judges a batch as things stand now, for whoever made it.
 * @param how `atOnce`: for somebody who looks and must not wait for GenAuth
 */
export async function judge(
  world: World,
  batch: BatchRecord,
  counts: Counts,
  how?: { atOnce: boolean },
): Promise<Need> {
  const poolSize = await world.poolSize(how)
  const sent = await sentOfLate(world, batch.createdBy)
  const needed = await neededBy(world, batch, counts, { poolSize, sent })
  const allowance = allowanceOf(world.settings, poolSize)
  return { needed, allowance, sentBefore: await countOthers(world, batch, sent) }
}

/** Users that a person, under any account, sent within the window, each once. */
export async function sentOfLate(world: World, personId: string): Promise<string[]> {
  const { acts, people } = world.store
  return acts.sentBy(await people.same(personId), windowBegin(world))
}

/** Which limit asks for a second person; null: none does. */
export async function neededBy(
  world: World,
  batch: BatchRecord,
  { willRun, left }: Counts,
  { poolSize, sent }: Standing,
): Promise<ApprovalNeed | null> {
  const allowance = allowanceOf(world.settings, poolSize)
  const atMost = left + sent.length
  // Whether somebody stands in both only matters where only both together are too many.
  const overlap = sent.length > 0 && willRun <= allowance && atMost > allowance
  const together = overlap ? await united(world, batch, sent) : atMost
  return neededFor(world.settings, poolSize, { alone: willRun, together })
}

/** Users that were sent of late or have still to be sent by this batch, each once. */
async function united(world: World, batch: BatchRecord, sent: readonly string[]): Promise<number> {
  return new Set([...sent, ...(await usersLeft(world, batch))]).size
}

async function usersLeft(world: World, batch: BatchRecord): Promise<string[]> {
  if (batch.state === 'paused') {
    const waiting = { outcomes: ['waiting'], verdicts: [] }
    return world.store.batches.userIdsWith(batch.batchId, waiting)
  }
  return (await planOf(world, batch)).plan.map(({ userId }) => userId)
}

/** Of the users that were sent, those whom this batch itself did not send. */
async function countOthers(
  world: World,
  batch: BatchRecord,
  sent: readonly string[],
): Promise<number> {
  if (batch.state !== 'paused' || sent.length === 0) return sent.length
  const rows = await world.store.batches.rowsMeaning(batch.batchId, sent)
  return sent.length - new Set(rows.filter(isTouched).map(({ userId }) => userId)).size
}
