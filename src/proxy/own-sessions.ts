import type { OwnSessions } from '#contract/session.ts'
import type { Caller, Handler, Handlers } from './handler.ts'
import { Refused } from './refused.ts'
import { idleSince, timesOf, touch } from './session.ts'
import type { World } from './world.ts'

type Ours = 'staySignedIn' | 'listSessions' | 'endSession' | 'endOtherSessions'

/** What somebody may do with their own sessions, and with nobody else's. */
export function ownSessions(world: World): Pick<Handlers, Ours> {
  const { sessions } = world.store
  return {
    staySignedIn: staySignedIn(world),
    listSessions: async ({ caller }) => sessionsOf(world, caller),

    async endSession({ caller, params }) {
      const others = (await sessionsOf(world, caller)).sessions.filter(({ current }) => !current)
      const isAnother = others.some(({ sessionId }) => sessionId === params.sessionId)
      if (!isAnother || !(await sessions.endOne(caller.personId, params.sessionId))) {
        throw new Refused('not_found', 'There is no such session of yours beside this one.')
      }
      return sessionsOf(world, caller)
    },

    async endOtherSessions({ caller }) {
      await sessions.endOthers(caller.personId, caller.sessionHash)
      return sessionsOf(world, caller)
    },
  }
}

/** Every request is a sign of life; this one is written down however short ago the last one was. */
function staySignedIn(world: World): Handler<'staySignedIn'> {
  const { store, clock } = world
  return async ({ caller }) => {
    const now = clock.now()
    await touch(world, caller.sessionHash, now.toISOString())
    const found = await store.sessions.find(caller.sessionHash, now.toISOString(), idleSince(now))
    if (!found) throw new Refused('sign_in_required', 'The session has ended.')
    return timesOf(found.session, now)
  }
}

async function sessionsOf({ store, clock }: World, caller: Caller): Promise<OwnSessions> {
  const now = clock.now()
  const all = await store.sessions.of(caller.personId, now.toISOString(), idleSince(now))
  return {
    sessions: all.map(({ sessionId, sessionHash, createdAt, lastSeenAt, expiresAt, agent }) => ({
      sessionId,
      current: sessionHash === caller.sessionHash,
      startedAt: createdAt,
      lastSeenAt,
      endsAt: expiresAt,
      agent,
    })),
  }
}
