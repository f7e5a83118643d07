import type { AuditChain } from './audit-chain.ts'
import { draftNote } from './audit-draft.ts'
import { readBatch } from './batch-record.ts'
import type { BatchRecord } from './batch-records.ts'
import type { Db, Tx } from './connect.ts'
import type { Queue } from './queue.ts'
import type { AlongWith, Job } from './records.ts'
import { Superseded } from './store.ts'
import type { BatchTable } from './tables.ts'
import { written } from './written.ts'

type Put = (job: Job) => Promise<void>

/** One transaction about one batch, with the jobs that it puts and the note at its end; `work` answers which. */
export type WriteBatch = (
  work: (tx: Tx, put: Put) => Promise<number>,
  note?: AlongWith['note'],
) => Promise<BatchRecord>

/** Answers the batch as it is after the transaction; a job is offered once that is durable. */
export function batchWriter(db: Db, chain: AuditChain, queue: Queue): WriteBatch {
  return async (work, note) => {
    const releases: (() => void)[] = []
    const inside = (tx: Tx) =>
      work(tx, async (job) => {
        releases.push(await queue.enlist(tx, job))
      })
    const batch = note
      ? await chain.record(async (tx, append) => {
          const batchId = await inside(tx)
          await append([await draftNote(tx, note.entry, note.at)])
          return readBatch(tx, batchId)
        })
      : await written(db, async (tx) => readBatch(tx, await inside(tx)))
    for (const release of releases) release()
    return batch
  }
}

type Grip = {
  from: readonly string[]
  fence?: number
  /** Whoever checks or runs the batch loses it. */
  fenceOut?: boolean
  /** Hands out a revision for every row, too. */
  everyRow?: boolean
}

/**
 * Changes a batch while it is in one of these states, and keeps it to this transaction until that ends.
 * @returns the revision after which those of the rows follow, by row number. Error: Superseded.
 */
export async function changeBatch(
  tx: Tx,
  batchId: number,
  { from, fence, fenceOut, everyRow }: Grip,
  columns: Partial<BatchTable>,
): Promise<number> {
  const changed = await tx
    .updateTable('batches')
    .set(({ eb, ref }) => ({
      ...columns,
      ...(fenceOut && { fence: eb('fence', '+', 1) }),
      revision: everyRow
        ? eb(eb('revision', '+', 1), '+', ref('rowCount'))
        : eb('revision', '+', 1),
    }))
    .where(({ eb }) => eb.and({ batchId, ...(fence !== undefined && { fence }) }))
    .where('state', 'in', from)
    .returning(['revision', 'rowCount'])
    .executeTakeFirst()
  if (!changed) throw new Superseded(`batch ${batchId} is no longer ${from.join(' or ')}`)
  return everyRow ? changed.revision - changed.rowCount - 1 : changed.revision
}

/** Rows of a list that is not confirmed, or no longer, have no outcome. */
export async function loseOutcomes(tx: Tx, batchId: number, revision: number): Promise<void> {
  await tx
    .updateTable('batchRows')
    .set({ outcome: null })
    .set((eb) => ({ revision: eb('rowNumber', '+', revision) }))
    .where('batchId', '=', batchId)
    .where('outcome', 'is not', null)
    .execute()
}

/** What a check, a confirmation and an approval leave on a batch, taken away. */
export const unchecked = {
  pausedBecause: null,
  checkBegunAt: null,
  checkedAt: null,
  fingerprint: null,
  confirmedAt: null,
  expiresAt: null,
  approvedBy: null,
  approvedAt: null,
  approvedFingerprint: null,
} as const satisfies Partial<BatchTable>
