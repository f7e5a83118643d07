import { checkBatch } from './batch-check.ts'
import { outlast, runBatch } from './batch-run.ts'
import { expectedFrom, lookAgain } from './look-again.ts'
import { outcomeOf } from './outcome.ts'
import type { World } from './world.ts'

/** Work that goes on behind the requests; `ended` resolves once nothing of it is under way. */
export type Running = { ended(): Promise<void> }

/**
 * Takes up what the last process left: acts without an outcome are settled by reading, batches that
 * were being checked or run go on. Then works on whatever is put into the queue.
 */
export async function resume(world: World): Promise<Running> {
  const underWay = new Set<Promise<void>>()
  const track = (work: Promise<void>) => {
    underWay.add(work)
    return work.finally(() => underWay.delete(work))
  }
  await world.store.queue.work(({ kind, batchId }) =>
    track(kind === 'check' ? checkBatch(world, batchId) : runBatch(world, batchId)),
  )
  for (const batch of await world.store.batches.inState(['checking', 'running', 'stopping'])) {
    const kind = batch.state === 'checking' ? 'check' : 'run'
    await world.store.queue.put({ kind, batchId: batch.batchId })
  }
  track(settleActs(world)).catch((error: unknown) =>
    world.log.error(
      { err: error },
      'acts left open could not be settled; the next start tries again',
    ),
  )
  return {
    async ended() {
      await Promise.allSettled([...underWay])
    },
  }
}

/** Single acts that have no outcome: waits until they can no longer be applied, then looks. */
async function settleActs(world: World): Promise<void> {
  const open = await world.store.acts.open({ batchId: null })
  if (open.length === 0) return
  await outlast(world, open)
  for (const intent of open) {
    if (world.stopping.aborted) return
    const look = await lookAgain(world.genauth, expectedFrom(intent))
    await world.store.acts.recordOutcome(
      {
        intentSeq: intent.seq,
        outcome: outcomeOf({ kind: 'ambiguous', failure: null }, look),
        requestId: null,
        facts: { answered: 'unknown', seen: look.read ? look.seen : null, settledAtStart: true },
      },
      world.clock.now().toISOString(),
    )
  }
}
