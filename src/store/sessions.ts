import type { Db } from './connect.ts'
import { personFrom } from './people.ts'
import type { Instant } from './records.ts'
import type { Store } from './store.ts'

const columns = [
  'sessionHash',
  'sessionId',
  'sessions.personId',
  'createdAt',
  'expiresAt',
  'lastSeenAt',
  'authTime',
  'agent',
] as const

/** Who is signed in. Only hashes of what the browser holds are kept. */
export function sessionsIn(db: Db): Store['sessions'] {
  /** Those that have not ended in any way. */
  const alive = (at: Instant, idleSince: Instant) =>
    db
      .selectFrom('sessions')
      .innerJoin('people', 'people.personId', 'sessions.personId')
      .where('expiresAt', '>', at)
      .where('lastSeenAt', '>=', idleSince)
      .where('revoked', '=', 0)

  return {
    async start(session) {
      await db.deleteFrom('sessions').where('expiresAt', '<=', session.createdAt).execute()
      await db.insertInto('sessions').values(session).execute()
    },

    async find(sessionHash, at, idleSince) {
      const row = await alive(at, idleSince)
        .selectAll('people')
        .select(columns)
        .where('sessionHash', '=', sessionHash)
        .executeTakeFirst()
      if (!row) return null
      const { sessionId, personId, createdAt, expiresAt, lastSeenAt, authTime, agent } = row
      const times = { createdAt, expiresAt, lastSeenAt, authTime }
      return {
        session: { sessionHash, sessionId, personId, ...times, agent },
        person: personFrom(row),
      }
    },

    async touch(sessionHash, at) {
      await db
        .updateTable('sessions')
        .set({ lastSeenAt: at })
        .where('sessionHash', '=', sessionHash)
        .execute()
    },

    async end(sessionHash) {
      await db.deleteFrom('sessions').where('sessionHash', '=', sessionHash).execute()
    },

    of: (personId, at, idleSince) =>
      alive(at, idleSince)
        .select(columns)
        .where('sessions.personId', '=', personId)
        .orderBy('createdAt', 'desc')
        .orderBy('sessionId')
        .execute(),

    async endOne(personId, sessionId) {
      const ended = await db
        .deleteFrom('sessions')
        .where(({ eb }) => eb.and({ personId, sessionId }))
        .returning('sessionId')
        .executeTakeFirst()
      return ended !== undefined
    },

    async endOthers(personId, sessionHash) {
      await db
        .deleteFrom('sessions')
        .where('personId', '=', personId)
        .where('sessionHash', '<>', sessionHash)
        .execute()
    },
  }
}
