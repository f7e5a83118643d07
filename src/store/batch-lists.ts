import { batchColumnsOf } from './batch-record.ts'
import type { ListRecord } from './batch-records.ts'
import { newRow } from './batch-row-record.ts'
import type { BatchStore } from './batch-store.ts'
import type { WriteBatch } from './batch-writing.ts'
import { changeBatch, unchecked } from './batch-writing.ts'
import type { Db, Tx } from './connect.ts'
import { jsonObject } from './json.ts'
import { Superseded } from './store.ts'
import type { ListTable } from './tables.ts'
import { written } from './written.ts'

/** Few enough that the statement is prepared once and used for the whole list. */
const rowsPerStatement = 150

type BatchLists = Pick<BatchStore, 'setLists' | 'lists' | 'listSummaries' | 'addRows'>

/** The lists of a draft, and the rows that are made from them. */
export function batchListsIn(db: Db, write: WriteBatch): BatchLists {
  return {
    setLists: (batchId, from, lists, patch) =>
      write(async (tx, put) => {
        const listed = lists.length > 0
        await changeBatch(
          tx,
          batchId,
          { from, fenceOut: true },
          {
            ...unchecked,
            ...batchColumnsOf(patch),
            state: listed ? 'checking' : 'draft',
            rowCount: lists.reduce((sum, { rows }) => sum + rows, 0),
            listedRows: 0,
          },
        )
        await tx.deleteFrom('batchRows').where('batchId', '=', batchId).execute()
        await takeLists(tx, batchId, lists)
        if (listed) await put({ kind: 'check', batchId })
        return batchId
      }),

    async lists(batchId) {
      const rows = await db
        .selectFrom('lists')
        .selectAll()
        .where('batchId', '=', batchId)
        .orderBy('position')
        .execute()
      return rows.map(listFrom)
    },

    async listSummaries(batchIds) {
      const found = new Map<number, Pick<ListRecord, 'listId' | 'source' | 'name' | 'rows'>[]>()
      if (batchIds.length === 0) return found
      const rows = await db
        .selectFrom('lists')
        .select(['batchId', 'listId', 'source', 'name', 'rowCount as rows'])
        .where('batchId', 'in', batchIds)
        .$narrowType<{ batchId: number; source: string; rows: number }>()
        .orderBy('batchId')
        .orderBy('position')
        .execute()
      for (const { batchId, ...summary } of rows) {
        found.set(batchId, [...(found.get(batchId) ?? []), summary])
      }
      return found
    },

    async addRows(batchId, fence, rows) {
      const first = rows[0]
      if (!first) return
      await written(db, async (tx) => {
        const taken = await tx
          .updateTable('batches')
          .set(({ eb }) => ({
            listedRows: eb('listedRows', '+', rows.length),
            revision: eb('revision', '+', rows.length),
          }))
          .where('batchId', '=', batchId)
          .where('fence', '=', fence)
          .where('state', '=', 'checking')
          .where('listedRows', '=', first.row - 1)
          .where('rowCount', '>=', first.row - 1 + rows.length)
          .returning('revision')
          .executeTakeFirst()
        if (!taken || rows.some(({ row }, index) => row !== first.row + index)) {
          throw new Superseded(`batch ${batchId} does not wait for these rows`)
        }
        const revision = taken.revision - rows.length + 1
        for (let from = 0; from < rows.length; from += rowsPerStatement) {
          const some = rows.slice(from, from + rowsPerStatement)
          const values = some.map((row, index) => newRow(batchId, row, revision + from + index))
          await tx.insertInto('batchRows').values(values).execute()
        }
      })
    },
  }
}

/**
 * Gives a batch these lists, in this order, and lets go of its others. Error: Superseded when one was
 * never received whole, is gone, or is another batch's.
 */
export async function takeLists(
  tx: Tx,
  batchId: number,
  lists: readonly ListRecord[],
): Promise<void> {
  const listIds = lists.map(({ listId }) => listId)
  await tx
    .deleteFrom('lists')
    .where('batchId', '=', batchId)
    .$if(listIds.length > 0, (others) => others.where('listId', 'not in', listIds))
    .execute()
  for (const [position, { listId, source, name, rows, reading }] of lists.entries()) {
    const taken = await tx
      .updateTable('lists')
      .set({ batchId, position, source, name, rowCount: rows, reading: JSON.stringify(reading) })
      .where('listId', '=', listId)
      .where('sha256', 'is not', null)
      .where(({ eb }) => eb.or([eb('batchId', 'is', null), eb('batchId', '=', batchId)]))
      .returning('listId')
      .executeTakeFirst()
    if (!taken) throw new Superseded(`list ${listId} is not to be had`)
  }
}

/** A list that a batch has, as it leaves the store. */
function listFrom({ batchId: _, position: __, ...row }: ListTable): ListRecord {
  const { rowCount, source, sha256, reading, ...same } = row
  if (rowCount === null || source === null || sha256 === null || reading === null) {
    throw new TypeError(`list ${row.listId} lacks what a batch knows of its lists`)
  }
  return { ...same, source, sha256, rows: rowCount, reading: jsonObject(reading) }
}
