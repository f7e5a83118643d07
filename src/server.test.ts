import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { childEnv } from '#proxy/child-env.fixture.ts'
import { openStore } from '#store/open.ts'

// Each test starts processes, and a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 })

const root = fileURLToPath(new URL('..', import.meta.url))
let folder: string
let children: ChildProcess[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leaver-desk-server-'))
  children = []
})
afterEach(async () => {
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' ? String(address?.port) : ''
}

type Env = Record<string, string>

async function desk() {
  return {
    PORT: await freePort(),
    SANDBOX_PORT: await freePort(),
    SANDBOX_USERS: '0',
    DATABASE_URL: `file:${join(folder, 'data', 'desk.db')}`,
    AUDIT_HEADS: join(folder, 'heads'),
  }
}

function start(env: Env, ...args: string[]) {
  const child = spawn(process.execPath, ['src/server.ts', ...args], {
    cwd: root,
    env: { ...childEnv, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let output = ''
  const said = Promise.withResolvers<void>()
  const hear = (part: string) => {
    output += part
    if (/^Leaver Desk: /m.test(output) || /^OIDC_CLIENT_SECRET=/m.test(output)) said.resolve()
  }
  child.stdout.setEncoding('utf8').on('data', hear)
  child.on('exit', () => said.resolve())
  const errors = text(child.stderr)
  const exit = once(child, 'exit').then(([code]) => Number(code))
  return {
    child,
    /** Until it serves, or has ended. */
    ready: () => said.promise,
    async end() {
      const code = await exit
      return { code, output, errors: await errors }
    },
    output: () => output,
  }
}

const run = (env: Env, ...args: string[]) => start(env, ...args).end()

test('The desk serves, says where, keeps its files and secrets to its owner, and stops when told', async () => {
  const env = { ...(await desk()), LOG_LEVEL: 'trace' }
  const server = start(env)
  await server.ready()
  const at = `http://127.0.0.1:${env.PORT}`
  expect(server.output()).toContain(`\nLeaver Desk: ${at}\n`)
  expect(await (await fetch(`${at}/api/me`)).json()).toMatchObject({ pool: { sandbox: true } })
  await fetch(`${at}/auth/sign-in`, { redirect: 'manual' })
  for (const name of ['desk.db', 'desk.db.secret-key', 'desk.db.sandbox']) {
    expect((await stat(join(folder, 'data', name))).mode & 0o777).toBe(0o600)
  }
  server.child.kill('SIGTERM')
  const { code, output, errors } = await server.end()
  expect({ code, errors }).toEqual({ code: 0, errors: '' })
  const lines = output.split('\n').filter((line) => line !== '' && !line.startsWith('Leaver Desk'))
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow()
  expect(output).toContain('GenAuth answers')
  const key = await readFile(join(folder, 'data', 'desk.db.secret-key'), 'utf8')
  expect(output).not.toContain(key.trim())
  expect(output).not.toMatch(/secret/i)
})

test('A second server on the same file is refused, and told who holds it', async () => {
  const env = await desk()
  const server = start(env)
  await server.ready()
  const other = { ...env, PORT: await freePort(), SANDBOX_PORT: await freePort() }
  const { code, errors } = await run(other)
  expect(code).toBe(1)
  expect(errors).toMatch(
    new RegExp(`^.*in use by another Leaver Desk, pid ${server.child.pid} .*\n$`),
  )
  const beside = await run(env, 'verify-audit')
  expect(beside).toEqual({ code: 0, output: 'The audit chain holds: 0 entries.\n', errors: '' })
})

test('A port that is taken is named in one sentence', async () => {
  const env = await desk()
  const server = createServer().listen(Number(env.PORT), '127.0.0.1')
  await once(server, 'listening')
  const { code, output, errors } = await run(env)
  server.close()
  expect({ code, output }).toEqual({ code: 1, output: '' })
  expect(errors).toBe(
    `Another program listens on 127.0.0.1 and port ${env.PORT} already; PORT and SANDBOX_PORT say where this one does.\n`,
  )
})

test.each([
  [{ PORT: 'http' }, /^PORT .*\.\n$/],
  [{ GENAUTH_HOST: 'https://api.genauth.ai' }, /^GENAUTH_ACCESS_KEY_ID .*\.\n$/],
  [{ SANDBOX_POLICY: 'missing=maybe' }, /^SANDBOX_POLICY.*\.\n$/],
])('With %j there is one sentence and no server', async (wrong, sentence) => {
  const { code, output, errors } = await run({ ...(await desk()), ...wrong })
  expect({ code, output }).toEqual({ code: 1, output: '' })
  expect(errors).toMatch(sentence)
})

test('A database that began with the sandbox serves no real pool', async () => {
  const env = await desk()
  const server = start(env)
  await server.ready()
  server.child.kill('SIGTERM')
  await server.end()
  const real = {
    GENAUTH_ACCESS_KEY_ID: 'ak-1',
    GENAUTH_ACCESS_KEY_SECRET: 'secret',
    OIDC_ISSUER: 'https://sign-in.example',
    OIDC_CLIENT_ID: 'leaver-desk',
    OIDC_CLIENT_SECRET: 'secret',
  }
  const { code, errors } = await run({ ...env, ...real })
  expect(code).toBe(1)
  expect(errors).toMatch(/belongs to sandbox/)
})

test('The sandbox alone prints what a shell needs, and a desk can be pointed at it', async () => {
  const env = await desk()
  const sandbox = start(env, 'sandbox')
  await sandbox.ready()
  const lines = sandbox.output().trim().split('\n')
  const printed = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2)))
  expect(Object.keys(printed)).toEqual([
    'GENAUTH_HOST',
    'GENAUTH_ACCESS_KEY_ID',
    'GENAUTH_ACCESS_KEY_SECRET',
    'OIDC_ISSUER',
    'OIDC_CLIENT_ID',
    'OIDC_CLIENT_SECRET',
  ])
  const { SANDBOX_PORT: _port, SANDBOX_USERS: _users, ...own } = env
  const server = start({ ...own, ...printed, POOL_NAME: 'Rehearsal' })
  await server.ready()
  const about = await (await fetch(`http://127.0.0.1:${env.PORT}/api/me`)).json()
  expect(about.pool).toEqual({ name: 'Rehearsal', sandbox: false })
  server.child.kill('SIGINT')
  expect((await server.end()).code).toBe(0)
  sandbox.child.kill('SIGTERM')
  expect((await sandbox.end()).code).toBe(0)
})

test('A chain behind the head that was kept outside does not hold until somebody accepts it', async () => {
  const env = { ...(await desk()), SECRET_KEY: 'k'.repeat(32) }
  const store = await openStore({
    databaseUrl: env.DATABASE_URL,
    secretKeys: [Buffer.from(env.SECRET_KEY)],
    belongsTo: 'sandbox',
    head: () => undefined,
    now: () => new Date(),
  })
  await store.close()
  await writeFile(env.AUDIT_HEADS, '{"seq":3,"mac":"m","at":"2026-11-20T18:00:00.000Z"}\n')
  const { code, output } = await run(env, 'verify-audit')
  expect(code).toBe(1)
  expect(output).toMatch(/^The audit chain is broken at entry 1: .*\n$/)
  const accepted = await run(env, 'accept-audit', '--reason', 'restored from a backup')
  expect(accepted).toMatchObject({
    code: 0,
    output: expect.stringMatching(/^Entry \d+ takes note/),
  })
  expect((await run(env, 'verify-audit')).code).toBe(0)
})

test('What is no command ends with a sentence', async () => {
  const wrong = [['remove'], ['verify-audit', '--tail'], ['accept-audit'], ['backup']]
  const [unknown, ...others] = await Promise.all(wrong.map((args) => run({}, ...args)))
  expect(unknown).toEqual({
    code: 2,
    output: '',
    errors: expect.stringMatching(/^There is no command "remove".*\n$/),
  })
  expect(others.map(({ code }) => code)).toEqual([2, 2, 2])
})
