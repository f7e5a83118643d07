import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { Misconfigured } from './environment.ts'
import type { Configuration } from './settings.ts'

type Kept = Pick<Configuration, 'secretKeys' | 'database'>

/** Where the key of a SQLite file lies when `SECRET_KEY` is not set. */
function keyPath(databaseFile: string): string {
  return `${databaseFile}.secret-key`
}

/**
 * The keys as configured, or the one beside the SQLite file; for a new database one is made.
 * @throws Misconfigured when a database is there and its key is not: what it signed with would be lost.
 */
export function openSecretKeys({ secretKeys, database }: Kept): readonly Buffer[] {
  if (secretKeys !== null || database.file === null) return secretKeys ?? []
  if (!existsSync(keyPath(database.file)) && !existsSync(database.file)) makeKey(database.file)
  return findSecretKeys({ secretKeys, database })
}

/**
 * The keys as configured, or the one beside the SQLite file, which must be there.
 * @throws Misconfigured
 */
export function findSecretKeys({ secretKeys, database }: Kept): readonly Buffer[] {
  if (secretKeys !== null || database.file === null) return secretKeys ?? []
  const path = keyPath(database.file)
  if (!existsSync(path)) {
    throw new Misconfigured(
      `SECRET_KEY is missing, and ${path} too; the database ${database.file} needs the key it began with.`,
    )
  }
  chmodSync(path, 0o600)
  const key = Buffer.from(readFileSync(path, 'utf8').trim())
  if (key.length < 32) throw new Misconfigured(`SECRET_KEY: ${path} does not hold a whole key.`)
  return [key]
}

/** Appears whole or not at all, and never in place of another. */
function makeKey(databaseFile: string): void {
  mkdirSync(dirname(databaseFile), { recursive: true, mode: 0o700 })
  const path = keyPath(databaseFile)
  const draft = `${path}.${process.pid}`
  const file = openSync(draft, 'w', 0o600)
  writeSync(file, `${randomBytes(32).toString('base64url')}\n`)
  fsyncSync(file)
  closeSync(file)
  try {
    linkSync(draft, path)
  } catch (error) {
    if (!existsSync(path)) throw error
  } finally {
    rmSync(draft, { force: true })
  }
}
