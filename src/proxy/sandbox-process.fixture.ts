import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { SandboxPerson, Switches } from '#sandbox/backstage.ts'
import type { LedgerEntry } from '#sandbox/ledger.ts'
import { childEnv } from './child-env.fixture.ts'

const root = join(import.meta.dirname, '..', '..')

/** The sandbox goes when nobody holds its input open any more, however the test ended. */
const serve = '"$0" src/server.ts sandbox </dev/null & cat >/dev/null; kill -9 $!'

/** Where a sandbox answers, and the key that opens it. */
export type PoolKey = { host: string; accessKeyId: string; accessKeySecret: string }

export type SandboxOfItsOwn = PoolKey & {
  /** Everything that GenAuth was asked after this entry, and what it did: the witness. */
  ledger(after?: number): Promise<LedgerEntry[]>
  /** The named people, each there for a story of their own. */
  people(): Promise<SandboxPerson[]>
  switches(next: Switches): Promise<void>
  end(): Promise<void>
}

/**
 * Starts `server.ts sandbox` as a process of its own, so that whatever dies beside it leaves its
 * ledger whole. `also`: more of its variables.
 */
export async function startSandboxProcess(
  users: number,
  also: Record<string, string> = {},
): Promise<SandboxOfItsOwn> {
  const child = spawn('/bin/sh', ['-c', serve, process.execPath], {
    cwd: root,
    env: {
      ...childEnv,
      SANDBOX_PORT: String(await freePort()),
      SANDBOX_USERS: String(users),
      SANDBOX_LATENCY_MS: '0',
      ...also,
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const said = await linesUntil(child, 'OIDC_CLIENT_SECRET')
  const host = said.get('GENAUTH_HOST') ?? ''
  return {
    host,
    accessKeyId: said.get('GENAUTH_ACCESS_KEY_ID') ?? '',
    accessKeySecret: said.get('GENAUTH_ACCESS_KEY_SECRET') ?? '',
    async ledger(after = 0) {
      const answer = await fetch(`${host}/sandbox/ledger?after=${after}`)
      const entries: LedgerEntry[] = await answer.json()
      return entries.filter(({ seq }) => seq > after)
    },
    async people() {
      const answer = await fetch(`${host}/sandbox/people`)
      return answer.json()
    },
    async switches(next) {
      const answer = await fetch(`${host}/sandbox/switches`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(next),
      })
      if (!answer.ok) throw new Error(`The sandbox refuses the switches: ${await answer.text()}`)
    },
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.stdin.end()
      await gone
    },
  }
}

async function linesUntil(child: ChildProcess, last: string): Promise<Map<string, string>> {
  const said = new Map<string, string>()
  if (child.stdout) {
    for await (const line of createInterface({ input: child.stdout })) {
      const [, name = '', value = ''] = /^([A-Z_]+)=(.*)$/.exec(line) ?? []
      said.set(name, value)
      if (name === last) return said
    }
  }
  throw new Error('The sandbox ended before it said where it is.')
}

/** A port of 127.0.0.1 that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('No port is free.')
  return address.port
}
