import type { Environment } from './environment.ts'
import { Misconfigured } from './environment.ts'

export type Address = {
  host: string
  port: number
  /** The origin that browsers use. */
  origin: string
}

/** Names of this machine for itself. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)
}

/** `HOST`, `PORT`, `PUBLIC_URL`. @throws Misconfigured */
export function readAddress(env: Environment): Address {
  const host = env.text('HOST') ?? '127.0.0.1'
  if (!/^[\w.:-]+$/.test(host)) {
    throw new Misconfigured('HOST must be an address of this machine, such as 127.0.0.1.')
  }
  const port = env.whole('PORT', { usually: 8080, from: 1, to: 65_535 })
  const asked = env.text('PUBLIC_URL')
  if (asked !== null) return { host, port, origin: readPublicUrl(asked) }
  if (!isLoopbackHost(host)) {
    throw new Misconfigured(`PUBLIC_URL must be set when HOST is ${host}, not loopback.`)
  }
  const name = host === '127.0.0.1' ? host : 'localhost'
  return { host, port, origin: new URL(`http://${name}:${port}`).origin }
}

/** A `HOST` that nobody outside this machine reaches. */
export function isLoopbackHost(host: string): boolean {
  return isLoopback(host) || host === '::1'
}

function readPublicUrl(text: string): string {
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new Misconfigured('PUBLIC_URL must be an address such as https://leavers.example.com.')
  }
  if (url.protocol === 'http:' && !['127.0.0.1', 'localhost'].includes(url.hostname)) {
    throw new Misconfigured('PUBLIC_URL must be https:, or http: on 127.0.0.1 or localhost.')
  }
  if (url.pathname !== '/' || url.search || url.hash || url.username || url.password) {
    throw new Misconfigured('PUBLIC_URL must be an origin, without path, query or user name.')
  }
  return url.origin
}
