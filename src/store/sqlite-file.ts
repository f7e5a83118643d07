import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The path in a `file:` address: `file:data/x.db` is relative, `file:/x.db` and `file:///x.db` are not. */
export function pathOfFileUrl(databaseUrl: string): string {
  return databaseUrl.startsWith('file://')
    ? fileURLToPath(databaseUrl)
    : databaseUrl.slice('file:'.length)
}

/**
 * Makes a file that only its owner may read, unless it is there. A file that is there is not opened:
 * closing it again would drop the locks that this process holds on it.
 */
export function makePrivateFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  if (existsSync(path)) chmodSync(path, 0o600)
  else closeSync(openSync(path, 'wx', 0o600))
}
