import type { LedgerEntry } from '#sandbox/ledger.ts'
import type { Evidence, Operation } from './witness-evidence.fixture.ts'
import { operationsOf, sendsOf, writesIn } from './witness-evidence.fixture.ts'

const idLimit = 50
const mostSends = 2

/** I2: writes about anybody else, of another kind, too many at once, or by a name that may change. */
export function strayWrites(evidence: Evidence): string[] {
  const { frozen, ledger } = evidence
  const listed = new Set(frozen)
  const allowed = operationsOf(evidence).all.map(({ call }) => call)
  return writesIn(ledger).flatMap(({ seq, call, ids, userIdType }) => {
    const told: string[] = []
    if (!allowed.includes(call)) told.push(`call ${seq} is ${call}`)
    if (userIdType !== 'user_id') told.push(`call ${seq} names users by ${userIdType}`)
    if (ids.length === 0 || ids.length > idLimit) told.push(`call ${seq} names ${ids.length} users`)
    if (new Set(ids).size < ids.length) told.push(`call ${seq} names somebody twice`)
    const others = ids.filter((id) => !listed.has(id))
    if (others.length > 0) told.push(`call ${seq} names ${others.join(', ')}, not on the list`)
    return told
  })
}

/** I3: a send that repeats another one without a look in between, too early, too often, or in company. */
export function blindRepeats(evidence: Evidence): string[] {
  return operationsOf(evidence).all.flatMap((operation) =>
    evidence.frozen.flatMap((userId) => repeatsOf(evidence, operation, userId)),
  )
}

function repeatsOf(evidence: Evidence, operation: Operation, userId: string): string[] {
  const sends = sendsOf(evidence.ledger, operation, userId)
  const told: string[] = []
  for (const [index, send] of sends.entries()) {
    const before = sends[index - 1]
    if (!before) continue
    const what = `${operation.call} ${send.seq} of ${userId}`
    if (!wasLookedAt(evidence, operation, userId, before, send)) {
      told.push(`${what} repeats ${before.seq} blindly`)
    }
  }
  const counted = sends.filter((send) => !wasTurnedAway(send))
  // Whoever starts a batch again has sessions ended again that are still there.
  if (operation.call === 'kick-users') return told
  if (counted.length > mostSends) told.push(`${userId} was sent ${counted.length} times`)
  for (const { seq, ids } of counted.slice(1)) {
    if (ids.length > 1) told.push(`call ${seq} repeats ${userId} together with others`)
  }
  return told
}

/** A look that could have seen the first send: answered, and, when that was unclear, after the settling time. */
function wasLookedAt(
  { ledger, timeoutMs, settleMs }: Evidence,
  { looks }: Operation,
  userId: string,
  first: LedgerEntry,
  second: LedgerEntry,
): boolean {
  const unanswered = first.fault === 'hang' || first.fault === 'late' ? timeoutMs : 0
  const earliest = Date.parse(first.at) + (isUnclear(first) ? unanswered + settleMs : 0)
  return ledger.some(
    ({ seq, at, call, ids, answered, withheld }) =>
      first.seq < seq &&
      seq < second.seq &&
      looks.includes(call) &&
      ids.includes(userId) &&
      answered?.statusCode === 200 &&
      !withheld &&
      Date.parse(at) >= earliest,
  )
}

/** What says that nothing was done; of the one user whom a kick names, that they were not found, too. */
function wasTurnedAway({ call, answered, withheld }: LedgerEntry): boolean {
  const honest = call === 'kick-users' ? [401, 403, 404, 429] : [401, 403, 429]
  return !withheld && honest.includes(answered?.statusCode ?? 0)
}

function isUnclear(send: LedgerEntry): boolean {
  const { answered, withheld, fault } = send
  const clear = answered?.statusCode === 200 && !withheld && (fault === null || fault === 'lie')
  return !clear && !wasTurnedAway(send)
}
