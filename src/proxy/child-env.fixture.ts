import { tmpdir } from 'node:os'
import { join } from 'node:path'

const { PATH = '', HOME = '', TMPDIR = tmpdir() } = process.env

/** What a process that a test starts needs besides what it is told, and nothing else of the tester's. */
export const childEnv = {
  PATH,
  HOME,
  TMPDIR,
  TZ: 'UTC',
  // What was compiled once need not be again, which is half of what starting costs.
  NODE_COMPILE_CACHE: join(TMPDIR, 'leaver-desk-compiled'),
}
