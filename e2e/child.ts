import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { childEnv } from '#proxy/child-env.fixture.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const patienceMs = 30_000

/** `node src/server.ts …` as a process of its own, with this environment and nothing else of ours. */
export class Child {
  readonly process: ChildProcess
  /** What it wrote to stdout and stderr so far. */
  output = ''

  constructor(args: readonly string[], env: Record<string, string>) {
    this.process = spawn(process.execPath, ['src/server.ts', ...args], {
      cwd: root,
      env: { ...childEnv, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text
      })
    }
  }

  get ended(): boolean {
    return this.process.exitCode !== null || this.process.signalCode !== null
  }

  /** Asks again and again until `ready` answers something; an error says what the process wrote. */
  async until<T>(what: string, ready: () => Promise<T | null>): Promise<T> {
    const deadline = Date.now() + patienceMs
    while (!this.ended && Date.now() < deadline) {
      const answer = await ready()
      if (answer !== null) return answer
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`${what} did not come. The process wrote:\n${this.output}`)
  }

  /** Ends with the signal's way of ending, once the process is really gone. */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    if (this.ended) return
    const gone = once(this.process, 'exit')
    this.process.kill(signal)
    await gone
  }
}
