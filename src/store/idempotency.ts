import type { Db } from './connect.ts'
import type { Instant } from './records.ts'
import type { Store } from './store.ts'
import { written } from './written.ts'

const keptMs = 24 * 60 * 60 * 1_000
/**
 * Work that has been running for longer than this was left behind by a process that died: no mutation
 * waits for GenAuth anywhere near as long.
 */
const abandonedAfterMs = 10 * 60 * 1_000

/**
 * Answers to mutations, so that the same request twice is done once. `soleServer`: no other process
 * serves this database, so whatever runs when this one starts was left behind.
 */
export function idempotencyIn(db: Db, soleServer: boolean, now: () => Date): Store['idempotency'] {
  return {
    claim: ({ personId, operation, key, bodyHash, at }) =>
      written(db, async (tx) => {
        await tx.deleteFrom('idempotencyKeys').where('at', '<=', before(at, keptMs)).execute()
        const fresh = { bodyHash, status: null, body: null, at }
        const claimed = await tx
          .insertInto('idempotencyKeys')
          .values({ personId, operation, key, ...fresh })
          .onConflict((conflict) =>
            conflict
              .columns(['personId', 'operation', 'key'])
              .doUpdateSet(fresh)
              .where('idempotencyKeys.status', 'is', null)
              .where('idempotencyKeys.bodyHash', '=', bodyHash)
              .where('idempotencyKeys.at', '<=', before(at, abandonedAfterMs)),
          )
          .returning('key')
          .executeTakeFirst()
        if (claimed) return { state: 'fresh' }
        const earlier = await tx
          .selectFrom('idempotencyKeys')
          .selectAll()
          .where(({ eb }) => eb.and({ personId, operation, key }))
          .executeTakeFirstOrThrow()
        if (earlier.bodyHash !== bodyHash) return { state: 'other_body' }
        const { status, body } = earlier
        return status === null
          ? { state: 'running' }
          : { state: 'settled', status, body: body ?? '' }
      }),

    async isKnown({ personId, operation, key }) {
      const earlier = await db
        .selectFrom('idempotencyKeys')
        .select('key')
        .where(({ eb }) => eb.and({ personId, operation, key }))
        .where('at', '>', before(now().toISOString(), keptMs))
        .executeTakeFirst()
      return earlier !== undefined
    },

    async settle({ personId, operation, key }, answer) {
      await db
        .updateTable('idempotencyKeys')
        .set(answer)
        .where(({ eb }) => eb.and({ personId, operation, key }))
        .where('status', 'is', null)
        .execute()
    },

    async release({ personId, operation, key }) {
      await db
        .deleteFrom('idempotencyKeys')
        .where(({ eb }) => eb.and({ personId, operation, key }))
        .where('status', 'is', null)
        .execute()
    },

    async releaseRunning() {
      const abandoned = before(now().toISOString(), abandonedAfterMs)
      await db
        .deleteFrom('idempotencyKeys')
        .where('status', 'is', null)
        .where(({ eb, and }) => (soleServer ? and([]) : eb('at', '<=', abandoned)))
        .execute()
    },
  }
}

function before(at: Instant, ms: number): Instant {
  return new Date(Date.parse(at) - ms).toISOString()
}
