import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { pino } from 'pino'
import type { Role } from '#contract/role.ts'
import { openGenAuth } from '#genauth/client.ts'
import { startSandbox } from '#sandbox/sandbox.ts'
import { openStore } from '#store/open.ts'
import type { Caller } from './handler.ts'
import { handlers } from './handlers.ts'
import { steadyPace } from './pace.ts'
import { poolSizeOf } from './pool-size.ts'
import { resume } from './runner.ts'
import { sessionFor } from './session.fixture.ts'
import { hashed, newOpaque } from './session-cookie.ts'
import type { Clock, Settings, World } from './world.ts'

/** A clock that stands still until somebody sleeps, and has moved on as soon as they do. */
function movedClock(from = '2026-11-20T18:00:00.000Z'): Clock & { move(ms: number): void } {
  let at = Date.parse(from)
  return {
    now: () => new Date(at),
    monotonic: () => at,
    async sleep(ms) {
      at += ms
      await turn()
    },
    move(ms) {
      at += ms
    },
  }
}

export type DeskOptions = {
  users?: number
  policy?: string
  settings?: Partial<Settings>
  /** GenAuth is asked how many users there are; otherwise there are more than any list has. */
  countsPool?: boolean
  /** `postgres://…`; absent: a SQLite file of its own. */
  databaseUrl?: string
}

/** The proxy without its HTTP: real store, real sandbox, real client, and a clock that can be moved. */
export async function openDesk(options: DeskOptions = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'leaver-desk-proxy-'))
  const clock = movedClock()
  const sandbox = await startSandbox({
    port: 0,
    users: options.users ?? 60,
    seed: 1,
    latencyMs: 0,
    rps: 0,
    policy: options.policy ?? '',
    publicUrl: 'http://127.0.0.1:8080',
    now: clock.now,
  })
  const settings: Settings = {
    poolName: 'Sandbox',
    sandbox: true,
    readOnly: false,
    batchMax: 10_000,
    waitAfterRestart: false,
    // One person may do by themselves whatever a test needs; a test about a second person says so.
    approvalAbove: 100_000,
    approvalShare: 1,
    actWindowMinutes: 60,
    protectedUsers: new Set(),
    // Long enough for a busy machine; who never answers costs a test this much.
    genauthTimeoutMs: 2_000,
    genauthSettleMs: 1_000,
    genauthConcurrency: 4,
    ...options.settings,
  }
  const databaseUrl = options.databaseUrl ?? `file:${join(folder, 'desk.db')}`

  /** Opens what a process opens; `crash` lets go of it as a killed process would. */
  const open = async () => {
    const stopping = new AbortController()
    const store = await openStore({
      databaseUrl,
      secretKeys: [Buffer.alloc(32, 7)],
      belongsTo: 'sandbox',
      head: () => undefined,
      now: clock.now,
    })
    const genauth = openGenAuth({
      host: sandbox.url,
      accessKeyId: sandbox.accessKeyId,
      accessKeySecret: sandbox.accessKeySecret,
      signature: 'authing',
      timeoutMs: settings.genauthTimeoutMs,
    })
    const log = pino({ enabled: false })
    const pace = steadyPace(clock)
    const poolSize = options.countsPool
      ? poolSizeOf({ genauth, clock, log })
      : async () => 10_000_000
    const world: World = {
      store,
      genauth,
      settings,
      clock,
      pace,
      poolSize,
      log,
      stopping: stopping.signal,
    }
    const running = await resume(world)
    let closed = false
    const closeStore = async () => {
      if (!closed) await store.close()
      closed = true
    }
    return {
      world,
      store,
      does: handlers(world),
      closeStore,
      async end() {
        stopping.abort()
        await running.ended()
        await closeStore()
        await genauth.close()
      },
    }
  }
  let process = await open()
  const people = sandbox.people()

  return {
    sandbox,
    clock,
    settings,
    get does() {
      return process.does
    },
    get store() {
      return process.store
    },
    get world() {
      return process.world
    },
    /** A client of the pool, for what somebody else does there. */
    get genauth() {
      return process.world.genauth
    },
    /** The person as a request would know them, who has just signed in. */
    async signIn(name: string, role: Role | null = 'operator', more: Partial<Caller> = {}) {
      const sub = more.sub ?? name.toLowerCase().replaceAll(' ', '-')
      const person = await process.store.people.signedIn(
        {
          iss: more.iss ?? sandbox.issuer,
          sub,
          name,
          email: more.email ?? null,
          emailVerified: more.emailVerified ?? false,
          ownUserId: more.ownUserId ?? null,
          role,
        },
        clock.now().toISOString(),
      )
      const caller: Caller = {
        ...person,
        role,
        sessionHash: more.sessionHash ?? hashed(newOpaque()),
        authTime: more.authTime === undefined ? clock.now() : more.authTime,
      }
      if (more.sessionHash === undefined) {
        await process.store.sessions.start(sessionFor(caller, clock.now()))
      }
      return caller
    },
    /** A named person of the sandbox, as they were in the beginning. */
    person(key: string) {
      const found = people.find((person) => person.key === key)
      if (!found) throw new Error(`the sandbox has no ${key}`)
      return found
    },
    /** Calls that GenAuth received since the beginning, of one kind. */
    calls(call: string) {
      return sandbox.ledger().filter((entry) => entry.call === call)
    },
    /** From now on nothing can be written down. */
    loseStore: () => process.closeStore(),
    async restart() {
      await process.end()
      process = await open()
    },
    async close() {
      await process.end()
      await sandbox.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export type Desk = Awaited<ReturnType<typeof openDesk>>

/** What surrounds the input of a call: who asks, under which number. */
export function asked<A extends object>(caller: Caller, input: A) {
  return {
    params: undefined,
    query: undefined,
    body: undefined,
    upload: undefined,
    ...input,
    caller,
    requestId: randomUUID(),
    signal: new AbortController().signal,
  }
}
