import type { Stop } from '#contract/session.ts'
import type { NewNote, StopRecord } from '#store/records.ts'
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
      return { stopped: await stopAsTold(world, stopped) }
    },

    async liftStop({ body, caller, requestId }) {
      const note = noted('liftStop', caller, requestId, body.reason || null)
      return { stopped: await stopAsTold(world, await stop.set(null, note)) }
    },
  }
}

/** What is stopped, as people are told. */
async function stopAsTold({ store }: World, stop: StopRecord | null): Promise<Stop | null> {
  if (!stop) return null
  const { personId, at, reason } = stop
  const names = await store.people.names([personId])
  return { at, by: names.get(personId) ?? null, reason }
}
