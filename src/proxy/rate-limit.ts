import type { Rate } from './client-limits.ts'
import { ratesKept } from './client-limits.ts'
import type { Clock } from './world.ts'

/** Counts requests by key, each of which has a bucket of tokens that fills up again. */
export type RateLimit = {
  /** Takes a token. @returns null when there was one, else the whole seconds until there is. */
  take(key: string): number | null
}

type Bucket = { tokens: number; at: number }

/**
 * A bucket per key, in memory and in this process alone. Of `kept` keys the one that has been away
 * longest is forgotten, which is to say that its bucket is full again.
 */
export function rateLimit(
  { burst, perSecond }: Rate,
  clock: Pick<Clock, 'monotonic'>,
  kept: number = ratesKept,
): RateLimit {
  // In the order of their last request, the oldest first.
  const buckets = new Map<string, Bucket>()

  function refilled(key: string, now: number): number {
    const bucket = buckets.get(key)
    if (!bucket) return burst
    return Math.min(burst, bucket.tokens + ((now - bucket.at) / 1_000) * perSecond)
  }

  return {
    take(key) {
      const now = clock.monotonic()
      const tokens = refilled(key, now)
      const has = tokens >= 1
      buckets.delete(key)
      buckets.set(key, { tokens: has ? tokens - 1 : tokens, at: now })
      const [oldest] = buckets.keys()
      if (buckets.size > kept && oldest !== undefined) buckets.delete(oldest)
      return has ? null : Math.ceil((1 - tokens) / perSecond)
    },
  }
}
