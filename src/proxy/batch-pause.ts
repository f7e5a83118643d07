import type { PauseReason } from '#contract/batch.ts'
import { Superseded } from '#store/store.ts'
import { standStill } from './batch-time.ts'
import type { World } from './world.ts'

/** Whoever pressed Stop meanwhile has decided already, unless nothing can be brought to its end. */
export async function pauseFor(
  world: World,
  batchId: number,
  fence: number | undefined,
  pausedBecause: PauseReason,
) {
  const along = fence === undefined ? {} : { fence }
  try {
    const batch = await world.store.batches.find(batchId)
    if (!batch) return
    const patch = { ...standStill(world, batch), state: 'paused', pausedBecause }
    const from = pausedBecause === 'unrecorded' ? ['running', 'stopping'] : ['running']
    await world.store.batches.change(batchId, from, patch, along)
  } catch (error) {
    if (!(error instanceof Superseded)) throw error
  }
}
