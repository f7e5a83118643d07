import type { BatchRecord } from '#store/batch-records.ts'
import type { NewNote } from '#store/records.ts'
import { Superseded } from '#store/store.ts'
import type { Caller } from './handler.ts'
import { Refused } from './refused.ts'
import type { World } from './world.ts'

/** What every step of a batch begins with: finding it, and whose it is. */
export async function foundBatch(world: World, batchId: number): Promise<BatchRecord> {
  const batch = await world.store.batches.find(batchId)
  if (!batch) throw new Refused('not_found', 'There is no such batch.')
  return batch
}

/** @throws Refused `not_found`, `role_required` when somebody else made it. */
export async function ownBatch(
  world: World,
  batchId: number,
  caller: Caller,
): Promise<BatchRecord> {
  const batch = await foundBatch(world, batchId)
  if (batch.createdBy === caller.personId) return batch
  throw new Refused('role_required', 'Only the person who made this list may do that.')
}

/**
 * The step of a batch that somebody takes: all of it, its note included, or a refusal.
 * @throws Refused `wrong_state`.
 */
export async function step<T>(
  world: World,
  batch: BatchRecord,
  change: () => Promise<T>,
): Promise<T> {
  try {
    return await change()
  } catch (error) {
    if (!(error instanceof Superseded)) throw error
    const { state } = await foundBatch(world, batch.batchId)
    throw new Refused('wrong_state', `This batch is ${state} and cannot do that now.`)
  }
}

/** The entry that a step leaves in the audit chain. */
export function noteOf(
  world: World,
  action: string,
  batch: BatchRecord,
  { caller, requestId }: { caller: Caller; requestId: string },
  more: { facts?: Record<string, unknown>; personal?: Record<string, unknown> } = {},
): { entry: NewNote; at: string } {
  return {
    entry: {
      action,
      personId: caller.personId,
      batchId: batch.batchId,
      facts: { fingerprint: batch.fingerprint, rows: batch.rows, ...more.facts },
      personal: { who: caller.name, ...more.personal },
      requestId,
    },
    at: world.clock.now().toISOString(),
  }
}
