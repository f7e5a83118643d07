import type { SessionTimes } from '#contract/session.ts'
import type { Caller, Handler } from './handler.ts'
import { idleSince, timesOf } from './session.ts'
import { stopAsTold } from './stop-everything.ts'
import type { World } from './world.ts'

/** Who is signed in, with which role, for how long, to which pool, and whether everything is stopped. */
export function whoAmI(world: World): Handler<'whoAmI'> {
  const { poolName, sandbox, readOnly, batchMax } = world.settings
  const desk = { pool: { name: poolName, sandbox }, readOnly, batchMax }
  return async ({ caller }) => {
    const session = caller && (await timesIn(world, caller))
    // A session that ended a moment ago is nobody's any more.
    if (!caller || !session) return { ...desk, stopped: null, person: null, session: null }
    const { personId, name, email, role } = caller
    const stopped = role === null ? null : await stopAsTold(world, await world.store.stop.current())
    return { ...desk, stopped, person: { personId, name, email, role }, session }
  }
}

async function timesIn(
  { store, clock }: World,
  { sessionHash }: Caller,
): Promise<SessionTimes | null> {
  const now = clock.now()
  const found = await store.sessions.find(sessionHash, now.toISOString(), idleSince(now))
  return found && timesOf(found.session, now)
}
