import { endsAt, type Times } from '#console/session/times.ts'
import { idleMs } from '#contract/limits.ts'

/** What comes from a person and never from the page: typing, pressing, scrolling by wheel or finger. */
export const signs = ['keydown', 'pointerdown', 'wheel', 'touchmove'] as const

const atMostEveryMs = 60_000

/**
 * Whether the proxy has to be told that somebody is here.
 * @param toldAt when it was last told; like `now`, milliseconds since 1970
 */
export function isNews(times: Times, toldAt: number, now: number): boolean {
  const heardAt = endsAt(times).idle - idleMs
  return now - Math.max(heardAt, toldAt) >= atMostEveryMs
}
