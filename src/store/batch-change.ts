import type { AuditChain } from './audit-chain.ts'
import { draftNote } from './audit-draft.ts'
import { readBatch } from './batch-record.ts'
import type { BatchPatch, BatchRecord } from './batch-records.ts'
import { takeRevisions } from './batch-revision.ts'
import { changeRows, changesOf } from './batch-row-change.ts'
import { runs, userIdsThatRun } from './batch-rows.ts'
import type { Db, Tx } from './connect.ts'
import type { Queue } from './queue.ts'
import type { AlongWith } from './records.ts'
import type { Store } from './store.ts'
import { Superseded } from './store.ts'
import { written } from './written.ts'

type BatchChanges = Pick<Store['batches'], 'change' | 'takeFence' | 'patchRows' | 'freezeRows'>

/** Changes to batches and their rows that send nothing. */
export function batchChangesIn(db: Db, chain: AuditChain, queue: Queue): BatchChanges {
  /** One transaction, with a note at its end when there is one; answers the batch as it is then. */
  const recorded = (
    batchId: number,
    note: AlongWith['note'],
    work: (tx: Tx) => Promise<void>,
  ): Promise<BatchRecord> => {
    if (!note) {
      return written(db, async (tx) => {
        await work(tx)
        return readBatch(tx, batchId)
      })
    }
    return chain.record(async (tx, append) => {
      await work(tx)
      await append([await draftNote(tx, note.entry, note.at)])
      return readBatch(tx, batchId)
    })
  }

  return {
    async change(batchId, from, patch, { job, note, fence } = {}) {
      let release: (() => void) | undefined
      const changed = await recorded(batchId, note, async (tx) => {
        await changeBatch(tx, batchId, from, patch, fence)
        if (job) release = await queue.enlist(tx, job)
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
      recorded(batchId, confirming?.note, async (tx) => {
        if (confirming) {
          await changeBatch(tx, batchId, ['checked'], confirming.patch)
          const userIds = await userIdsThatRun(tx, batchId, runningVerdicts, heldVerdicts)
          if (!confirming.agrees(userIds)) throw new Superseded('the list is another one')
        }
        const { rows } = await readBatch(tx, batchId)
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
      }),
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
