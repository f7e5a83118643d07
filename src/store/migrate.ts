import { rmSync } from 'node:fs'
import { sql } from 'kysely'
import { CannotOpen } from './cannot-open.ts'
import type { Db, Engine, Tx } from './connect.ts'
import type { Migration } from './migrations.ts'
import { makePrivateFile } from './sqlite-file.ts'

/** Any number that no other program on the same server takes for its own lock. */
const migrationLock = 7_305_811

type Applied = { number: number; name: string }

/**
 * Brings a database up to this program's version, forward only, in one transaction and under a lock.
 * A SQLite file that holds something is first copied to `FILE.before-N`, N being the version to come.
 * Error: {@link CannotOpen} when the database is newer than the program.
 */
export async function migrate(
  db: Db,
  engine: Engine,
  sqlitePath: string | null,
  migrations: readonly Migration[],
  now: () => Date,
): Promise<void> {
  if (sqlitePath) await copyBefore(db, sqlitePath, migrations)
  await db.transaction().execute(async (tx) => {
    if (engine === 'postgres') await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(tx)
    await sql`create table if not exists migrations (
      number integer primary key, name text not null, at text not null
    )`.execute(tx)
    const version = versionOf(await applied(tx), migrations)
    for (const [index, { name, statements }] of migrations.entries()) {
      if (index < version) continue
      for (const statement of statements) await sql.raw(statement).execute(tx)
      await sql`insert into migrations (number, name, at)
        values (${index + 1}, ${name}, ${now().toISOString()})`.execute(tx)
    }
  })
}

/** Refuses a database of any other version than this program's. Error: {@link CannotOpen}. */
export async function refuseOtherVersion(db: Db, migrations: readonly Migration[]): Promise<void> {
  const rows = await applied(db).catch(() => [])
  if (versionOf(rows, migrations) < migrations.length) {
    throw new CannotOpen('The database is older than this program; start the server once first.')
  }
}

async function copyBefore(db: Db, path: string, migrations: readonly Migration[]): Promise<void> {
  const tables = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table' and name = 'migrations'`.execute(db)
  if (tables.rows.length === 0) return
  const version = versionOf(await applied(db), migrations)
  if (version === migrations.length) return
  const copy = `${path}.before-${migrations.length}`
  rmSync(copy, { force: true })
  makePrivateFile(copy)
  await sql`vacuum into ${copy}`.execute(db)
}

async function applied(db: Db | Tx): Promise<Applied[]> {
  const found = await sql<Applied>`select number, name from migrations order by number`.execute(db)
  return found.rows
}

function versionOf(applied: readonly Applied[], migrations: readonly Migration[]): number {
  const last = applied.at(-1)
  if (last && last.number > migrations.length) {
    throw new CannotOpen(
      `The database has version ${last.number} ("${last.name}"), this program knows ${migrations.length}; run a newer program.`,
    )
  }
  return last?.number ?? 0
}
