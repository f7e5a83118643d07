import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openGenAuth } from '#genauth/client.ts'
import type { GenAuth } from '#genauth/genauth.ts'
import { startSandbox } from '#sandbox/sandbox.ts'
import { openStore } from '#store/open.ts'
import { keepHeads } from './audit-heads.ts'
import { childEnv } from './child-env.fixture.ts'
import { clock } from './clock.ts'
import { asked } from './desk.fixture.ts'
import { chenJing } from './desk-on-disk.fixture.ts'
import { handlers } from './handlers.ts'
import { leaksIn, openEar } from './leak.fixture.ts'
import { openLog } from './log.ts'
import { steadyPace } from './pace.ts'
import { poolSizeOf } from './pool-size.ts'
import { resume } from './runner.ts'
import { freePort } from './sandbox-process.fixture.ts'
import { seeThrough, stepsOn } from './steps.fixture.ts'
import type { World } from './world.ts'

const secretKey = 'a marked SECRET_KEY of at least thirty-two bytes'
let folder: string
let sandbox: Awaited<ReturnType<typeof startSandbox>>

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leaver-desk-silent-'))
  const options = { port: 0, users: 200, seed: 1, latencyMs: 0, rps: 0, policy: '' }
  sandbox = await startSandbox({ ...options, publicUrl: 'http://127.0.0.1:8080' })
})
afterEach(async () => {
  await sandbox.close()
  await rm(folder, { recursive: true, force: true })
})

/** What must be nowhere: the keys, and whatever begins every token that GenAuth hands out. */
const secrets = () => [
  secretKey,
  sandbox.accessKeySecret,
  sandbox.clientSecret,
  'not-a-real-token',
  'mfaToken',
]

async function openWorld(log: World['log']) {
  const { url: host, accessKeyId, accessKeySecret } = sandbox
  const key = { host, accessKeyId, accessKeySecret, signature: 'authing' as const }
  const genauth: GenAuth = openGenAuth({ ...key, timeoutMs: 1_000 })
  const stopping = new AbortController()
  const store = await openStore({
    databaseUrl: `file:${join(folder, 'desk.db')}`,
    secretKeys: [Buffer.from(secretKey)],
    belongsTo: 'sandbox',
    head: keepHeads(join(folder, 'heads')),
    now: clock.now,
    report: (error) => log.error({ err: error }, 'the store reports'),
  })
  const settings = {
    poolName: 'Sandbox',
    sandbox: true,
    readOnly: false,
    batchMax: 1_000,
    waitAfterRestart: false,
    approvalAbove: 1_000,
    approvalShare: 1,
    actWindowMinutes: 60,
    protectedUsers: new Set<string>(),
    genauthTimeoutMs: 1_000,
    genauthSettleMs: 300,
    genauthConcurrency: 4,
  }
  const pace = steadyPace(clock)
  const poolSize = poolSizeOf({ genauth, clock, log })
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
  return {
    world,
    async close() {
      stopping.abort()
      await running.ended()
      await store.close()
      await genauth.close()
    },
  }
}

test('after a whole batch and every kind of trouble no secret stands anywhere', async () => {
  const ear = openEar()
  const { world, close } = await openWorld(openLog('trace', ear.stream))
  const does = handlers(world)
  const caller = await chenJing(world)
  const people = ['li-wei', 'stubborn-stan', 'gone-gina', 'timeout-tina', 'gao-xiang']
  const userIds = sandbox
    .people()
    .filter(({ key }) => people.includes(key))
    .map(({ userId }) => userId)
  const said: unknown[] = []
  for (const userId of userIds) {
    said.push(await does.getUser(asked(caller, { params: { userId } })))
  }
  const list = { kind: 'resign' as const, endSessions: true, userIds }
  const steps = await stepsOn(world, list)
  sandbox.switches({
    faults: [
      { call: 'resign-user-batch', behave: 'html', times: 1 },
      { call: 'get-user-roles', behave: '401', times: 1 },
      { call: 'get-user-batch', behave: '500', times: 1 },
    ],
  })
  await seeThrough(steps)
  await steps.recheck()
  await steps.rechecked()
  const { batchId } = await steps.found()
  const params = { batchId }
  said.push(await does.getBatch(asked(caller, { params })))
  said.push(await does.listBatchRows(asked(caller, { params, query: {} })))
  said.push(await does.watchBatch(asked(caller, { params, query: { since: 0 } })))
  for (const userId of userIds) {
    said.push(await does.getUserRecord(asked(caller, { params: { userId } })))
  }
  for (const what of ['check', 'results'] as const) {
    const lines = await does.exportBatch(asked(caller, { params, body: { what } }))
    let text = ''
    for await (const line of lines) text += line
    expect(text).toContain(userIds[0])
    said.push(text)
  }
  world.log.debug({ world: Object.keys(world), settings: world.settings }, 'a line for the ear')

  const files = await filesIn(folder)
  expect(files.map(([name]) => name)).toEqual(expect.arrayContaining(['desk.db', 'heads']))
  const everything = new Map<string, Uint8Array | string>([
    ...files,
    ['log', ear.heard()],
    ['answers', JSON.stringify(said)],
  ])
  expect(ear.heard()).toContain('a line for the ear')
  expect(leaksIn(everything, secrets())).toEqual([])
  await close()
  expect(leaksIn(new Map(await filesIn(folder)), secrets())).toEqual([])
})

test('a secret that was planted is found, in plain text, in Base64, and in hexadecimal', () => {
  const text = Buffer.from(`"authorization":"${secretKey}"`)
  const planted = new Map<string, Uint8Array | string>([
    ['log', text],
    ['database', Buffer.from(text.toString('hex'))],
    ['export', `x,${Buffer.from(secretKey).toString('base64')}`],
    ['answers', 'nothing'],
  ])
  expect(leaksIn(planted, [secretKey])).toEqual(['log', 'database', 'export'])
})

test('a server tells its secrets neither on its command line nor in its log, nor beside its data', async () => {
  const child = spawn(process.execPath, ['src/server.ts'], {
    cwd: join(import.meta.dirname, '..', '..'),
    env: {
      ...childEnv,
      PORT: String(await freePort()),
      PUBLIC_URL: 'http://127.0.0.1:18999',
      LOG_LEVEL: 'trace',
      GENAUTH_HOST: sandbox.url,
      GENAUTH_ACCESS_KEY_ID: sandbox.accessKeyId,
      GENAUTH_ACCESS_KEY_SECRET: sandbox.accessKeySecret,
      OIDC_ISSUER: sandbox.issuer,
      OIDC_CLIENT_ID: sandbox.clientId,
      OIDC_CLIENT_SECRET: sandbox.clientSecret,
      SECRET_KEY: secretKey,
      DATABASE_URL: `file:${join(folder, 'desk.db')}`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text
    })
  }
  await expect.poll(() => log, { timeout: 20_000 }).toContain('GenAuth answers')
  const commandLine = await readFile(`/proc/${child.pid}/cmdline`)
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
  const everything = new Map<string, Uint8Array | string>([
    ...(await filesIn(folder)),
    ['log', log],
    ['command line', commandLine],
  ])
  expect(leaksIn(everything, secrets())).toEqual([])
})

async function filesIn(room: string): Promise<[string, Uint8Array][]> {
  const files: [string, Uint8Array][] = []
  for (const name of await readdir(room)) files.push([name, await readFile(join(room, name))])
  return files
}
