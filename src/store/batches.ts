import type { AuditChain } from './audit-chain.ts'
import { draftNote } from './audit-draft.ts'
import { batchFrom, selectBatches } from './batch-record.ts'
import { takeRevisions } from './batch-revision.ts'
import { changeRows, changesOf } from './batch-row-change.ts'
import { newRow } from './batch-row-record.ts'
import { runs, userIdsThatRun } from './batch-rows.ts'
import type { Db, Tx } from './connect.ts'
import { refuseSecrets } from './never-stored.ts'
import type { Queue } from './queue.ts'
import type { AlongWith, BatchPatch, BatchRecord } from './records.ts'
import { draftSnapshot, storeSnapshots } from './snapshots.ts'
import type { Store } from './store.ts'
import { Superseded } from './store.ts'
import { written } from './written.ts'

/** Few enough that the statement is prepared once and used for the whole list. */
const rowsPerStatement = 200

type Batches = Pick<
  Store['batches'],
  | 'create'
  | 'find'
  | 'list'
  | 'inState'
  | 'change'
  | 'takeFence'
  | 'patchRows'
  | 'freezeRows'
  | 'keepSnapshots'
>

/** Batches themselves, and the changes to their rows that send nothing. */
export function batchesIn(db: Db, chain: AuditChain, queue: Queue): Batches {
  /** One transaction, which ends with a note in the chain when there is one. */
  const recorded = <T>(note: AlongWith['note'], work: (tx: Tx) => Promise<T>): Promise<T> => {
    if (!note) return written(db, work)
    return chain.record(async (tx, append) => {
      const result = await work(tx)
      await append([await draftNote(tx, note.entry, note.at)])
      return result
    })
  }

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
        return read(tx, batchId)
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

    async change(batchId, from, patch, { job, note, fence } = {}) {
      let release: (() => void) | undefined
      const changed = await recorded(note, async (tx) => {
        await changeBatch(tx, batchId, from, patch, fence)
        if (job) release = await queue.enlist(tx, job)
        return read(tx, batchId)
      })
      release?.()
      return changed
    },

    takeFence: (batchId, from) =>
      written(db, async (tx) => {
        const taken = await tx
          .updateTable('batches')
          .set(({ eb }) => ({ fence: eb('fence', '+', 1), revision: eb('revision', '+', 1) }))
          .where('batchId', '=', batchId)
          .where('state', 'in', from)
          .returning('fence')
          .executeTakeFirst()
        if (!taken) throw new Superseded(`batch ${batchId} is no longer ${from.join(' or ')}`)
        return taken.fence
      }),

    async patchRows(batchId, patches, asLongAs) {
      if (patches.length === 0) return
      const changes = changesOf(patches)
      await written(db, async (tx) => {
        const revision = await takeRevisions(tx, batchId, changes.size, asLongAs)
        await changeRows(tx, batchId, changes, revision)
      })
    },

    freezeRows: (batchId, runningVerdicts, heldVerdicts, confirming) =>
      recorded(confirming?.note, async (tx) => {
        if (confirming) {
          await changeBatch(tx, batchId, ['checked'], confirming.patch)
          const userIds = await userIdsThatRun(tx, batchId, runningVerdicts, heldVerdicts)
          if (!confirming.agrees(userIds)) throw new Superseded('the list is another one')
        }
        const { rows } = await read(tx, batchId)
        const revision = await takeRevisions(tx, batchId, rows)
        await tx
          .updateTable('batchRows')
          .set((eb) => ({
            outcome: eb
              .case()
              .when(runs(eb, runningVerdicts, heldVerdicts))
              .then('waiting')
              .else('skipped')
              .end(),
            revision: eb('rowNumber', '+', revision),
          }))
          .where('batchId', '=', batchId)
          .execute()
        return read(tx, batchId)
      }),

    async keepSnapshots(batchId, snapshots, at) {
      const rows = snapshots.map((snapshot) => {
        refuseSecrets(snapshot.body, 'snapshot')
        return draftSnapshot({ ...snapshot, batchId, entryId: null }, at).row
      })
      await written(db, (tx) => storeSnapshots(tx, rows))
    },
  }
}

async function changeBatch(
  tx: Tx,
  batchId: number,
  from: readonly string[],
  patch: BatchPatch,
  fence?: number,
): Promise<void> {
  const done = await tx
    .updateTable('batches')
    .set(({ eb }) => ({ ...patch, revision: eb('revision', '+', 1) }))
    .where(({ eb }) => eb.and({ batchId, ...(fence !== undefined && { fence }) }))
    .where('state', 'in', from)
    .returning('batchId')
    .executeTakeFirst()
  if (!done) throw new Superseded(`batch ${batchId} is no longer ${from.join(' or ')}`)
}

async function read(tx: Tx, batchId: number): Promise<BatchRecord> {
  return batchFrom(await selectBatches(tx).where('batchId', '=', batchId).executeTakeFirstOrThrow())
}
