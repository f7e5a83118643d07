import { sql } from 'kysely'
import type { RowPatch } from './batch-records.ts'
import { columnsOf } from './batch-row-record.ts'
import type { Tx } from './connect.ts'
import { Superseded } from './store.ts'
import type { BatchRowTable } from './tables.ts'

/** Forty-one columns each; a statement carries 32,766 values on SQLite and 65,535 on PostgreSQL. */
const rowsPerStatement = 500

/** How a row changes, in terms of what it was. */
export type RowChange = (row: BatchRowTable) => Partial<BatchRowTable>

/** Each patch as a change, by row; a row patched twice takes both, in order. */
export function changesOf(patches: readonly RowPatch[]): Map<number, RowChange> {
  const changes = new Map<number, Partial<BatchRowTable>>()
  for (const { row, ...patch } of patches) {
    changes.set(row, { ...changes.get(row), ...columnsOf(patch) })
  }
  return new Map([...changes].map(([row, change]) => [row, () => change]))
}

/**
 * Reads the rows, changes them, and writes them back: two statements for up to 500 rows, whatever each
 * of them gets. The caller has taken `changes.size` revisions after `revision`, and with them the batch.
 * Error: Superseded when a row is not there.
 */
export async function changeRows(
  tx: Tx,
  batchId: number,
  changes: ReadonlyMap<number, RowChange>,
  revision: number,
): Promise<void> {
  const numbers = [...changes.keys()]
  for (let from = 0; from < numbers.length; from += rowsPerStatement) {
    const some = numbers.slice(from, from + rowsPerStatement)
    const rows = await tx
      .selectFrom('batchRows')
      .selectAll()
      .where('batchId', '=', batchId)
      .where('rowNumber', 'in', some)
      .orderBy('rowNumber')
      .execute()
    if (rows.length !== some.length) throw new Superseded(`batch ${batchId} has no such row`)
    const changed = rows.map((row, index) => ({
      ...row,
      ...changes.get(row.rowNumber)?.(row),
      revision: revision + from + index + 1,
    }))
    await overwrite(tx, changed)
  }
}

/** What the list gave stays as it is, and so does what a row is found by. */
const staying = new Set(['batchId', 'rowNumber', 'given', 'givenKind', 'asWritten', 'givenName'])

/** Every row is there, so that each insert ends as an update. */
async function overwrite(tx: Tx, rows: readonly BatchRowTable[]): Promise<void> {
  const changing = Object.keys(rows[0] ?? {}).filter((column) => !staying.has(column))
  const asGiven = changing.map((column) => [column, sql.ref(`excluded.${column}`)])
  await tx
    .insertInto('batchRows')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['batchId', 'rowNumber']).doUpdateSet(Object.fromEntries(asGiven)),
    )
    .execute()
}
