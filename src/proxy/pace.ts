import type { Failure } from '#genauth/genauth.ts'
import type { Clock } from './world.ts'

const usualRestMs = 1_000
/** A date has whole seconds, so that it may be past when it comes; asked again at once is hammering. */
const shortestRestMs = 500
const longestRestMs = 60_000

/** How fast this process asks GenAuth on behalf of batches: one pace for all of them. */
export type Pace = {
  /** GenAuth wants a pause: nothing of any batch is asked before it is over. */
  rest(failure: Pick<Failure, 'retryAfterMs'>): void
  /** Resolves when nobody need rest, or when the signal fires. */
  rested(signal: AbortSignal): Promise<void>
}

/** A pace that begins without a rest. A rest is from half a second to a minute, whatever GenAuth asks for. */
export function steadyPace(clock: Clock): Pace {
  let restUntil = 0
  return {
    rest({ retryAfterMs = usualRestMs }) {
      const ms = Math.min(Math.max(retryAfterMs, shortestRestMs), longestRestMs)
      // Jitter spreads those who were turned away together.
      const jitter = Math.random() * Math.min(500, ms / 4)
      restUntil = Math.max(restUntil, clock.monotonic() + ms + jitter)
    },
    async rested(signal) {
      while (clock.monotonic() < restUntil && !signal.aborted) {
        await clock.sleep(restUntil - clock.monotonic(), signal)
      }
    },
  }
}
