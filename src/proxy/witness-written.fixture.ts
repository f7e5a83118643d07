import type { LedgerEntry } from '#sandbox/ledger.ts'
import type { AuditEntry } from '#store/records.ts'
import type { Evidence, Operation } from './witness-evidence.fixture.ts'
import { operationsOf, sendsOf } from './witness-evidence.fixture.ts'

/** I4: sends without an open intent of their own, and intents without exactly one outcome. */
export function unwrittenSends(evidence: Evidence): string[] {
  const { entries, frozen, ledger } = evidence
  return [
    ...unsettled(entries),
    ...operationsOf(evidence).all.flatMap((operation) =>
      frozen.flatMap((userId) =>
        unintended(entries, sendsOf(ledger, operation, userId), operation, userId),
      ),
    ),
  ]
}

function unsettled(entries: readonly AuditEntry[]): string[] {
  const settles = entries.filter(({ kind }) => kind === 'outcome')
  const intents = new Set(entries.filter(({ kind }) => kind === 'intent').map(({ seq }) => seq))
  const told: string[] = []
  for (const seq of intents) {
    const count = settles.filter(({ intentSeq }) => intentSeq === seq).length
    if (count !== 1) told.push(`intent ${seq} has ${count} outcomes`)
  }
  for (const { seq, intentSeq } of settles) {
    if (intentSeq === null || !intents.has(intentSeq)) told.push(`outcome ${seq} has no intent`)
  }
  return told
}

/** Each send takes the last intent before it that is left; that one must not have had its outcome yet. */
function unintended(
  entries: readonly AuditEntry[],
  sends: readonly LedgerEntry[],
  { action, call }: Operation,
  userId: string,
): string[] {
  const left = entries.filter(
    (entry) => entry.kind === 'intent' && entry.action === action && entry.userId === userId,
  )
  return sends.toReversed().flatMap((send) => {
    const index = left.findLastIndex(({ at }) => at <= send.at)
    const [intent] = index < 0 ? [] : left.splice(index)
    if (!intent) return [`${call} ${send.seq} of ${userId} has no intent before it`]
    const outcome = entries.find((one) => one.kind === 'outcome' && one.intentSeq === intent.seq)
    return outcome && outcome.at < send.at
      ? [`${call} ${send.seq} of ${userId} was sent after the outcome of its intent`]
      : []
  })
}
