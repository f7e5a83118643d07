import { setTimeout as pause } from 'node:timers/promises'
import { type Answer, refuse, reply } from './answer.ts'
import type { ReadCall } from './call.ts'
import { type Change, effectOf } from './change.ts'
import type { Behaviour, Fault, Faults } from './fault.ts'
import type { Journal } from './journal.ts'
import type { LedgerLine } from './ledger.ts'
import { broken, noSuchUser, notLoggedIn, tooFast } from './messages.ts'
import type { Pool } from './pool.ts'
import type { Spoiling } from './send.ts'

/** What a call has come to: an answer, and how to spoil it, if at all. */
export type Outcome = {
  answer: Answer
  spoilt: Spoiling | null
  fault: Behaviour | null
  /** What a planted 429 says in its `Retry-After`, instead of what policy would. */
  retryAfter?: string
}

export type Conductor = {
  pool: Pool
  faults: Faults
  journal: Journal
  /** Ends all waiting when the sandbox closes. */
  closing: AbortSignal
}

/** Behaviours that put another envelope in place of the right one. */
const otherAnswers: Partial<Record<Behaviour, Answer>> = {
  '401': refuse({ statusCode: 401, apiCode: 2020, message: notLoggedIn }),
  '403': refuse({ statusCode: 403, message: notLoggedIn }),
  '404': refuse({ statusCode: 404, apiCode: 2004, message: noSuchUser }),
  '429': refuse({ statusCode: 429, message: tooFast }),
  '499': refuse({ statusCode: 499, message: broken }),
  '500': refuse({ statusCode: 500, message: broken }),
  '503': refuse({ statusCode: 503, message: broken }),
  'success-false': reply({ success: false }),
}

const spoilings: readonly string[] = [
  'hang',
  'late',
  'reset',
  'cut',
  'truncate',
  'html',
  'empty',
  '204',
  'redirect',
  'huge',
] satisfies Spoiling[]

const isSpoiling = (behave: Behaviour): behave is Spoiling => spoilings.includes(behave)

const quiet: readonly Behaviour[] = ['slow', 'lie', 'vanish']

const waitFor = (ms: number, signal: AbortSignal) =>
  ms > 0 ? pause(ms, undefined, { signal }) : Promise.resolve()

/** Does it after a while, or not at all when the sandbox closes before. */
async function later(ms: number, closing: AbortSignal, apply: () => void): Promise<void> {
  try {
    await waitFor(ms, closing)
    apply()
  } catch {
    // The sandbox has closed, or its disk is full: nobody is left to be told, and nothing was done.
  }
}

/** Everybody a fault is about: those it names, or all that the call names. */
function afflicted(fault: Fault, userIds: ReadonlyMap<string, string>): string[] {
  const all = [...new Set(userIds.values())]
  if (fault.userId === undefined) return all
  const { userId } = fault
  return all.filter((id) => id === userId || userIds.get(userId) === id)
}

/**
 * Carries out a call whose caller has been let in: waits, strikes faults, makes the changes, decides
 * the answer. A change is on disk before this returns.
 */
export async function conduct(
  { pool, faults, journal, closing }: Conductor,
  { name, writes, whom, answer }: ReadCall,
  line: LedgerLine,
): Promise<Outcome> {
  const userIds = new Map<string, string>()
  for (const id of whom.ids) {
    const person = pool.directory.find(whom.userIdType, id)
    if (person) userIds.set(id, person.userId)
  }
  const idsOf = Map.groupBy(userIds.keys(), (id) => userIds.get(id))

  const perform = (changes: readonly Change[]) => {
    journal.append(changes)
    for (const happened of changes) {
      const { userId } = happened
      if (!pool.directory.apply(happened)) continue
      line.happens(userId, idsOf.get(userId) ?? [], effectOf(happened))
    }
  }

  const struck = faults.strike({
    call: name,
    writes,
    userIdType: whom.userIdType,
    ids: new Set([...whom.ids, ...userIds.values()]),
  })
  const named = (behave: Behaviour) =>
    struck.filter((fault) => fault.behave === behave).flatMap((fault) => afflicted(fault, userIds))

  await waitFor(
    struck.reduce((ms, { behave, delayMs }) => (behave === 'slow' ? ms + delayMs : ms), 0),
    closing,
  )
  perform(named('vanish').map((userId) => ({ kind: 'vanished', userId })))

  const right = answer(pool)
  const spared = new Set(named('lie'))
  const apply = () => perform(right.changes.filter(({ userId }) => !spared.has(userId)))
  const fault = struck.find(({ behave }) => !quiet.includes(behave))

  if (fault === undefined) {
    apply()
    return { answer: right, spoilt: null, fault: struck[0]?.behave ?? null }
  }
  const { behave, afterApplying, delayMs, retryAfter } = fault
  if (behave === 'late') {
    void later(delayMs, closing, apply)
    return { answer: right, spoilt: behave, fault: behave }
  }
  if (afterApplying) apply()
  return {
    answer: otherAnswers[behave] ?? right,
    spoilt: isSpoiling(behave) ? behave : null,
    fault: behave,
    ...(retryAfter !== undefined && { retryAfter }),
  }
}
