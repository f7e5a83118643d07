import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { giveToNobody, nobody } from './postgres-programs.fixture.ts'

const kept = fileURLToPath(new URL('../../node_modules/.cache/leaver-desk', import.meta.url))
const how = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
const small = ['--wal-segsize=1']

/**
 * Makes a new cluster in a folder that is not there yet. Making one takes a second, copying one a moment:
 * the first of each version is kept beside the modules, where nothing is ever done to it.
 * Error: it cannot be made, with what the program said.
 */
export function makeCluster(programs: string, folder: string): void {
  const pattern = join(kept, patternName(programs))
  if (existsSync(pattern)) {
    cpSync(pattern, folder, { recursive: true })
    chmodSync(folder, 0o700)
    giveToNobody(folder)
    return
  }
  run(programs, 'initdb', ['-D', folder, ...how, ...small])
  keep(folder, pattern)
}

function patternName(programs: string): string {
  const told = [run(programs, 'postgres', ['--version']), ...how, ...small].join(' ')
  return `postgres-${createHash('sha256').update(told).digest('hex').slice(0, 16)}`
}

/** Whole or not at all, whoever else keeps one just now; where nothing can be kept, the next is made anew. */
function keep(folder: string, pattern: string): void {
  const begun = `${pattern}.${process.pid}`
  try {
    mkdirSync(dirname(pattern), { recursive: true })
    cpSync(folder, begun, { recursive: true })
    renameSync(begun, pattern)
  } catch {
    rmSync(begun, { recursive: true, force: true })
  }
}

function run(programs: string, program: string, args: readonly string[]): string {
  const { status, error, stdout, stderr } = spawnSync(join(programs, program), args, {
    ...nobody,
    env: { LC_ALL: 'C' },
    encoding: 'utf8',
  })
  if (status === 0) return stdout
  throw new Error(`PostgreSQL: ${program}: ${error?.message ?? stderr}`)
}
