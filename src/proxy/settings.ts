import { pathOfFileUrl } from '#store/sqlite-file.ts'
import type { Address } from './address-settings.ts'
import { isLoopbackHost, readAddress } from './address-settings.ts'
import type { Environment } from './environment.ts'
import { Misconfigured } from './environment.ts'
import type { FrontSettings } from './front-settings.ts'
import { readFrontSettings } from './front-settings.ts'
import { plainUserId } from './plain-user-id.ts'
import type { RealPool, SandboxPool } from './pool-settings.ts'
import { readPool } from './pool-settings.ts'
import type { RoleClaims } from './role-claims.ts'
import type { Settings } from './world.ts'

/** Everything that is decided before the start. */
export type Configuration = {
  address: Address
  pool: RealPool | SandboxPool
  claims: RoleClaims
  front: FrontSettings
  signature: 'authing' | 'genauth'
  database: Database
  /** null: the key lies beside the SQLite file. The first signs, all verify. */
  secretKeys: readonly Buffer[] | null
  /** The file for the heads of the audit chain; null: the log. */
  auditHeads: string | null
  logLevel: (typeof logLevels)[number]
  settings: Settings
}

export type Database = {
  url: string
  /** Path of the SQLite file; null: PostgreSQL. */
  file: string | null
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
const keyBytes = 32

/** @throws Misconfigured with one sentence that names what is missing or malformed. */
export function readConfiguration(env: Environment): Configuration {
  const address = readAddress(env)
  const database = readDatabase(env)
  const pool = readPool(env, signOfARealPool(address, database))
  return {
    address,
    pool,
    claims: readClaims(env),
    front: readFrontSettings(env),
    signature: env.oneOf('GENAUTH_SIGNATURE', ['authing', 'genauth'], 'authing'),
    database,
    secretKeys: readSecretKeys(env, database),
    auditHeads: env.text('AUDIT_HEADS'),
    logLevel: env.oneOf('LOG_LEVEL', logLevels, 'info'),
    settings: {
      poolName: readPoolName(env, pool),
      sandbox: pool.kind === 'sandbox',
      readOnly: env.oneOf('READ_ONLY', ['0', '1'], '0') === '1',
      batchMax: env.whole('BATCH_MAX', { usually: 10_000, from: 1, to: 1_000_000 }),
      waitAfterRestart: env.oneOf('AFTER_RESTART', ['resume', 'wait'], 'resume') === 'wait',
      ...readApproval(env),
      protectedUsers: readProtectedUsers(env),
      genauthTimeoutMs: env.whole('GENAUTH_TIMEOUT_MS', {
        usually: 10_000,
        from: 100,
        to: 600_000,
      }),
      genauthSettleMs: env.whole('GENAUTH_SETTLE_MS', { usually: 15_000, from: 0, to: 600_000 }),
      genauthConcurrency: env.whole('GENAUTH_CONCURRENCY', { usually: 4, from: 1, to: 64 }),
    },
  }
}

/** A variable that makes no sense with the sandbox; null: there is none. */
function signOfARealPool(address: Address, database: Database): string | null {
  if (database.file === null) return 'DATABASE_URL'
  if (address.origin.startsWith('https:')) return 'PUBLIC_URL'
  return isLoopbackHost(address.host) ? null : 'HOST'
}

/** `DATABASE_URL`. @throws Misconfigured */
export function readDatabase(env: Environment): Database {
  const url = env.secret('DATABASE_URL') ?? 'file:data/leaver-desk.db'
  if (/^postgres(?:ql)?:\/\/./.test(url) && URL.canParse(url)) return { url, file: null }
  try {
    if (/^file:./.test(url)) return { url, file: pathOfFileUrl(url) }
  } catch {
    // A file: address with a host: not one of ours, so the sentence below says what is.
  }
  throw new Misconfigured('DATABASE_URL must be file: and a path, or a postgres:// address.')
}

/** `SECRET_KEY`, one key a line. @throws Misconfigured */
export function readSecretKeys(env: Environment, database: Database): readonly Buffer[] | null {
  const text = env.secret('SECRET_KEY')
  if (text === null) {
    if (database.file !== null) return null
    throw new Misconfigured(
      'SECRET_KEY is missing; PostgreSQL has no file beside which one is kept.',
    )
  }
  return text.split(/\r?\n/).map((line) => {
    const key = Buffer.from(line.trim())
    if (key.length >= keyBytes) return key
    throw new Misconfigured(`SECRET_KEY must have at least ${keyBytes} bytes in each line.`)
  })
}

function readClaims(env: Environment): RoleClaims {
  return {
    role: env.text('OIDC_ROLE_CLAIM') ?? 'roles',
    ownUserId: env.text('OIDC_USER_CLAIM'),
    names: {
      viewer: env.text('OIDC_VIEWER') ?? 'viewer',
      operator: env.text('OIDC_OPERATOR') ?? 'operator',
      approver: env.text('OIDC_APPROVER') ?? 'approver',
    },
  }
}

function readPoolName(env: Environment, pool: RealPool | SandboxPool): string {
  const name = env.text('POOL_NAME')
  if (name !== null && name.length > 100) {
    throw new Misconfigured('POOL_NAME must have at most 100 characters.')
  }
  return name ?? (pool.kind === 'sandbox' ? 'Sandbox' : new URL(pool.host).host)
}

/** `APPROVAL_ABOVE`, `APPROVAL_SHARE`, `ACT_WINDOW`. @throws Misconfigured */
function readApproval(
  env: Environment,
): Pick<Settings, 'approvalAbove' | 'approvalShare' | 'actWindowMinutes'> {
  const share = env.text('APPROVAL_SHARE') ?? '0.05'
  if (!/^[01](?:\.\d{1,9})?$/.test(share) || Number(share) > 1) {
    throw new Misconfigured('APPROVAL_SHARE must be a number from 0 to 1, such as 0.05.')
  }
  return {
    approvalAbove: env.whole('APPROVAL_ABOVE', { usually: 200, from: 0, to: 1_000_000 }),
    approvalShare: Number(share),
    actWindowMinutes: env.whole('ACT_WINDOW', { usually: 60, from: 1, to: 10_080 }),
  }
}

function readProtectedUsers(env: Environment): ReadonlySet<string> {
  const text = env.secret('PROTECTED_USERS')
  if (text === null) return new Set()
  const userIds = text
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  // An e-mail is no user id: it would protect nobody, and nobody would know.
  const odd = userIds.find((userId) => /[\s@]/.test(userId) || userId.length > 256)
  if (odd === undefined && userIds.length > 0) return new Set(userIds.map(plainUserId))
  throw new Misconfigured('PROTECTED_USERS must be user ids, apart by commas or line ends.')
}
