import { sql } from 'kysely'
import type { AuditChain } from './audit-chain.ts'
import { batchFrom, selectBatches } from './batch-record.ts'
import { takeRevisions } from './batch-revision.ts'
import { changeRows, changesOf } from './batch-row-change.ts'
import { rowFrom } from './batch-row-record.ts'
import type { BatchStore } from './batch-store.ts'
import type { WriteBatch } from './batch-writing.ts'
import { changeBatch } from './batch-writing.ts'
import type { Db, Tx } from './connect.ts'
import { inSlices } from './in-slices.ts'
import { draftAnswer, intentsOf, refuseOpen } from './outcomes.ts'
import type { Instant, NewOutcome } from './records.ts'
import { Superseded } from './store.ts'

const rowsPerStatement = 1_000

/** Takes back what was written on the way to finding nothing to look at. */
class NothingDue extends Superseded {}

type BatchRechecks = Pick<
  BatchStore,
  'askRecheck' | 'countUnread' | 'dueRows' | 'beingRechecked' | 'recordChecks' | 'lastIntents'
>

/** Looking again, after the end, at what became of rows. */
export function batchRechecksIn(db: Db, chain: AuditChain, write: WriteBatch): BatchRechecks {
  return {
    async askRecheck(batchId, from, which, { personId, note }) {
      const asking = write(async (tx, put) => {
        const asked = { recheckBy: personId, recheckedAt: null }
        const revision = await changeBatch(tx, batchId, { from, everyRow: true }, asked)
        await markDue(tx, batchId, which, revision)
        const { due } = await tx
          .selectFrom('batchRows')
          .select((eb) => eb.fn.countAll<number>().as('due'))
          .where('batchId', '=', batchId)
          .where('recheckDue', '=', sql.lit(1))
          .executeTakeFirstOrThrow()
        if (due === 0) throw new NothingDue()
        await tx
          .updateTable('batches')
          .set({ recheckTotal: due })
          .where('batchId', '=', batchId)
          .execute()
        await put({ kind: 'recheck', batchId })
        return batchId
      }, note)
      try {
        return await asking
      } catch (error) {
        if (!(error instanceof NothingDue)) throw error
        const batch = await selectBatches(db)
          .where('batchId', '=', batchId)
          .executeTakeFirstOrThrow()
        return { ...batchFrom(batch), recheckTotal: 0 }
      }
    },

    async countUnread(batchId, outcomes) {
      const { unread } = await db
        .selectFrom('batchRows')
        .select((eb) => eb.fn.countAll<number>().as('unread'))
        .where('batchId', '=', batchId)
        .where('outcome', 'in', outcomes)
        .where('why', 'is not', null)
        .executeTakeFirstOrThrow()
      return unread
    },

    async dueRows(batchId, limit) {
      const rows = await db
        .selectFrom('batchRows')
        .selectAll()
        .where('batchId', '=', batchId)
        .where('recheckDue', '=', sql.lit(1))
        .orderBy('rowNumber')
        .limit(limit)
        .execute()
      return rows.map(rowFrom)
    },

    async beingRechecked() {
      const batches = await db
        .selectFrom('batches')
        .select('batchId')
        .where('recheckTotal', '>', 0)
        .where('recheckedAt', 'is', null)
        .orderBy('batchId')
        .execute()
      return batches.map(({ batchId }) => batchId)
    },

    async recordChecks(batchId, checks, personId, at) {
      if (checks.length === 0) return
      const answers = checks.flatMap(({ patch: { row }, intentSeq, outcome, facts, requestId }) =>
        intentSeq === null ? [] : { row, intentSeq, outcome, facts, requestId },
      )
      const looked = checks.map(({ patch }) => ({ recheckDue: false, ...patch }))
      const changes = changesOf(looked)
      await chain.record(async (tx, append) => {
        const revision = await takeRevisions(tx, batchId, changes.size)
        const drafts = await draftChecks(tx, batchId, answers, personId, at)
        await changeRows(tx, batchId, changes, revision)
        if (drafts.length > 0) await append(drafts)
      })
    },

    async lastIntents(batchId, rows) {
      const last = new Map<number, number>()
      for (const some of inSlices(rows, rowsPerStatement)) {
        const intents = await db
          .selectFrom('auditEntries')
          .select('batchRow')
          .select((eb) => eb.fn.max('seq').as('seq'))
          .where('batchId', '=', batchId)
          .where('batchRow', 'in', some)
          .where('kind', '=', sql.lit('intent'))
          // No batch is about sessions; they are ended to prepare its act.
          .where('action', '<>', 'endSessions')
          .groupBy('batchRow')
          .$narrowType<{ batchRow: number }>()
          .execute()
        for (const { batchRow, seq } of intents) last.set(batchRow, seq)
      }
      return last
    },
  }
}

async function markDue(
  tx: Tx,
  batchId: number,
  { outcomes, row }: { outcomes: readonly string[]; row?: number },
  revision: number,
): Promise<void> {
  await tx
    .updateTable('batchRows')
    .set((eb) => ({ recheckDue: 1, revision: eb('rowNumber', '+', revision) }))
    .where('batchId', '=', batchId)
    .where('userId', 'is not', null)
    .where(({ eb, and, or }) =>
      and([
        or(outcomes.map((word) => eb('outcome', '=', word))),
        and(row === undefined ? [] : [eb('rowNumber', '=', row)]),
      ]),
    )
    .execute()
}

async function draftChecks(
  tx: Tx,
  batchId: number,
  answers: readonly (NewOutcome & { row: number })[],
  personId: string,
  at: Instant,
) {
  if (answers.length === 0) return []
  const intents = await intentsOf(tx, answers)
  await refuseOpen(tx, intents)
  return intents.flatMap((intent, index) => {
    const answer = answers[index]
    if (!answer) return []
    const { row, ...outcome } = answer
    if (intent.batchId !== batchId || intent.batchRow !== row) {
      throw new Superseded('a check names the intent of another row')
    }
    return draftAnswer('check', intent, outcome, personId, at)
  })
}
