import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { childEnv } from './child-env.fixture.ts'
import type { PoolKey } from './sandbox-process.fixture.ts'

const script = join(import.meta.dirname, 'long-list.fixture.ts')
const smallHeap = ['--max-old-space-size=96', '--max-semi-space-size=8']

/**
 * Starts a process that runs long lists, on a desk in this folder, against this pool. Its heap is so small
 * that it ends when it holds on to much; left alone, it would put off collecting what it no longer needs.
 */
export function startDesk(folder: string, { host, accessKeyId, accessKeySecret }: PoolKey) {
  const desk = {
    databaseUrl: `file:${join(folder, 'desk.db')}`,
    heads: join(folder, 'heads'),
    pool: { host, accessKeyId, accessKeySecret },
    timeoutMs: 10_000,
    list: { kind: 'suspend', endSessions: false, userIds: ['nobody'] },
  }
  const child = spawn(process.execPath, [...smallHeap, script], {
    env: { ...childEnv, DESK: JSON.stringify(desk) },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const said = async (): Promise<unknown> => JSON.parse((await lines.next()).value ?? '')
  return {
    said,
    async run(exist: string[], length: number) {
      child.stdin.write(`${JSON.stringify({ exist, rows: length })}\n`)
      return said()
    },
    /** The most memory that it has had so far, as the kernel counts it, in MB. */
    async peakMb() {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8')
      return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024
    },
    async end() {
      const gone = once(child, 'exit')
      child.stdin.end()
      return (await gone)[0]
    },
  }
}
