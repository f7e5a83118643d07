import { rowsPerReply } from '#contract/limits.ts'
import type { BatchRecord, BatchRowRecord } from '#store/batch-records.ts'
import { ended } from './batch-recheck.ts'
import { foundBatch, noteOf } from './batch-steps.ts'
import { seenWords, whyWords } from './batch-words.ts'
import type { Handler } from './handler.ts'
import { csvText } from './list/csv.ts'
import { Refused } from './refused.ts'
import type { World } from './world.ts'

/** One heading for each cell; a list that is read again is known by them. */
const headings = [
  'row',
  'id on the list',
  'name on the list',
  'user id',
  'name',
  'other name',
  'username',
  'department',
  'status',
  'verdict',
  'why',
  'outcome',
  'seen',
  'checked at',
  'audit entry',
  'request id',
] as const

/** Every row of a batch as CSV, in the order of the list. That it was taken is itself recorded. */
export function exportBatch(world: World): Handler<'exportBatch'> {
  return async ({ params, body, caller, requestId }) => {
    const batch = await foundBatch(world, params.batchId)
    const { what } = body
    if (!isThere(batch, what)) {
      throw new Refused(
        'wrong_state',
        `This batch is ${batch.state}; there is nothing to export yet.`,
      )
    }
    const note = noteOf(world, 'exportBatch', batch, { caller, requestId }, { facts: { what } })
    await recorded(() => world.store.audit.note(note.entry, note.at))
    return csvText(lines(world, batch))
  }
}

function isThere({ state, checkedAt }: BatchRecord, what: 'check' | 'results'): boolean {
  return what === 'check' ? checkedAt !== null : ended.some((over) => over === state)
}

async function recorded(note: () => Promise<unknown>): Promise<void> {
  try {
    await note()
  } catch (cause) {
    throw new Refused('cannot_record', 'It could not be written down, so nothing is exported.', {
      cause,
    })
  }
}

async function* lines(world: World, batch: BatchRecord) {
  yield [...headings]
  const { batches } = world.store
  for (let offset = 0; offset < batch.rows; offset += rowsPerReply) {
    const { rows } = await batches.rows(batch.batchId, {
      order: 'list',
      offset,
      limit: rowsPerReply,
    })
    const entries = await batches.lastIntents(
      batch.batchId,
      rows.map(({ row }) => row),
    )
    for (const row of rows) yield cellsOf(row, entries.get(row.row) ?? null)
  }
}

function cellsOf(row: BatchRowRecord, entry: number | null): (string | number | null)[] {
  const { upstreamRequestId } = row.why ?? {}
  return [
    row.row,
    row.given,
    row.givenName,
    row.userId,
    row.name,
    row.otherName,
    row.username,
    row.department,
    row.status,
    row.verdict,
    whyWords(row),
    row.outcome,
    seenWords(row),
    row.checkedAt,
    entry,
    typeof upstreamRequestId === 'string' ? upstreamRequestId : null,
  ]
}
