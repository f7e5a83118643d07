import type { Draft } from './audit-draft.ts'
import { draftEntry } from './audit-draft.ts'
import type { Db, Tx } from './connect.ts'
import { refuseSecrets } from './never-stored.ts'
import type { ActOutcome, Instant, NewOutcome } from './records.ts'
import { Superseded } from './store.ts'
import type { AuditEntryTable } from './tables.ts'

/**
 * Gives the users' places among the open intents back.
 * @returns the intents and the outcomes to append, both in the order given.
 * Error: Superseded when one of the intents has its outcome already, or is none.
 */
export async function settleIntents(
  tx: Tx,
  outcomes: readonly NewOutcome[],
  at: Instant,
): Promise<{ intents: AuditEntryTable[]; drafts: Draft[] }> {
  const intents = await intentsOf(tx, outcomes)
  const settled = await tx
    .deleteFrom('openIntents')
    .where(
      'entryId',
      'in',
      intents.map(({ entryId }) => entryId),
    )
    .returning('entryId')
    .execute()
  if (settled.length !== outcomes.length) throw new Superseded('an intent has its outcome already')
  const drafts = intents.flatMap((intent, index) => {
    const outcome = outcomes[index]
    return outcome ? draftAnswer('outcome', intent, outcome, intent.personId, at) : []
  })
  return { intents, drafts }
}

/** The entries of the intents that these answers are about, in their order. Error: Superseded. */
export async function intentsOf(
  db: Db | Tx,
  answers: readonly { intentSeq: number }[],
): Promise<AuditEntryTable[]> {
  const found = await db
    .selectFrom('auditEntries')
    .selectAll()
    .where('kind', '=', 'intent')
    .where(
      'seq',
      'in',
      answers.map(({ intentSeq }) => intentSeq),
    )
    .execute()
  const bySeq = new Map(found.map((entry) => [entry.seq, entry]))
  return answers.map(({ intentSeq }) => {
    const intent = bySeq.get(intentSeq)
    if (!intent) throw new Superseded(`there is no intent ${intentSeq}`)
    return intent
  })
}

/** A later look is taken at acts that have their outcome. Error: Superseded. */
export async function refuseOpen(tx: Tx, intents: readonly AuditEntryTable[]): Promise<void> {
  const entryIds = intents.map(({ entryId }) => entryId)
  const open = await tx
    .selectFrom('openIntents')
    .select('entryId')
    .where('entryId', 'in', entryIds)
    .executeTakeFirst()
  const intent = intents.find(({ entryId }) => entryId === open?.entryId)
  if (intent) throw new Superseded(`intent ${intent.seq} has no outcome yet`)
}

/** Drafts an outcome or a later check: about the same person and act as its intent. */
export function draftAnswer(
  kind: 'outcome' | 'check',
  intent: AuditEntryTable,
  answer: NewOutcome,
  personId: string | null,
  at: Instant,
): Draft {
  refuseSecrets(answer.facts, 'facts')
  const { action, userId, batchId, batchRow } = intent
  return draftEntry({ at, kind, action, personId, userId, batchId, batchRow, ...answer }).draft
}

/** By intent, the outcome shown for it now: what the latest outcome or check says. */
export async function shownOutcomes(
  db: Db,
  intentSeqs: readonly number[],
): Promise<Map<number, ActOutcome>> {
  if (intentSeqs.length === 0) return new Map()
  const answers = await db
    .selectFrom('auditEntries')
    .select(['intentSeq', 'outcome'])
    .where('intentSeq', 'in', intentSeqs)
    .where('kind', 'in', ['outcome', 'check'])
    .orderBy('seq')
    .execute()
  const shown = new Map<number, ActOutcome>()
  for (const { intentSeq, outcome } of answers) {
    const known = outcomes.find((word) => word === outcome)
    if (intentSeq !== null && known) shown.set(intentSeq, known)
  }
  return shown
}

const outcomes = [
  'done',
  'already_so',
  'failed',
  'not_confirmed',
] as const satisfies readonly ActOutcome[]
