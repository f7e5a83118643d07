import { batchFrom, readBatch, selectBatches } from './batch-record.ts'
import { newRow } from './batch-row-record.ts'
import type { Db } from './connect.ts'
import { refuseSecrets } from './never-stored.ts'
import { draftSnapshot, storeSnapshots } from './snapshots.ts'
import type { Store } from './store.ts'
import { written } from './written.ts'

/** Few enough that the statement is prepared once and used for the whole list. */
const rowsPerStatement = 200

type Batches = Pick<Store['batches'], 'create' | 'find' | 'list' | 'inState' | 'keepSnapshots'>

/** Batches as they are made and found. */
export function batchesIn(db: Db): Batches {
  return {
    create: ({ userIds, ...batch }, at) =>
      written(db, async (tx) => {
        const { value: batchId } = await tx
          .updateTable('counters')
          .set(({ eb }) => ({ value: eb('value', '+', 1) }))
          .where('name', '=', 'batch')
          .returning('value')
          .executeTakeFirstOrThrow()
        await tx
          .insertInto('batches')
          .values({
            ...batch,
            batchId,
            state: 'checking',
            createdAt: at,
            fence: 0,
            rowCount: userIds.length,
            revision: userIds.length,
          })
          .execute()
        for (let from = 0; from < userIds.length; from += rowsPerStatement) {
          const some = userIds.slice(from, from + rowsPerStatement)
          const rows = some.map((userId, index) => newRow(batchId, from + index + 1, userId))
          await tx.insertInto('batchRows').values(rows).execute()
        }
        return readBatch(tx, batchId)
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
