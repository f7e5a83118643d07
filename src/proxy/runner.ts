import type { Job } from '#store/records.ts'
import { checkBatch } from './batch-check.ts'
import { recheckBatch } from './batch-recheck.ts'
import { latestEffectMs, runBatch } from './batch-run.ts'
import { settleActs } from './settle-acts.ts'
import type { World } from './world.ts'

const lookRoundEveryMs = 30_000

/** Work that goes on behind the requests; `ended` resolves once nothing of it is under way. */
export type Running = { ended(): Promise<void> }

/**
 * Takes up what the last process left: acts without an outcome are settled by reading, batches that
 * were being checked or run go on. Then works on whatever is put into the queue.
 */
export async function resume(world: World): Promise<Running> {
  const { store, stopping, log } = world
  const underWay = new Set<Promise<void>>()
  const track = (work: Promise<void>) => {
    underWay.add(work)
    return work.finally(() => underWay.delete(work))
  }
  const left = await store.batches.inState(['checking', 'running', 'stopping', 'paused'])
  const interrupted = new Set(
    left.filter(({ state }) => state === 'running').map(({ batchId }) => batchId),
  )
  await store.queue.work((job) => track(workOn(world, job, interrupted)))
  for (const batch of left) {
    const kind = batch.state === 'checking' ? 'check' : 'run'
    await store.queue.put({ kind, batchId: batch.batchId })
  }
  for (const batchId of await store.batches.beingRechecked()) {
    await store.queue.put({ kind: 'recheck', batchId })
  }
  const settle = (work: Promise<void>) => {
    track(work).catch((error: unknown) => {
      log.error({ err: error }, 'acts left open could not be settled; the next round tries again')
    })
  }
  settle(settleLeftBehind(world))
  const rounds = setInterval(() => settle(settleActs(world)), lookRoundEveryMs).unref()
  stopping.addEventListener('abort', () => clearInterval(rounds), { once: true })
  return {
    async ended() {
      await Promise.allSettled([...underWay])
    },
  }
}

async function workOn(
  world: World,
  { kind, batchId }: Job,
  interrupted: Set<number>,
): Promise<void> {
  switch (kind) {
    case 'check':
      return checkBatch(world, batchId)
    case 'run': {
      // The first run of a batch that the last process left running may have to wait for a person.
      const wait = interrupted.has(batchId) && world.settings.waitAfterRestart
      await runBatch(world, batchId, { wait })
      interrupted.delete(batchId)
      return
    }
    case 'recheck':
      return recheckBatch(world, batchId)
    default:
      return kind satisfies never
  }
}

/** What was open at the start: waits until it can no longer take effect, whatever its clock said. */
async function settleLeftBehind(world: World): Promise<void> {
  const { acts } = world.store
  const open = new Set((await acts.open({ batchId: null })).map(({ seq }) => seq))
  if (open.size === 0) return
  await world.clock.sleep(latestEffectMs(world), world.stopping)
  await settleActs(world, ({ seq }) => open.has(seq))
}
