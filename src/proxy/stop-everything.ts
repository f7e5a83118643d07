import type { Stop } from '#contract/session.ts'
import type { NewNote, StopRecord } from '#store/records.ts'
import { pauseFor } from './batch-pause.ts'
import type { Caller, Handlers } from './handler.ts'
import type { World } from './world.ts'

type StopHandlers = Pick<Handlers, 'stopEverything' | 'liftStop'>

/**
 * The switch for when something is going wrong: any operator turns it on, an approver off. It stands in
 * the store, and is read in the transaction of every intent, so that it stops every process.
 */
export function stopHandlers(world: World): StopHandlers {
  const { stop } = world.store
  const noted = (action: string, caller: Caller, requestId: string, reason: string | null) => {
    const { personId, name: who } = caller
    const personal = { who, reason }
    const entry: NewNote = { action, personId, batchId: null, facts: {}, personal, requestId }
    return { entry, at: world.clock.now().toISOString() }
  }

  return {
    async stopEverything({ body, caller, requestId }) {
      const reason = body.reason || null
      const note = noted('stopEverything', caller, requestId, reason)
      const { personId } = caller
      const stopped = await stop.set({ personId, at: note.at, reason }, note)
      await pauseAll(world)
      return { stopped: await stopAsTold(world, stopped) }
    },

    async liftStop({ body, caller, requestId }) {
      const note = noted('liftStop', caller, requestId, body.reason || null)
      return { stopped: await stopAsTold(world, await stop.set(null, note)) }
    },
  }
}

/**
 * Each running batch waits for a person from now on, also where the switch is off again before it looks.
 * The switch holds them even where that cannot be written down.
 */
async function pauseAll(world: World): Promise<void> {
  const { batches } = world.store
  try {
    for (const batch of await batches.inState(['running'])) {
      await pauseFor(world, batch.batchId, undefined, 'read_only')
    }
  } catch (error) {
    world.log.error({ err: error }, 'running batches could not be paused; the switch holds them')
  }
}

/** What is stopped, as people are told. */
export async function stopAsTold({ store }: World, stop: StopRecord | null): Promise<Stop | null> {
  if (!stop) return null
  const { personId, at, reason } = stop
  const names = await store.people.names([personId])
  return { at, by: names.get(personId) ?? null, reason }
}
