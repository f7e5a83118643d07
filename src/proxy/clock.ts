import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from './world.ts'

/** The time that everybody else has. */
export const clock: Clock = {
  now: () => new Date(),
  monotonic: () => performance.now(),
  async sleep(ms, signal) {
    if (signal?.aborted) return
    // Nothing but the signal ends it early, and that is no error.
    await wait(ms, undefined, { signal }).catch(() => undefined)
  },
}
