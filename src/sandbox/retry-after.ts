import type { Policy } from './policy.ts'

/** Says how long to wait after 429, as a `Retry-After` header has it; undefined: it says nothing. */
export type TellWait = (policy: Policy, waitMs: number, now: Date) => string | undefined

/** What no client should obey as it stands. */
const absurd = ['999999999', '-5', 'soon', 'Tue, 31 Dec 2999 23:59:59 GMT', '1e99', '']

/** Under `retry-after=absurd` one absurdity follows the other, the same ones in each sandbox. */
export function newTellWait(): TellWait {
  let told = 0
  return (policy, waitMs, now) => {
    const seconds = Math.max(1, Math.ceil(waitMs / 1000))
    switch (policy['retry-after']) {
      case 'none':
        return undefined
      case 'seconds':
        return String(seconds)
      case 'date':
        return new Date(now.getTime() + seconds * 1000).toUTCString()
      case 'absurd':
        told += 1
        return absurd[(told - 1) % absurd.length]
      default:
        return policy['retry-after'] satisfies never
    }
  }
}
