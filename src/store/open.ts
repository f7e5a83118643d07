import { assemble } from './assemble.ts'
import type { Db, Engine } from './connect.ts'
import { connect, engineOf } from './connect.ts'
import { migrate, refuseOtherVersion } from './migrate.ts'
import { migrations } from './migrations.ts'
import { takeServerLock } from './server-lock.ts'
import { pathOfFileUrl } from './sqlite-file.ts'
import type { Store } from './store.ts'
import type { StoreOptions } from './store-options.ts'

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
