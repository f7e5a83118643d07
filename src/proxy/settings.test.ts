import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readEnvironment } from './environment.ts'
import { readConfiguration } from './settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'leaver-desk-settings-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, contents: string): string {
  const path = join(folder, name)
  writeFileSync(path, contents)
  return path
}

type Env = Record<string, string>
const read = (env: Env) => readConfiguration(readEnvironment(env))
const key = 'k'.repeat(32)
const real: Env = {
  GENAUTH_ACCESS_KEY_ID: 'ak-1',
  GENAUTH_ACCESS_KEY_SECRET: 'secret',
  OIDC_ISSUER: 'https://sign-in.example',
  OIDC_CLIENT_ID: 'leaver-desk',
  OIDC_CLIENT_SECRET: 'other secret',
}

test('Without any variable the sandbox is served on loopback', () => {
  expect(read({})).toEqual({
    address: { host: '127.0.0.1', port: 8080, origin: 'http://127.0.0.1:8080' },
    pool: { kind: 'sandbox', port: 8081, users: 1_000, seed: 1, latencyMs: 40, rps: 0, policy: '' },
    claims: {
      role: 'roles',
      ownUserId: null,
      names: { viewer: 'viewer', operator: 'operator', approver: 'approver' },
    },
    front: { metricsToken: null, trustedProxies: [] },
    signature: 'authing',
    database: { url: 'file:data/leaver-desk.db', file: 'data/leaver-desk.db' },
    secretKeys: null,
    auditHeads: null,
    logLevel: 'info',
    settings: {
      poolName: 'Sandbox',
      sandbox: true,
      readOnly: false,
      batchMax: 10_000,
      waitAfterRestart: false,
      approvalAbove: 200,
      approvalShare: 0.05,
      actWindowMinutes: 60,
      protectedUsers: new Set(),
      genauthTimeoutMs: 10_000,
      genauthSettleMs: 15_000,
      genauthConcurrency: 4,
    },
  })
})

test('With an access key and a provider a real pool is served', () => {
  const { pool, settings } = read(real)
  expect(pool).toEqual({
    kind: 'genauth',
    host: 'https://api.genauth.ai',
    accessKeyId: 'ak-1',
    accessKeySecret: 'secret',
    provider: {
      issuer: 'https://sign-in.example',
      clientId: 'leaver-desk',
      clientSecret: 'other secret',
    },
  })
  expect(settings).toMatchObject({ poolName: 'api.genauth.ai', sandbox: false })
})

test('Everything that can be set has an effect', () => {
  const configured = read({
    ...real,
    HOST: '0.0.0.0',
    PORT: '9000',
    PUBLIC_URL: 'https://Leavers.example/',
    GENAUTH_HOST: 'https://genauth.hanlin.example/pool',
    POOL_NAME: 'Hanlin production',
    GENAUTH_SIGNATURE: 'genauth',
    GENAUTH_TIMEOUT_MS: '5000',
    GENAUTH_SETTLE_MS: '0',
    GENAUTH_CONCURRENCY: '8',
    OIDC_ROLE_CLAIM: 'groups',
    OIDC_VIEWER: 'it',
    OIDC_OPERATOR: 'it-admins',
    OIDC_APPROVER: 'it-leads',
    OIDC_USER_CLAIM: 'genauth_id',
    DATABASE_URL: 'postgres://leaver:desk@db.example/leavers',
    SECRET_KEY: `${key}\n${key}2`,
    AUDIT_HEADS: '/var/log/heads',
    PROTECTED_USERS: 'u1, U2\n65F1C0A94BE2D7831E0A9C42,',
    BATCH_MAX: '500',
    APPROVAL_ABOVE: '50',
    APPROVAL_SHARE: '1',
    ACT_WINDOW: '1440',
    READ_ONLY: '1',
    LOG_LEVEL: 'warn',
  })
  expect(configured).toMatchObject({
    address: { host: '0.0.0.0', port: 9_000, origin: 'https://leavers.example' },
    pool: { host: 'https://genauth.hanlin.example/pool' },
    claims: {
      role: 'groups',
      ownUserId: 'genauth_id',
      names: { viewer: 'it', operator: 'it-admins', approver: 'it-leads' },
    },
    signature: 'genauth',
    database: { url: 'postgres://leaver:desk@db.example/leavers', file: null },
    secretKeys: [Buffer.from(key), Buffer.from(`${key}2`)],
    auditHeads: '/var/log/heads',
    logLevel: 'warn',
    settings: {
      poolName: 'Hanlin production',
      sandbox: false,
      readOnly: true,
      batchMax: 500,
      approvalAbove: 50,
      approvalShare: 1,
      actWindowMinutes: 1_440,
      protectedUsers: new Set(['u1', 'U2', '65f1c0a94be2d7831e0a9c42']),
      genauthTimeoutMs: 5_000,
      genauthSettleMs: 0,
      genauthConcurrency: 8,
    },
  })
})

test('Every setting of the sandbox has an effect', () => {
  const { pool } = read({
    SANDBOX_PORT: '9081',
    SANDBOX_USERS: '5',
    SANDBOX_SEED: '7',
    SANDBOX_LATENCY_MS: '0',
    SANDBOX_RPS: '20',
    SANDBOX_POLICY: 'missing=silent',
  })
  expect(pool).toEqual({
    kind: 'sandbox',
    port: 9_081,
    users: 5,
    seed: 7,
    latencyMs: 0,
    rps: 20,
    policy: 'missing=silent',
  })
})

test.each(['GENAUTH_ACCESS_KEY_ID', 'GENAUTH_ACCESS_KEY_SECRET', 'OIDC_CLIENT_SECRET'])(
  '%s can stand in a file',
  (name) => {
    const { [name]: value = '', ...rest } = real
    expect(read({ ...rest, [`${name}_FILE`]: file(name, `${value}\n`) })).toEqual(read(real))
  },
)

test('The database, its key and the protected users can stand in files', () => {
  const configured = read({
    ...real,
    DATABASE_URL_FILE: file('url', 'postgres://db.example/leavers\n'),
    SECRET_KEY_FILE: file('key', `${key}\r\n${key}2\n`),
    PROTECTED_USERS_FILE: file('protected', 'u1\nu2\n\n'),
  })
  expect(configured.database.url).toBe('postgres://db.example/leavers')
  expect(configured.secretKeys).toHaveLength(2)
  expect(configured.settings.protectedUsers).toEqual(new Set(['u1', 'u2']))
})

test.each([
  ['127.0.0.1', 'http://127.0.0.1:8080'],
  ['localhost', 'http://localhost:8080'],
  ['::1', 'http://localhost:8080'],
])('Who listens on %s is found at %s', (host, origin) => {
  expect(read({ HOST: host }).address.origin).toBe(origin)
})
