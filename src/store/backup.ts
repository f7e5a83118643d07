import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { sql } from 'kysely'
import { CannotOpen } from './cannot-open.ts'
import type { Db } from './connect.ts'
import { connect, engineOf } from './connect.ts'

/**
 * Copies a SQLite database as it stands at one instant, also while a server writes to it, into a new
 * file that only its owner may read; when this is answered, the copy is on the disk. It is one reading
 * transaction, because a copy page by page begins anew with whatever another process writes.
 * Error: CannotOpen, one sentence for whoever asked; then no file is left.
 */
export async function backupTo(databaseUrl: string, path: string): Promise<void> {
  if (engineOf(databaseUrl) === 'postgres') {
    throw new CannotOpen('Only a SQLite file is copied like this; use pg_dump for PostgreSQL.')
  }
  const db = connect(databaseUrl, 'read')
  try {
    await copyInto(db, resolve(path))
  } finally {
    await db.destroy()
  }
}

async function copyInto(db: Db, path: string): Promise<void> {
  claim(path)
  try {
    await sql`vacuum into ${path}`.execute(db)
    // SQLite leaves it to the system when the copy reaches the disk.
    for (const written of [path, dirname(path)]) sync(written)
  } catch (error) {
    rmSync(path, { force: true })
    throw new CannotOpen(`The database cannot be copied to ${path}: ${messageOf(error)}.`)
  }
}

/** Makes the file, so that nothing that is there is ever written over. */
function claim(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600))
  } catch (error) {
    const there = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    throw new CannotOpen(
      there
        ? `${path} is there already; a backup writes over nothing.`
        : `${path} cannot be made: ${messageOf(error)}.`,
    )
  }
}

function sync(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
