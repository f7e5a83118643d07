import { randomUUID } from 'node:crypto'
import { idleMs } from '#contract/limits.ts'
import { Role } from '#contract/role.ts'
import type { SessionTimes } from '#contract/session.ts'
import { foreignText } from '#genauth/foreign-text.ts'
import type { Person, Session } from '#store/records.ts'
import { freshFor } from './fresh.ts'
import type { Caller } from './handler.ts'
import type { Exchange } from './request-facts.ts'
import type { PrivateCookie } from './session-cookie.ts'
import { hashed, newOpaque, privateCookie } from './session-cookie.ts'
import type { World } from './world.ts'

/** So long after signing in it ends in any case. */
const absoluteMs = 8 * 3_600_000
/** The last sign of life is written down at most so often: each time costs the disk a flush. */
const touchMs = 15_000

export type Sessions = {
  /** @param alive whether the request is a sign of life; a poll is none. */
  find(c: Exchange, alive: boolean): Promise<Caller | null>
  /** A new id at each sign-in; a session that this browser had before ends. */
  start(c: Exchange, personId: string, authTime: Date | null): Promise<void>
  end(c: Exchange): Promise<void>
}

/** Who is signed in, by a cookie that holds nothing but a random id. */
export function sessions(world: World, secure: boolean): Sessions {
  const cookie = privateCookie('leaver-desk', secure)
  const { store, clock } = world
  return {
    async find(c, alive) {
      const id = cookie.read(c)
      if (id === null) return null
      const now = clock.now()
      const at = now.toISOString()
      const found = await store.sessions.find(hashed(id), at, idleSince(now))
      if (!found) return null
      c.set('personId', found.person.personId)
      const { sessionHash, lastSeenAt } = found.session
      if (alive && lastSeenAt <= before(now, touchMs)) await touch(world, sessionHash, at)
      return callerFrom(found.person, found.session)
    },

    async start(c, personId, authTime) {
      await endIn(c, cookie, world)
      const now = clock.now()
      const id = newOpaque()
      await store.sessions.start({
        sessionHash: hashed(id),
        sessionId: randomUUID(),
        personId,
        createdAt: now.toISOString(),
        expiresAt: new Date(now.getTime() + absoluteMs).toISOString(),
        lastSeenAt: now.toISOString(),
        authTime: authTime?.toISOString() ?? null,
        agent: foreignText(c.req.header('user-agent') ?? '') || null,
      })
      cookie.write(c, id, absoluteMs / 1_000)
    },

    async end(c) {
      await endIn(c, cookie, world)
      cookie.clear(c)
    },
  }
}

/** Writes down a sign of life. Somebody who only reads is not kept from it by a disk that is full. */
export async function touch({ store, log }: World, sessionHash: string, at: string): Promise<void> {
  try {
    await store.sessions.touch(sessionHash, at)
  } catch (error) {
    log.error({ err: error }, 'a sign of life could not be written down')
  }
}

async function endIn(c: Exchange, cookie: PrivateCookie, { store }: World): Promise<void> {
  const id = cookie.read(c)
  if (id !== null) await store.sessions.end(hashed(id))
}

/** The last sign of life that still keeps a session, as it is asked of the store. */
export function idleSince(now: Date): string {
  return before(now, idleMs)
}

/** How long a session still lasts, in whole seconds; never less than nothing. */
export function timesOf({ lastSeenAt, expiresAt, authTime }: Session, now: Date): SessionTimes {
  const secondsLeft = (ms: number) => Math.max(0, Math.floor(ms / 1_000))
  const until = (instant: string) => Date.parse(instant) - now.getTime()
  return {
    idleSecondsLeft: secondsLeft(until(lastSeenAt) + idleMs),
    secondsLeft: secondsLeft(until(expiresAt)),
    freshSecondsLeft: authTime === null ? null : secondsLeft(freshFor(new Date(authTime), now)),
  }
}

function before(now: Date, ms: number): string {
  return new Date(now.getTime() - ms).toISOString()
}

function callerFrom(person: Person, { sessionHash, authTime }: Session): Caller {
  const { personId, iss, sub, name, email, emailVerified, ownUserId } = person
  return {
    personId,
    iss,
    sub,
    name,
    email,
    emailVerified,
    ownUserId,
    role: Role.nullable().catch(null).parse(person.role),
    sessionHash,
    authTime: authTime === null ? null : new Date(authTime),
  }
}
