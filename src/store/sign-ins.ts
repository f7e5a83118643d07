import type { Db } from './connect.ts'
import type { Store } from './store.ts'

/** Sign-ins that have gone to the provider and are not back yet. */
export function signInsIn(db: Db, now: () => Date): Store['signIns'] {
  return {
    async begin(pending) {
      await db.deleteFrom('signIns').where('expiresAt', '<=', now().toISOString()).execute()
      await db
        .insertInto('signIns')
        .values({ ...pending, fresh: pending.fresh ? 1 : 0 })
        .execute()
    },

    async take(stateHash, at) {
      const pending = await db
        .deleteFrom('signIns')
        .where('stateHash', '=', stateHash)
        .returningAll()
        .executeTakeFirst()
      return pending && pending.expiresAt > at ? { ...pending, fresh: pending.fresh === 1 } : null
    },
  }
}
