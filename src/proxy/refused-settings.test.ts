import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { Misconfigured, readEnvironment } from './environment.ts'
import { readConfiguration } from './settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'leaver-desk-refused-'))
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

const { OIDC_ISSUER: _issuer, ...withoutIssuer } = real
const { OIDC_CLIENT_ID: _id, ...withoutClient } = real
const { OIDC_CLIENT_SECRET: _secret, ...withoutClientSecret } = real

/** Environments that stop the start, and the name that its sentence must begin with or hold. */
const refused: [named: string, env: Env][] = [
  ['HOST', { HOST: 'not a host' }],
  ['PORT', { PORT: '0' }],
  ['PORT', { PORT: '65536' }],
  ['PORT', { PORT: '8080.5' }],
  ['PORT', { PORT: '0x50' }],
  ['PORT', { PORT: 'http' }],
  ['PUBLIC_URL', { ...real, HOST: '0.0.0.0' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'leavers.example' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'ftp://leavers.example' }],
  ['PUBLIC_URL', { ...real, PUBLIC_URL: 'http://leavers.example' }],
  ['PUBLIC_URL', { ...real, PUBLIC_URL: 'http://[::1]:8080' }],
  ['PUBLIC_URL', { ...real, PUBLIC_URL: 'https://leavers.example/desk' }],
  ['PUBLIC_URL', { ...real, PUBLIC_URL: 'https://leavers.example/?a' }],
  ['PUBLIC_URL', { ...real, PUBLIC_URL: 'https://me@leavers.example' }],
  ['GENAUTH_HOST', { ...real, GENAUTH_HOST: 'api.genauth.ai' }],
  ['GENAUTH_HOST', { ...real, GENAUTH_HOST: 'http://api.genauth.ai' }],
  ['GENAUTH_HOST', { ...real, GENAUTH_HOST: 'https://ak:sk@api.genauth.ai' }],
  ['GENAUTH_SIGNATURE', { GENAUTH_SIGNATURE: 'Authing' }],
  ['GENAUTH_TIMEOUT_MS', { GENAUTH_TIMEOUT_MS: '-1' }],
  ['GENAUTH_SETTLE_MS', { GENAUTH_SETTLE_MS: '15s' }],
  ['GENAUTH_CONCURRENCY', { GENAUTH_CONCURRENCY: '0' }],
  ['OIDC_ISSUER', withoutIssuer],
  ['OIDC_CLIENT_ID', withoutClient],
  ['OIDC_CLIENT_SECRET', withoutClientSecret],
  ['OIDC_ISSUER', { ...real, OIDC_ISSUER: 'http://sign-in.example' }],
  ['OIDC_ISSUER', { ...real, OIDC_ISSUER: 'sign-in' }],
  ['OIDC_ROLE_CLAIM', { ...real, OIDC_ROLE_CLAIM: '' }],
  ['DATABASE_URL', { DATABASE_URL: 'leaver-desk.db' }],
  ['DATABASE_URL', { DATABASE_URL: 'file:' }],
  ['DATABASE_URL', { DATABASE_URL: 'file://elsewhere/leaver-desk.db' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://db.example/leavers' }],
  ['SECRET_KEY', { ...real, DATABASE_URL: 'postgres://db.example/leavers' }],
  ['SECRET_KEY', { SECRET_KEY: 'k'.repeat(31) }],
  ['SECRET_KEY', { SECRET_KEY: `${key}\nshort` }],
  ['SECRET_KEY', { SECRET_KEY: `${key}\n\n${key}` }],
  ['PROTECTED_USERS', { PROTECTED_USERS: '' }],
  ['PROTECTED_USERS', { PROTECTED_USERS: ',' }],
  ['PROTECTED_USERS', { PROTECTED_USERS: 'u1 u2' }],
  ['PROTECTED_USERS', { PROTECTED_USERS: 'li.wei@hanlin.example' }],
  ['APPROVAL_ABOVE', { APPROVAL_ABOVE: '-1' }],
  ['APPROVAL_ABOVE', { APPROVAL_ABOVE: '1e3' }],
  ['APPROVAL_ABOVE', { APPROVAL_ABOVE: '' }],
  ['APPROVAL_SHARE', { APPROVAL_SHARE: '1.1' }],
  ['APPROVAL_SHARE', { APPROVAL_SHARE: '5%' }],
  ['APPROVAL_SHARE', { APPROVAL_SHARE: '0,05' }],
  ['APPROVAL_SHARE', { APPROVAL_SHARE: '-0.05' }],
  ['APPROVAL_SHARE', { APPROVAL_SHARE: 'NaN' }],
  ['APPROVAL_SHARE', { APPROVAL_SHARE: 'Infinity' }],
  ['ACT_WINDOW', { ACT_WINDOW: '0' }],
  ['ACT_WINDOW', { ACT_WINDOW: '1h' }],
  ['BATCH_MAX', { BATCH_MAX: '0' }],
  ['READ_ONLY', { READ_ONLY: 'true' }],
  ['LOG_LEVEL', { LOG_LEVEL: 'verbose' }],
  ['POOL_NAME', { POOL_NAME: 'x'.repeat(101) }],
  ['SANDBOX_PORT', { SANDBOX_PORT: '' }],
  ['SANDBOX_USERS', { SANDBOX_USERS: 'many' }],
  ['SANDBOX_SEED', { SANDBOX_SEED: '-1' }],
  ['SANDBOX_LATENCY_MS', { SANDBOX_LATENCY_MS: '1e3' }],
  ['SANDBOX_RPS', { SANDBOX_RPS: 'none' }],
  ['SECRET_KEY_FILE', { SECRET_KEY_FILE: '/nowhere/key' }],
  ['SECRET_KEY_FILE', { SECRET_KEY_FILE: file('empty', '\n') }],
  ['SECRET_KEY_FILE', { SECRET_KEY: key, SECRET_KEY_FILE: file('twice', key) }],
]

test.each(refused)('%s is named when it stops the start: %j', (named, env) => {
  const sentence = refusalOf(env)
  expect(sentence).toMatch(new RegExp(`\\b${named}\\b`))
  expect(sentence).toMatch(/^[A-Z].*\.$/)
  expect(sentence).not.toContain('\n')
})

/** What is there when the access key got lost on its way, and must never turn into invented people. */
const lost: [env: Env][] = [
  [{ GENAUTH_ACCESS_KEY_ID: 'ak-1' }],
  [{ GENAUTH_ACCESS_KEY_SECRET: 'secret' }],
  [{ GENAUTH_ACCESS_KEY_ID: '', GENAUTH_ACCESS_KEY_SECRET: '' }],
  [{ GENAUTH_ACCESS_KEY_ID: 'ak-1', GENAUTH_ACCESS_KEY_SECRET: ' ' }],
  [{ GENAUTH_ACCESS_KEY_ID: 'ak-1', GENAUTH_ACCESS_KEY_SECRET_FILE: file('lost', '') }],
  [{ GENAUTH_HOST: 'https://api.genauth.ai' }],
  [{ OIDC_ISSUER: 'https://sign-in.example' }],
  [{ OIDC_CLIENT_SECRET_FILE: '/run/secrets/oidc' }],
  [{ OIDC_ROLE_CLAIM: 'groups' }],
  [{ DATABASE_URL: 'postgres://db.example/leavers', SECRET_KEY: key }],
  [{ PUBLIC_URL: 'https://leavers.example' }],
  [{ HOST: '0.0.0.0', PUBLIC_URL: 'http://127.0.0.1:8080' }],
]

test.each(lost)('With %j no sandbox is started', (env) => {
  expect(refusalOf(env)).toMatch(/GENAUTH_ACCESS_KEY_(ID|SECRET)/)
})

test('No sentence holds a secret', () => {
  const env = {
    ...real,
    GENAUTH_ACCESS_KEY_SECRET: 'a-b-c-d',
    DATABASE_URL: 'mysql://me:a-b-c-d@db',
  }
  expect(refusalOf(env)).not.toContain('a-b-c-d')
  expect(refusalOf({ SECRET_KEY: 'a-b-c-d' })).not.toContain('a-b-c-d')
})

function refusalOf(env: Env): string {
  try {
    read(env)
  } catch (error) {
    if (error instanceof Misconfigured) return error.message
    throw error
  }
  return ''
}
