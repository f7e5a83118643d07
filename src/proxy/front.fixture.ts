import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Role } from '#contract/role.ts'
import type { Session } from '#store/records.ts'
import { app } from './app.ts'
import { rates } from './client-limits.ts'
import { type Desk, type DeskOptions, openDesk } from './desk.fixture.ts'
import type { Front } from './front.ts'
import type { Handlers } from './handler.ts'
import { handlers } from './handlers.ts'
import { openLog } from './log.ts'
import { measure } from './measured.ts'
import { steadyPace } from './pace.ts'
import { sessionFor } from './session.fixture.ts'
import { hashed, newOpaque } from './session-cookie.ts'
import type { Clock } from './world.ts'

export const origin = 'http://127.0.0.1:8080'
export const host = '127.0.0.1:8080'

/** What our own page sends with everything that is not a GET. */
export const fromOurPage = {
  host,
  origin,
  'x-leaver-desk': '1',
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/json',
}

const html = `<!doctype html><html><head><meta property="csp-nonce" nonce="__NONCE__" />
<script type="module" nonce="__NONCE__" src="/assets/start-1a2b.js"></script></head></html>`

async function buildConsole(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'leaver-desk-console-'))
  await mkdir(join(folder, 'assets'))
  const script = join(folder, 'assets', 'start-1a2b.js')
  await writeFile(join(folder, 'index.html'), html)
  await writeFile(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  await writeFile(script, 'plain')
  await writeFile(`${script}.br`, 'small')
  await writeFile(`${script}.gz`, 'smaller')
  await writeFile(join(folder, 'assets', 'alone-3c4d.css'), 'p{}')
  return folder
}

export type FrontOptions = DeskOptions & {
  front?: Partial<Front>
  /** Opens `/metrics`, and lets everything be counted. */
  metricsToken?: string
  /** In place of what the desk would do. */
  does?: Partial<Handlers>
  /** Is told whenever somebody behind the HTTP has slept, and how often by now. */
  slept?: (times: number) => void
}

/** A desk with its HTTP in front: requests go to it in-process. */
export async function openFront(options: FrontOptions = {}) {
  const desk = await openDesk(options)
  const { settings } = desk
  const { poolSize } = desk.world
  let times = 0
  const clock: Clock = {
    ...desk.clock,
    async sleep(ms) {
      await desk.clock.sleep(ms)
      times += 1
      options.slept?.(times)
    },
  }
  const parts = { store: desk.store, genauth: desk.genauth, settings, clock }
  const { store, genauth, measured } = await measure(options.metricsToken ?? null, parts)
  const consoleFolder = await buildConsole()
  const front: Front = {
    origin,
    provider: {
      issuer: desk.sandbox.issuer,
      clientId: desk.sandbox.clientId,
      clientSecret: desk.sandbox.clientSecret,
    },
    claims: {
      role: 'roles',
      ownUserId: null,
      names: { viewer: 'viewer', operator: 'operator', approver: 'approver' },
    },
    measured,
    trustedProxies: [],
    rates,
    consoleFolder,
    ...options.front,
  }
  const logged: string[] = []
  const stopping = new AbortController()
  const log = openLog('debug', { write: (line) => logged.push(line) })
  const pace = steadyPace(clock)
  const world = {
    store,
    genauth,
    settings,
    clock,
    pace,
    poolSize,
    log,
    stopping: stopping.signal,
  }
  const does = handlers(world)
  const desks = app(world, { ...does, ...options.does }, front)

  return {
    desk,
    does,
    front,
    logged,
    app: desks,
    fetch: desks.fetch,
    stop: () => stopping.abort(),
    /** @returns the answer to a request that names our host, unless it names another. */
    ask(
      path: string,
      init: { method?: string; headers?: Record<string, string>; body?: string } = {},
    ) {
      return desks.request(path, { ...init, headers: { host, ...init.headers } })
    },
    /** The cookie header of somebody who has just signed in. */
    async cookieOf(
      name: string,
      role: Role | null = 'operator',
      more: Partial<Session> = {},
    ): Promise<string> {
      return cookieFor(desk, name, role, more)
    },
    async close() {
      await desk.close()
      await rm(consoleFolder, { recursive: true, force: true })
    },
  }
}

export type OpenFront = Awaited<ReturnType<typeof openFront>>

async function cookieFor(
  desk: Desk,
  name: string,
  role: Role | null,
  more: Partial<Session>,
): Promise<string> {
  const id = newOpaque()
  const caller = await desk.signIn(name, role, { sessionHash: hashed(id) })
  await desk.store.sessions.start({ ...sessionFor(caller, desk.clock.now()), ...more })
  return `leaver-desk=${id}`
}
