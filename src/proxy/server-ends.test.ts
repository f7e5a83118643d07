import { afterEach, expect, test, vi } from 'vitest'
import { openStore } from '#store/open.ts'
import {
  type ServerOptions,
  type ServerProcess,
  secretKey,
  startServer,
} from './server-process.fixture.ts'

// Each test starts a process, and a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 })

const started: ServerProcess[] = []
afterEach(async () => {
  for (const server of started.splice(0)) await server.end()
})

async function start(options: ServerOptions = {}): Promise<ServerProcess> {
  const server = await startServer(options)
  started.push(server)
  return server
}

/** Breaks as the signal tells it to, somewhere outside of every request. */
const breaks = `
process.on('SIGUSR2', () => setImmediate(() => { throw new Error('a planted exception') }))
process.on('SIGWINCH', () => { Promise.reject(new Error('a planted rejection')) })`
const breakable = ['--import', `data:text/javascript,${encodeURIComponent(breaks)}`]

type Line = { level: number; msg: string; err?: { message: string } }
const linesOf = (server: ServerProcess): Line[] =>
  server
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))

function idOf(server: ServerProcess, wanted: string): string {
  const person = server.sandbox.people().find(({ key }) => key === wanted)
  if (!person) throw new Error(`Nobody is ${wanted}.`)
  return person.userId
}

test.each([
  ['SIGUSR2', 'uncaughtException', 'a planted exception'],
  ['SIGWINCH', 'unhandledRejection', 'a planted rejection'],
] as const)('After %s an %s is logged, and the process ends', async (signal, event, message) => {
  const server = await start({ execArgv: breakable })
  server.signal(signal)
  expect(await server.exit).toBe(1)
  expect(linesOf(server).at(-1)).toMatchObject({ level: 60, msg: event, err: { message } })
})

test('A process that broke in the middle of an act leaves an intent for the next', async () => {
  const server = await start({ execArgv: breakable })
  server.sandbox.switches({ faults: [{ call: 'writes', behave: 'hang' }] })
  const operator = await server.signIn('chen-jing')
  const userId = idOf(server, 'li-wei')
  const { version } = await (await operator.get(`/api/users/${userId}`)).json()
  const before = server.sandbox.ledger().length
  const writes = () => server.sandbox.ledger(before).filter(({ call }) => /update/.test(call))
  const suspended = operator.post(`/api/users/${userId}/suspend`, { version })
  const broken = expect(suspended).rejects.toThrow()
  await expect.poll(writes, { timeout: 20_000, interval: 5 }).toHaveLength(1)
  server.signal('SIGUSR2')
  await broken
  expect(await server.exit).toBe(1)

  const store = await openStore({
    databaseUrl: server.databaseUrl,
    secretKeys: [Buffer.from(secretKey)],
    belongsTo: server.sandbox.url,
    head: () => undefined,
    now: () => new Date(),
  })
  expect(await store.acts.open()).toMatchObject([{ action: 'suspendUser', userId }])
  expect(await store.audit.verify()).toMatchObject({ holds: true })
  await store.close()
})

test.each(['SIGTERM', 'SIGINT'] as const)(
  'Told by %s to end, once and again, a server answers what was asked and ends with 0',
  async (signal) => {
    const server = await start()
    const slow = { call: 'get-user-roles', behave: 'slow' as const, delayMs: 1_500 }
    server.sandbox.switches({ faults: [slow] })
    const viewer = await server.signIn('sun-tao')
    const before = server.sandbox.ledger().length
    const asked = viewer.get(`/api/users/${idOf(server, 'li-wei')}`)
    const calls = () => server.sandbox.ledger(before).map(({ call }) => call)
    await expect.poll(calls, { interval: 5 }).toContain('get-user-roles')
    server.signal(signal)
    await expect.poll(server.output).toContain('"stopping"')
    server.signal(signal)
    expect((await asked).status).toBe(200)
    expect(await server.exit).toBe(0)
    expect(linesOf(server).filter(({ msg }) => msg === 'stopping')).toHaveLength(1)
  },
)
