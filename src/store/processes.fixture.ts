import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach } from 'vitest'
import type { Deed } from './another-process.fixture.ts'

const script = join(import.meta.dirname, 'another-process.fixture.ts')
/** What was compiled once need not be again, which is half of what starting costs. */
const compiled = join(tmpdir(), 'leaver-desk-compiled')

/** Starts other processes on a database; they are gone after the test. */
export function otherProcesses() {
  const started: ChildProcess[] = []
  const kill = async (child: ChildProcess) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  afterEach(async () => {
    await Promise.all(started.splice(0).map(kill))
  })

  return {
    /** Starts one, and answers what it said and how to kill it on the spot. */
    async start(deed: Deed, databaseUrl: string) {
      const child = spawn(process.execPath, [script, deed, databaseUrl], {
        env: { ...process.env, NODE_COMPILE_CACHE: compiled },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      started.push(child)
      const [line] = await once(createInterface({ input: child.stdout }), 'line')
      const said: unknown = JSON.parse(String(line))
      return { pid: child.pid, said, kill: () => kill(child) }
    },
  }
}
