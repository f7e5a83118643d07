import type { BatchPatch, BatchRecord } from './batch-records.ts'
import type { Db, Tx } from './connect.ts'
import type { BatchTable } from './tables.ts'

type Row = BatchTable & { firstEntry: number | null; lastEntry: number | null }

/** Batches with the numbers of the first and the last audit entry about them. */
export function selectBatches(db: Db | Tx) {
  return db
    .selectFrom('batches')
    .selectAll('batches')
    .select(({ selectFrom }) => {
      const entries = selectFrom('auditEntries').whereRef(
        'auditEntries.batchId',
        '=',
        'batches.batchId',
      )
      return [
        entries.select((entry) => entry.fn.min('seq').as('seq')).as('firstEntry'),
        entries.select((entry) => entry.fn.max('seq').as('seq')).as('lastEntry'),
      ]
    })
}

/** A batch as it leaves the store. */
export function batchFrom({ rowCount: rows, endSessions, ...row }: Row): BatchRecord {
  return { ...row, rows, endSessions: endSessions === 1 }
}

/** The columns that a patch changes. */
export function batchColumnsOf({ endSessions, ...same }: BatchPatch): Partial<BatchTable> {
  return { ...same, ...(endSessions !== undefined && { endSessions: endSessions ? 1 : 0 }) }
}

/** The batch as it is within a transaction that knows it to be there. */
export async function readBatch(tx: Tx, batchId: number): Promise<BatchRecord> {
  return batchFrom(await selectBatches(tx).where('batchId', '=', batchId).executeTakeFirstOrThrow())
}
