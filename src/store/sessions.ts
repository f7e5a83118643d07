import type { Db } from './connect.ts'
import { personFrom } from './people.ts'
import type { Store } from './store.ts'

/** Who is signed in. Only hashes of what the browser holds are kept. */
export function sessionsIn(db: Db): Store['sessions'] {
  return {
    async start(session) {
      await db.deleteFrom('sessions').where('expiresAt', '<=', session.createdAt).execute()
      await db.insertInto('sessions').values(session).execute()
    },

    async find(sessionHash, at, idleSince) {
      const row = await db
        .selectFrom('sessions')
        .innerJoin('people', 'people.personId', 'sessions.personId')
        .selectAll('people')
        .select(['sessionHash', 'createdAt', 'expiresAt', 'lastSeenAt', 'authTime'])
        .where('sessionHash', '=', sessionHash)
        .where('expiresAt', '>', at)
        .where('lastSeenAt', '>=', idleSince)
        .where('revoked', '=', 0)
        .executeTakeFirst()
      if (!row) return null
      const { personId, createdAt, expiresAt, lastSeenAt, authTime } = row
      return {
        session: { sessionHash, personId, createdAt, expiresAt, lastSeenAt, authTime },
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
  }
}
