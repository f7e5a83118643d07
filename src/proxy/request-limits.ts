import type { MiddlewareHandler } from 'hono'
import type { Rates } from './client-limits.ts'
import type { RateLimit } from './rate-limit.ts'
import { rateLimit } from './rate-limit.ts'
import { Refused } from './refused.ts'
import type { Env, Exchange } from './request-facts.ts'
import { addressOf, householdOf } from './trusted-proxies.ts'
import type { Clock } from './world.ts'

/** Refuses `too_many_requests`, with `Retry-After` in whole seconds. */
export type RequestLimits = {
  /** Whatever comes from one address. */
  ofAddress: MiddlewareHandler<Env>
  /** What comes from one address in order to sign in. */
  ofSignIn: MiddlewareHandler<Env>
  /** Whatever one person asks. @throws Refused */
  ofPerson(c: Exchange, personId: string): void
}

/**
 * Counts requests in this process. Addresses count only where proxies are named whose word about them
 * is believed: behind any other, everybody would have the same.
 */
export function requestLimits(
  rates: Rates,
  trustedProxies: readonly string[],
  clock: Pick<Clock, 'monotonic'>,
): RequestLimits {
  const clientOf = addressOf(trustedProxies)
  const persons = rateLimit(rates.person, clock)

  const byAddress = (limit: RateLimit): MiddlewareHandler<Env> => {
    return (c, next) => {
      const peer = c.env?.incoming?.socket.remoteAddress
      const address = clientOf(peer, c.req.header('x-forwarded-for'))
      if (address !== null) take(limit, householdOf(address), c)
      return next()
    }
  }
  return {
    ofAddress: byAddress(rateLimit(rates.address, clock)),
    ofSignIn: byAddress(rateLimit(rates.signIn, clock)),
    ofPerson: (c, personId) => take(persons, personId, c),
  }
}

function take(limit: RateLimit, key: string, c: Exchange): void {
  const seconds = limit.take(key)
  if (seconds === null) return
  c.header('retry-after', String(seconds))
  throw new Refused('too_many_requests', `Too many requests; try again in ${seconds} s.`)
}
