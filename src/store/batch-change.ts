import { batchColumnsOf, readBatch } from './batch-record.ts'
import type { PlannedRow } from './batch-records.ts'
import { takeRevisions } from './batch-revision.ts'
import { changeRows, changesOf } from './batch-row-change.ts'
import { plannedRows, runs } from './batch-rows.ts'
import type { BatchStore } from './batch-store.ts'
import { batchUsersIn } from './batch-users.ts'
import type { WriteBatch } from './batch-writing.ts'
import { changeBatch, loseOutcomes } from './batch-writing.ts'
import type { Db, Tx } from './connect.ts'
import { Superseded } from './store.ts'
import { written } from './written.ts'

type BatchChanges = Pick<BatchStore, 'change' | 'takeFence' | 'patchRows' | 'freezeRows'>

/** Changes to batches and their rows that send nothing. */
export function batchChangesIn(db: Db, write: WriteBatch): BatchChanges {
  return {
    change: (batchId, from, patch, { job, note, fence, thaw } = {}) =>
      write(async (tx, put) => {
        const grip = { from, fence, fenceOut: thaw, everyRow: thaw }
        const revision = await changeBatch(tx, batchId, grip, batchColumnsOf(patch))
        if (thaw) await loseOutcomes(tx, batchId, revision)
        if (job) await put(job)
        return batchId
      }, note),

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
      write(async (tx) => {
        if (confirming) {
          const from = ['checked']
          await changeBatch(tx, batchId, { from }, batchColumnsOf(confirming.patch))
          const plan = await plannedRows(tx, batchId, runningVerdicts, heldVerdicts)
          if (!confirming.agrees(plan)) throw new Superseded('the list is another one')
          await refuseOverlaps(tx, batchId, plan)
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
        return batchId
      }, confirming?.note),
  }
}

/** Nobody is confirmed in a second batch unless somebody accepted just that. Error: Superseded. */
async function refuseOverlaps(tx: Tx, batchId: number, plan: readonly PlannedRow[]): Promise<void> {
  const { elsewhere, rowsMeaning } = batchUsersIn(tx)
  const userIds = plan.map(({ userId }) => userId)
  const rows = await rowsMeaning(batchId, [...(await elsewhere(batchId, userIds)).keys()])
  const counted = rows.filter((row) => row.duplicateOf === null && row.decision !== 'left_out')
  if (counted.every(({ holds }) => holds.includes('in_another_batch'))) return
  throw new Superseded('somebody was confirmed in another batch meanwhile')
}
