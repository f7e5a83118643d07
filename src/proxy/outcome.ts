import type { Failure, Written } from '#genauth/genauth.ts'
import type { ActOutcome } from '#store/records.ts'
import type { Expected, Look } from './look-again.ts'
import { lookAgain } from './look-again.ts'
import type { World } from './world.ts'

/** How the calls of one act were answered, taken together. */
export type Answer = {
  kind: 'success' | 'not_applied' | 'ambiguous'
  failure: Failure | null
  /** Sessions may have ended; the act that was to follow was not sent, or certainly not applied. */
  sessionsOnly?: boolean
}

/** Several calls count as one answer: any that may have done something makes a failure unclear. */
export function answerOf(sent: readonly Written[]): Answer {
  const failed = sent.find((written) => !written.ok)
  if (!failed || failed.ok) return { kind: 'success', failure: null }
  const clean = sent.length === 1 && failed.failure.kind === 'not_applied'
  return { kind: clean ? 'not_applied' : 'ambiguous', failure: failed.failure }
}

/**
 * The word for an act. *Done* only when the effect was read back; *failed* only when the call certainly
 * changed nothing; an effect that is there although the call was refused came from somebody else.
 */
export function outcomeOf(answer: Answer, look: Look): ActOutcome {
  const shows = look.read && look.shows
  if (answer.sessionsOnly) return shows ? 'already_so' : 'not_confirmed'
  if (answer.kind === 'not_applied') return shows ? 'already_so' : 'failed'
  return shows ? 'done' : 'not_confirmed'
}

const firstPauseMs = 250
/** After a clear success the effect should be there at once; a slow replica gets this long. */
const patienceAfterSuccessMs = 3_000

/**
 * Looks until the effect shows, or until looking on is of no use: after an unclear answer the call may
 * still be applied later, so it looks on until the settling time is over.
 */
export async function lookUntilClear(
  world: World,
  expected: Expected,
  answer: Answer,
): Promise<Look> {
  const { clock, settings, genauth, stopping } = world
  const until = clock.monotonic() + patienceFor(answer, settings.genauthSettleMs)
  for (let pause = firstPauseMs; ; pause *= 2) {
    const look = await lookAgain(genauth, expected)
    if (look.read && (look.shows || look.seen.gone)) return look
    const left = until - clock.monotonic()
    if (left <= 0 || stopping.aborted) return look
    await clock.sleep(Math.min(pause, left), stopping)
  }
}

function patienceFor({ kind, sessionsOnly }: Answer, settleMs: number): number {
  if (sessionsOnly) return 0
  switch (kind) {
    case 'not_applied':
      return 0
    case 'success':
      return Math.min(patienceAfterSuccessMs, settleMs)
    case 'ambiguous':
      return settleMs
    default:
      return kind satisfies never
  }
}
