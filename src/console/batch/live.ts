import type { Batch, WatchReply } from '#contract/batch.ts'
import { changedBetween, noRows, type RowMap, withRows } from './rows/row-map.ts'

/** A batch as this page knows it. */
export type Live = {
  batch: Batch
  /** Rows that changed after the ones on the screen were read, as they are now. */
  changes: RowMap
  /** The same for the rows that stay on the screen until they are read again. */
  before: RowMap
  /** What `watchBatch` is to be asked for next. */
  cursor: number
  /** Grows whenever the rows on the screen are to be read again. */
  epoch: number
}

/** The first look at a batch. */
export function firstSight(batch: Batch): Live {
  return { batch, changes: noRows, before: noRows, cursor: batch.revision, epoch: 0 }
}

/** Forgets what is on the screen: the rows are read again, in the order they have now. */
export function readAgain(live: Live): Live {
  const before = withRows(live.before, changedBetween(live.before, live.changes))
  return { ...live, changes: noRows, before, epoch: live.epoch + 1 }
}

/** Between two of these all rows change at once: their order, or the list itself. */
function phase({ state, checkedAt, rows }: Batch): string {
  switch (state) {
    case 'running':
    case 'paused':
    case 'stopping':
    case 'stopped':
    case 'finished':
      return 'run'
    case 'draft':
    case 'checking':
    case 'checked':
    case 'confirmed':
    case 'discarded':
      // Somewhere else the list may have been exchanged and checked between two looks.
      return [state, checkedAt, rows].join(' ')
    default:
      return state satisfies never
  }
}

/** The answer to an act on the batch. It moves no cursor: rows that changed with it are told later. */
export function withBatch(live: Live, batch: Batch): Live {
  if (batch.revision < live.batch.revision) return live
  const next = { ...live, batch }
  return phase(batch) === phase(live.batch) ? next : readAgain(next)
}

/** What was told since the cursor. An answer that was overtaken by a later one changes nothing. */
export function advanced(live: Live, reply: WatchReply): Live {
  if (reply.cursor < live.cursor) return live
  const next = { ...withBatch(live, reply.batch), cursor: reply.cursor }
  if (reply.reload) return readAgain(next)
  return { ...next, changes: withRows(next.changes, reply.rows) }
}

/** While it moves, it is watched. */
export function isMoving(batch: Batch): boolean {
  const { state, fingerprint, outcomes } = batch
  switch (state) {
    case 'checking':
    case 'running':
    case 'stopping':
      return true
    case 'checked':
      // Between its last verdict and its fingerprint a list is not ready for a confirmation yet.
      return fingerprint === null
    case 'paused':
      // The rows that were in flight are still read back.
      return outcomes.sending > 0
    case 'stopped':
    case 'finished':
      return isLookingAgain(batch)
    case 'draft':
    case 'confirmed':
    case 'discarded':
      return false
    default:
      return state satisfies never
  }
}

/** Whether a later look was at everybody there was something to see of. */
function wasAtAll({ recheck, outcomes }: Pick<Batch, 'recheck' | 'outcomes'>): boolean {
  const { done, already_so, not_confirmed } = outcomes
  return recheck.total > 0 && recheck.total === done + already_so + not_confirmed
}

/** Whether a later look is under way. A look at everybody is over only when it is said to be. */
export function isLookingAgain(batch: Pick<Batch, 'recheck' | 'outcomes'>): boolean {
  return batch.recheck.left > 0 || (batch.recheck.at === null && wasAtAll(batch))
}
