import { readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { DatabaseSync } from 'node:sqlite'
import { CannotOpen } from './cannot-open.ts'
import { makePrivateFile } from './sqlite-file.ts'

export type ServerLock = { release(): void }

/**
 * Keeps a second server off a SQLite file, while other processes may still read it. The lock is an
 * exclusive transaction on `<database>.lock`, so it ends with the process that holds it, however that
 * ends; who it is stands in `<database>.lock.holder`.
 * Error: {@link CannotOpen}, naming pid and host of the holder.
 */
export function takeServerLock(databasePath: string): ServerLock {
  const path = `${databasePath}.lock`
  makePrivateFile(path)
  const lock = new DatabaseSync(path)
  try {
    // Nothing is ever written here, so there is no need for a journal beside it.
    lock.exec('pragma journal_mode = memory; begin exclusive')
  } catch {
    lock.close()
    throw new CannotOpen(
      `${databasePath} is in use by another Leaver Desk${holderOf(path)}; only one may serve a file.`,
    )
  }
  makePrivateFile(`${path}.holder`)
  writeFileSync(`${path}.holder`, `pid ${process.pid} on ${hostname()}`)
  return {
    release() {
      if (lock.isOpen) lock.close()
    },
  }
}

function holderOf(path: string): string {
  try {
    return `, ${readFileSync(`${path}.holder`, 'utf8').slice(0, 300)}`
  } catch {
    return ''
  }
}
