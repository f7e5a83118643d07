import { isLoopback } from './address-settings.ts'
import type { Environment } from './environment.ts'
import { Misconfigured } from './environment.ts'
import type { ProviderSettings } from './provider.ts'

/** GenAuth with its access key, and the provider with which operators sign in. */
export type RealPool = {
  kind: 'genauth'
  host: string
  accessKeyId: string
  accessKeySecret: string
  provider: ProviderSettings
}
/** The embedded GenAuth of invented people. */
export type SandboxPool = { kind: 'sandbox' } & SandboxSettings
export type SandboxSettings = {
  port: number
  users: number
  seed: number
  latencyMs: number
  /** Calls a second; 0: no limit. */
  rps: number
  policy: string
}

/**
 * `GENAUTH_HOST`, the access key, and `OIDC_…`; with no key at all the sandbox.
 * @throws Misconfigured also when anything says that a real pool was meant but its key is not there:
 * a lost secret never turns into invented people.
 */
export function readPool(env: Environment, meantForReal: string | null): RealPool | SandboxPool {
  const accessKeyId = env.secret('GENAUTH_ACCESS_KEY_ID')
  const accessKeySecret = env.secret('GENAUTH_ACCESS_KEY_SECRET')
  if (accessKeyId !== null && accessKeySecret !== null) {
    const host = readHttpsAddress('GENAUTH_HOST', env.text('GENAUTH_HOST')) ?? usualHost
    return { kind: 'genauth', host, accessKeyId, accessKeySecret, provider: readProvider(env) }
  }
  if (accessKeyId !== null) throw missing('GENAUTH_ACCESS_KEY_SECRET', 'GENAUTH_ACCESS_KEY_ID')
  if (accessKeySecret !== null) throw missing('GENAUTH_ACCESS_KEY_ID', 'GENAUTH_ACCESS_KEY_SECRET')
  const [sign] = [...env.beginning('GENAUTH_HOST'), ...env.beginning('OIDC_')]
  const meant = sign ?? meantForReal
  if (meant !== null) {
    throw new Misconfigured(
      `GENAUTH_ACCESS_KEY_ID and GENAUTH_ACCESS_KEY_SECRET are missing, although ${meant} is set for a real pool; the sandbox has none of it.`,
    )
  }
  return { kind: 'sandbox', ...readSandbox(env) }
}

const usualHost = 'https://api.genauth.ai'

function missing(name: string, given: string): Misconfigured {
  return new Misconfigured(`${name} is missing, although ${given} is set.`)
}

/** `SANDBOX_…`. @throws Misconfigured */
export function readSandbox(env: Environment): SandboxSettings {
  return {
    port: env.whole('SANDBOX_PORT', { usually: 8081, from: 1, to: 65_535 }),
    users: env.whole('SANDBOX_USERS', { usually: 1_000, from: 0, to: 2_000_000 }),
    seed: env.whole('SANDBOX_SEED', { usually: 1, from: 0, to: 2 ** 32 - 1 }),
    latencyMs: env.whole('SANDBOX_LATENCY_MS', { usually: 40, from: 0, to: 60_000 }),
    rps: env.whole('SANDBOX_RPS', { usually: 0, from: 0, to: 1_000_000 }),
    policy: env.text('SANDBOX_POLICY') ?? '',
  }
}

function readProvider(env: Environment): ProviderSettings {
  const issuer = readHttpsAddress('OIDC_ISSUER', env.text('OIDC_ISSUER'))
  const clientId = env.text('OIDC_CLIENT_ID')
  const clientSecret = env.secret('OIDC_CLIENT_SECRET')
  if (issuer === null) throw new Misconfigured('OIDC_ISSUER is missing: operators sign in with it.')
  if (clientId === null) throw new Misconfigured('OIDC_CLIENT_ID is missing.')
  if (clientSecret === null) throw new Misconfigured('OIDC_CLIENT_SECRET is missing.')
  return { issuer, clientId, clientSecret }
}

/** An address that carries secrets: `https:`, or `http:` to this machine. */
function readHttpsAddress(name: string, text: string | null): string | null {
  if (text === null) return null
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '') {
    throw new Misconfigured(`${name} must be an address such as https://api.genauth.ai.`)
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new Misconfigured(`${name} must be https:, or http: on loopback.`)
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new Misconfigured(`${name} must not carry a user name, a query or a fragment.`)
  }
  return text
}
