import { sql } from 'kysely'
import { actsIn } from './acts.ts'
import { auditIn } from './audit.ts'
import type { Head } from './audit-chain.ts'
import { auditChain } from './audit-chain.ts'
import { chainKeys } from './audit-link.ts'
import type { ChainEnd } from './audit-walk.ts'
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
import { connect, engineOf } from './connect.ts'
import { idempotencyIn } from './idempotency.ts'
import { migrate, refuseOtherVersion } from './migrate.ts'
import { migrations } from './migrations.ts'
import { peopleIn } from './people.ts'
import { rememberPool } from './pool.ts'
import { inProcessQueue } from './queue-in-process.ts'
import { postgresQueue } from './queue-postgres.ts'
import { dropForgottenLists, receivedListsIn } from './received-lists.ts'
import { takeServerLock } from './server-lock.ts'
import { sessionsIn } from './sessions.ts'
import { signInsIn } from './sign-ins.ts'
import { pathOfFileUrl } from './sqlite-file.ts'
import type { Store } from './store.ts'

export type StoreOptions = {
  /** `file:…` for SQLite, `postgres://…` for PostgreSQL. */
  databaseUrl: string
  /** At least one, each at least 32 bytes; the first signs, all verify. */
  secretKeys: readonly Buffer[]
  /** The host of the pool, or `sandbox`: a database keeps to the one it began with. */
  belongsTo: string
  /** Puts the chain's head outside the database after every append. While it throws, nothing is recorded. */
  head: (head: Head) => void
  /** The last head that stands outside: when it is ahead of the database, the chain counts as broken. */
  lastHead?: ChainEnd
  now: () => Date
  /**
   * `false`: a command beside the server. It takes no lock, makes and migrates nothing, and leaves the
   * chain unread.
   */
  lock?: boolean
  /** Hears what nobody waits for: a chain that is broken at the start, what a job's worker threw, lost connections. */
  report?: (error: unknown) => void
}

/**
 * Opens the store: takes the server's lock (SQLite), migrates, compares the pool, reads the audit chain.
 * A broken chain does not stop the start; it stops every intent.
 * Error: CannotOpen, one sentence for whoever starts the program.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { databaseUrl, lock = true } = options
  const engine = engineOf(databaseUrl)
  const path = engine === 'sqlite' ? pathOfFileUrl(databaseUrl) : null
  const serverLock = lock && path ? takeServerLock(path) : null
  let db: Db | undefined
  try {
    if (lock) await migrateAt(databaseUrl, engine, path, options)
    db = connect(databaseUrl, 'write', options.report)
    if (!lock) await refuseOtherVersion(db, migrations)
    return await assemble(db, engine, options, () => serverLock?.release())
  } catch (error) {
    await db?.destroy()
    serverLock?.release()
    throw error
  }
}

async function migrateAt(
  databaseUrl: string,
  engine: Engine,
  path: string | null,
  { now, report }: StoreOptions,
): Promise<void> {
  const db = connect(databaseUrl, 'migrate', report)
  try {
    await migrate(db, engine, path, migrations, now)
  } finally {
    await db.destroy()
  }
}

async function assemble(
  db: Db,
  engine: Engine,
  options: StoreOptions,
  unlock: () => void,
): Promise<Store> {
  const { databaseUrl, belongsTo, now, lock = true, report = () => undefined } = options
  const keys = chainKeys(options.secretKeys)
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
    people: peopleIn(db),
    signIns: signInsIn(db, now),
    sessions: sessionsIn(db),
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
    async ping() {
      await sql`select 1`.execute(db)
    },
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
