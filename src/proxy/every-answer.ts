import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { Metrics } from './metrics.ts'
import type { Env } from './request-facts.ts'
import { newNonce, securityHeaders } from './security-headers.ts'
import type { World } from './world.ts'

/**
 * Surrounds every other step: gives the request its number, the answer its security headers, the log
 * its line. The line names the pattern that matched and never the address, which may hold anything.
 */
export function everyAnswer(
  world: World,
  secure: boolean,
  metrics: Metrics | null,
): MiddlewareHandler<Env> {
  return async (c, next) => {
    const began = world.clock.monotonic()
    const requestId = randomUUID()
    const nonce = newNonce()
    c.set('requestId', requestId)
    c.set('nonce', nonce)
    c.set('route', 'unknown')
    c.set('quiet', false)
    c.set('personId', null)
    await next()
    const { headers, status } = c.res
    for (const [name, value] of Object.entries(securityHeaders(nonce, secure))) {
      headers.set(name, value)
    }
    headers.set('x-request-id', requestId)
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
    if (world.stopping.aborted) headers.set('connection', 'close')
    const { method } = c.req
    const route = c.get('route')
    const ms = world.clock.monotonic() - began
    metrics?.answered({ method, route, status, ms })
    world.log[c.get('quiet') ? 'debug' : 'info'](
      { requestId, method, route, status, ms: Math.round(ms), personId: c.get('personId') },
      'answered',
    )
  }
}
