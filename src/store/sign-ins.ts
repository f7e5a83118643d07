import type { Db } from './connect.ts'
import type { Store } from './store.ts'

/** Sign-ins that wait at a time: more than people ever begin within ten minutes, and few megabytes. */
const pendingLimit = 10_000

/** Sign-ins that have gone to the provider and are not back yet. */
export function signInsIn(db: Db, now: () => Date): Store['signIns'] {
  return {
    async begin(pending) {
      await db.deleteFrom('signIns').where('expiresAt', '<=', now().toISOString()).execute()
      await giveWay(db)
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

/**
 * Anybody may begin a sign-in, so whoever floods the door must not fill the disk. Those that wait longest
 * give way: to break the sign-in of somebody who takes half a minute, hundreds a second have to come
 * for all that time. If new ones were refused instead, a few a second would keep everybody out, and
 * would go on doing so for ten minutes after they ended.
 */
async function giveWay(db: Db): Promise<void> {
  await db
    .deleteFrom('signIns')
    .where('stateHash', 'in', (pending) =>
      pending
        .selectFrom('signIns')
        .select('stateHash')
        .orderBy('expiresAt', 'desc')
        .limit(pendingLimit)
        // Room for the one that comes.
        .offset(pendingLimit - 1),
    )
    .execute()
}
