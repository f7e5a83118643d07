import type { Environment } from './environment.ts'
import { Misconfigured } from './environment.ts'
import { networksOf } from './trusted-proxies.ts'

/** Who may read the figures, and which proxies stand in front. */
export type FrontSettings = {
  /** Bearer token of `/metrics`; null: there are no metrics. */
  metricsToken: string | null
  /** Addresses, or networks as `10.0.0.0/8`, whose `X-Forwarded-For` is believed. */
  trustedProxies: readonly string[]
}

/** `METRICS_TOKEN`, `TRUSTED_PROXIES`. @throws Misconfigured */
export function readFrontSettings(env: Environment): FrontSettings {
  return { metricsToken: readToken(env), trustedProxies: readProxies(env) }
}

function readToken(env: Environment): string | null {
  const token = env.secret('METRICS_TOKEN')
  if (token === null || /^[\x21-\x7e]{1,500}$/.test(token)) return token
  throw new Misconfigured('METRICS_TOKEN must be one word of 1 to 500 visible ASCII characters.')
}

function readProxies(env: Environment): readonly string[] {
  const text = env.text('TRUSTED_PROXIES')
  if (text === null) return []
  const named = text
    .split(/[,\s]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (named.length > 0 && networksOf(named) !== null) return named
  throw new Misconfigured(
    'TRUSTED_PROXIES must be addresses or networks such as 10.0.0.0/8, apart by commas.',
  )
}
