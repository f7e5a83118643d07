import { idleNoticeMs } from '#contract/limits.ts'
import type { SessionTimes } from '#contract/session.ts'

/** What the proxy said of the session, and when it was asked, by this browser's clock. */
export type Times = { left: SessionTimes; askedAt: number }

/** `idle`: a sign of life keeps it · `absolute`: nothing does. */
export type Notice = 'idle' | 'absolute'

const everyMs = 15_000
const soonMs = 1_000

/** When the session ends for want of a sign of life, and when in any case: milliseconds since 1970. */
export function endsAt({ left, askedAt }: Times): Record<Notice, number> {
  return {
    idle: askedAt + left.idleSecondsLeft * 1_000,
    absolute: askedAt + left.secondsLeft * 1_000,
  }
}

/**
 * What has to be said now. Only an answer brings a notice, never this browser's clock alone: somebody may
 * have been at work in another tab meanwhile.
 */
export function noticeOf({ left }: Times): Notice | null {
  const seconds = idleNoticeMs / 1_000
  if (left.secondsLeft <= seconds) return 'absolute'
  return left.idleSecondsLeft <= seconds ? 'idle' : null
}

/** Whole seconds until an instant; never less than none. */
export function secondsUntil(instant: number, now: number): number {
  return Math.max(0, Math.ceil((instant - now) / 1_000))
}

/**
 * In how many milliseconds the proxy is asked again: every fifteen seconds, and just when a notice would
 * be due or the session would be over.
 */
export function nextAskMs(times: Times | null, now: number): number {
  if (times === null) return everyMs
  const { idle, absolute } = endsAt(times)
  const due = [idle - idleNoticeMs, idle, absolute - idleNoticeMs, absolute].map((at) => at - now)
  if (Math.min(idle, absolute) <= now) return soonMs
  const ahead = due.filter((ms) => ms > 0)
  return Math.max(soonMs, Math.min(everyMs, ...ahead))
}

/**
 * Until when nobody has to sign in afresh, in milliseconds since 1970; null: the provider does not tell,
 * and only the proxy's refusal will.
 */
export function freshUntil({ left, askedAt }: Times): number | null {
  return left.freshSecondsLeft === null ? null : askedAt + left.freshSecondsLeft * 1_000
}
