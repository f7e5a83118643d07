import { actsIn } from './acts.ts'
import { auditIn } from './audit.ts'
import { auditChain } from './audit-chain.ts'
import { chainKeys } from './audit-link.ts'
import { batchActsIn } from './batch-acts.ts'
import { batchChangesIn } from './batch-change.ts'
import { batchChecksIn } from './batch-check.ts'
import { batchListsIn } from './batch-lists.ts'
import { batchRechecksIn } from './batch-recheck.ts'
import { batchRowsIn } from './batch-rows.ts'
import { batchUsersIn } from './batch-users.ts'
import { batchWriter } from './batch-writing.ts'
import { batchesIn } from './batches.ts'
import type { ChainWatch } from './chain-watch.ts'
import { chainWatch } from './chain-watch.ts'
import type { Db, Engine } from './connect.ts'
import { figuresOf } from './figures.ts'
import { idempotencyIn } from './idempotency.ts'
import { peopleIn } from './people.ts'
import { pingOf } from './ping.ts'
import { poolOf, rememberPool } from './pool.ts'
import { inProcessQueue } from './queue-in-process.ts'
import { postgresQueue } from './queue-postgres.ts'
import { dropForgottenLists, receivedListsIn } from './received-lists.ts'
import { sessionsIn } from './sessions.ts'
import { signInsIn } from './sign-ins.ts'
import { stopIn } from './stop-everything.ts'
import type { Store } from './store.ts'
import type { StoreOptions } from './store-options.ts'

/**
 * Puts the store together on an open database of this program's version. `unlock` is called when it is
 * closed. Error: CannotOpen when the database belongs to another pool.
 */
export async function assemble(
  db: Db,
  engine: Engine,
  options: StoreOptions,
  unlock: () => void,
): Promise<Store> {
  const { databaseUrl, now, lock = true, report = () => undefined } = options
  const keys = chainKeys(options.secretKeys)
  const belongsTo = options.belongsTo ?? (await poolOf(db))
  await rememberPool(db, keys, belongsTo)
  const chain = auditChain(db, keys, belongsTo, options.head)
  const watch = chainWatch(db, keys, belongsTo, options.lastHead)
  if (lock) {
    await reportBroken(watch, report)
    await dropForgottenLists(db, now())
  }
  const queue = engine === 'sqlite' ? inProcessQueue(report) : postgresQueue(databaseUrl, report)
  const write = batchWriter(db, chain, queue)
  return {
    engine,
    people: peopleIn(db, chain),
    signIns: signInsIn(db, now),
    sessions: sessionsIn(db),
    stop: stopIn(db, chain),
    idempotency: idempotencyIn(db, engine === 'sqlite', now),
    acts: actsIn(db, chain, watch),
    audit: auditIn(db, chain, watch),
    batches: {
      ...batchesIn(db, write),
      ...batchListsIn(db, write),
      ...batchRowsIn(db),
      ...batchUsersIn(db),
      ...batchChecksIn(db, write),
      ...batchChangesIn(db, write),
      ...batchActsIn(chain, watch),
      ...batchRechecksIn(db, chain, write),
    },
    lists: receivedListsIn(db),
    queue: { put: queue.put, work: queue.work },
    figures: () => figuresOf(db),
    ping: pingOf(db),
    async close() {
      await queue.close()
      await db.destroy()
      unlock()
    },
  }
}

async function reportBroken(watch: ChainWatch, report: (error: unknown) => void): Promise<void> {
  const verdict = await watch.verify()
  if (verdict.holds) return
  report(new Error(`the audit chain is broken at entry ${verdict.firstBad}: ${verdict.why}`))
}
