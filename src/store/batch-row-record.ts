import type { Insertable } from 'kysely'
import type { BatchRowRecord, RowPatch } from './batch-records.ts'
import { jsonObjectOrNull, jsonTexts } from './json.ts'
import type { BatchRowTable } from './tables.ts'

/** A row as it leaves the store. */
export function rowFrom(stored: BatchRowTable): BatchRowRecord {
  const { rowNumber: row, syncProviders, released, seen, why, ...same } = stored
  return {
    ...same,
    row,
    syncProviders: jsonTexts(syncProviders),
    released: released === 1,
    seen: jsonObjectOrNull(seen),
    why: jsonObjectOrNull(why),
  }
}

/** The columns that a patch changes. */
export function columnsOf(patch: Omit<RowPatch, 'row'>): Partial<BatchRowTable> {
  const { syncProviders, released, seen, why, ...same } = patch
  return {
    ...same,
    ...(syncProviders !== undefined && { syncProviders: JSON.stringify(syncProviders) }),
    ...(released !== undefined && { released: released ? 1 : 0 }),
    ...(seen !== undefined && { seen: seen && JSON.stringify(seen) }),
    ...(why !== undefined && { why: why && JSON.stringify(why) }),
  }
}

/** A row that nobody has looked at yet; what is not named here is empty. */
export function newRow(
  batchId: number,
  rowNumber: number,
  userId: string,
): Insertable<BatchRowTable> {
  const unseen = { syncProviders: '[]', released: 0, sends: 0 }
  return { batchId, rowNumber, userId, revision: rowNumber, ...unseen }
}
