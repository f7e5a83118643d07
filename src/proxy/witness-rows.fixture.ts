import type { Outcome } from '#contract/batch-row.ts'
import type { BatchRowRecord } from '#store/batch-records.ts'
import type { Evidence } from './witness-evidence.fixture.ts'
import { isAffected, operationsOf, sendsOf } from './witness-evidence.fixture.ts'

const withoutEffect: readonly Outcome[] = ['failed', 'skipped', 'held', 'not_started', 'already_so']
const unended: readonly (string | null)[] = ['waiting', 'sending', null]

/** I1, and that nobody is lost: rows whose word is not what GenAuth did. */
export function dishonestRows(evidence: Evidence): string[] {
  const { rows, frozen } = evidence
  const byUser = new Map(rows.map((row) => [row.userId, row]))
  const lost = frozen.filter((userId) => !byUser.has(userId)).map((userId) => `${userId} is lost`)
  const twice = rows.length - byUser.size
  return [
    ...lost,
    ...(twice > 0 ? [`${twice} rows are about somebody who has one already`] : []),
    ...rows.flatMap((row) => wordOf(evidence, row)),
  ]
}

function wordOf(evidence: Evidence, { userId, outcome }: BatchRowRecord): string[] {
  if (unended.includes(outcome)) return [`${userId} is left ${outcome}`]
  if (userId === null) return []
  const affected = operationsOf(evidence).all.some((operation) =>
    isAffected(sendsOf(evidence.ledger, operation, userId), userId),
  )
  if (affected && withoutEffect.some((word) => word === outcome)) {
    return [`${userId} is ${outcome}, although something was done to them`]
  }
  return outcome === 'done' ? unseen(evidence, userId) : []
}

/** Done is what was done by us, was read back after the last send, and is so still. */
function unseen(evidence: Evidence, userId: string): string[] {
  const { ledger, shown } = evidence
  const { act } = operationsOf(evidence)
  const sends = sendsOf(ledger, act, userId)
  const last = sends.at(-1)
  if (!last) return [`${userId} is done, although nothing was sent`]
  const told: string[] = []
  if (!shown.has(userId)) told.push(`${userId} is done, and GenAuth shows otherwise`)
  const readBack = ledger.some(
    ({ seq, call, ids, answered, withheld }) =>
      seq > last.seq &&
      act.looks.includes(call) &&
      ids.includes(userId) &&
      answered !== null &&
      !withheld,
  )
  if (!readBack) told.push(`${userId} is done, and was never read back`)
  return told
}
