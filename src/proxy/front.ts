import type { Rates } from './client-limits.ts'
import type { MeasuredBy } from './metrics-door.ts'
import type { ProviderSettings } from './provider.ts'
import type { RoleClaims } from './role-claims.ts'

/** How the browser meets the proxy; decided once, at start. */
export type Front = {
  /** The origin that browsers use, `PUBLIC_URL`: no path, no slash at its end. */
  origin: string
  provider: ProviderSettings
  claims: RoleClaims
  /** null: nothing is counted, and there is no `/metrics`. */
  measured: MeasuredBy | null
  /** Addresses, or networks as `10.0.0.0/8`, whose `X-Forwarded-For` is believed. */
  trustedProxies: readonly string[]
  /** How often somebody may ask. */
  rates: Rates
  /** The folder of the built console. */
  consoleFolder: string
}

/** Over https cookies are `Secure` and browsers are told to stay with it. */
export function isSecure(front: Pick<Front, 'origin'>): boolean {
  return front.origin.startsWith('https:')
}
