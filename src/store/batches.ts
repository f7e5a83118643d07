import { takeLists } from './batch-lists.ts'
import { batchFrom, selectBatches } from './batch-record.ts'
import type { BatchStore } from './batch-store.ts'
import type { WriteBatch } from './batch-writing.ts'
import type { Db } from './connect.ts'
import { refuseSecrets } from './never-stored.ts'
import { draftSnapshot, storeSnapshots } from './snapshots.ts'
import { written } from './written.ts'

type Batches = Pick<BatchStore, 'create' | 'find' | 'list' | 'inState' | 'keepSnapshots'>

/** Batches as they are made and found. */
export function batchesIn(db: Db, write: WriteBatch): Batches {
  return {
    create: ({ lists, endSessions, ...batch }, at) =>
      write(async (tx, put) => {
        const { value: batchId } = await tx
          .updateTable('counters')
          .set(({ eb }) => ({ value: eb('value', '+', 1) }))
          .where('name', '=', 'batch')
          .returning('value')
          .executeTakeFirstOrThrow()
        const listed = lists.length > 0
        await tx
          .insertInto('batches')
          .values({
            ...batch,
            batchId,
            endSessions: endSessions ? 1 : 0,
            state: listed ? 'checking' : 'draft',
            createdAt: at,
            checkBegunAt: listed ? at : null,
            ranMs: 0,
            recheckTotal: 0,
            fence: 0,
            rowCount: lists.reduce((sum, { rows }) => sum + rows, 0),
            listedRows: 0,
            revision: 0,
          })
          .execute()
        await takeLists(tx, batchId, lists)
        if (listed) await put({ kind: 'check', batchId })
        return batchId
      }),

    async find(batchId) {
      const row = await selectBatches(db).where('batchId', '=', batchId).executeTakeFirst()
      return row ? batchFrom(row) : null
    },

    async list(offset, limit) {
      const { totalCount } = await db
        .selectFrom('batches')
        .select((eb) => eb.fn.countAll<number>().as('totalCount'))
        .executeTakeFirstOrThrow()
      const page = await selectBatches(db)
        .orderBy('batchId', 'desc')
        .offset(offset)
        .limit(limit)
        .execute()
      return { totalCount, batches: page.map(batchFrom) }
    },

    async inState(states) {
      const rows = await selectBatches(db).where('state', 'in', states).orderBy('batchId').execute()
      return rows.map(batchFrom)
    },

    async keepSnapshots(batchId, snapshots, at) {
      const rows = snapshots.map((snapshot) => {
        refuseSecrets(snapshot.body, 'snapshot')
        return draftSnapshot({ ...snapshot, batchId, entryId: null }, at).row
      })
      await written(db, (tx) => storeSnapshots(tx, rows))
    },
  }
}
