import { batchColumnsOf } from './batch-record.ts'
import { unseen } from './batch-row-record.ts'
import type { BatchStore } from './batch-store.ts'
import type { WriteBatch } from './batch-writing.ts'
import { changeBatch, loseOutcomes, unchecked } from './batch-writing.ts'
import type { Db } from './connect.ts'
import { written } from './written.ts'

type BatchChecks = Pick<BatchStore, 'uncheck' | 'giveUpCheck'>

/** A check taken up again, and one given up. */
export function batchChecksIn(db: Db, write: WriteBatch): BatchChecks {
  return {
    uncheck: (batchId, from, verdicts, patch) =>
      write(async (tx, put) => {
        const revision = await changeBatch(
          tx,
          batchId,
          { from, fenceOut: true, everyRow: true },
          { ...unchecked, ...batchColumnsOf(patch), state: 'checking' },
        )
        await loseOutcomes(tx, batchId, revision)
        const losing = tx
          .updateTable('batchRows')
          .set(unseen)
          .set((eb) => {
            const kept = (column: 'tried' | 'foundAs' | 'candidates') =>
              eb.case().when('chosen', '=', 1).then(eb.ref(column)).else('[]').end()
            return {
              userId: eb.case().when('chosen', '=', 1).then(eb.ref('userId')).end(),
              tried: kept('tried'),
              foundAs: kept('foundAs'),
              candidates: kept('candidates'),
              revision: eb('rowNumber', '+', revision),
            }
          })
          .where('batchId', '=', batchId)
        if (verdicts === 'all') await losing.execute()
        else if (verdicts.length > 0) await losing.where('verdict', 'in', verdicts).execute()
        await put({ kind: 'check', batchId })
        return batchId
      }),

    giveUpCheck: (batchId, verdict) =>
      written(db, async (tx) => {
        const from = ['checking']
        const revision = await changeBatch(
          tx,
          batchId,
          { from, fenceOut: true, everyRow: true },
          {},
        )
        await tx
          .updateTable('batchRows')
          .set((eb) => ({ verdict, revision: eb('rowNumber', '+', revision) }))
          .where('batchId', '=', batchId)
          .where('verdict', 'is', null)
          .execute()
      }),
  }
}
