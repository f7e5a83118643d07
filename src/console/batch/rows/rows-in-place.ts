import type { BatchRow, RowsReply } from '#contract/batch.ts'
import { rowsPerReply } from '#contract/limits.ts'

/** A row, or the offset of the page that has to be read before the row is known. */
export type Place = BatchRow | number

type InPlace = {
  /** Replies in the order in which they were asked for. */
  pages: readonly RowsReply[]
  /** How many rows there should be, said of the batch, until the first page says it. */
  expected: number
  /** At most so many belong into the list, whatever the pages count. */
  most?: number
  /** Rows that changed after the pages were read. */
  changes: ReadonlyMap<number, BatchRow>
  /** Whether a row belongs into this list. */
  belongs: (row: BatchRow) => boolean
}

/**
 * The rows of a list, place by place. While a batch runs its order changes on the server between two
 * pages: a row keeps the place where it was first shown, what it is now stands there, and who came to
 * belong into the list later is added at its end.
 */
export function rowsInPlace({ pages, expected, most, changes, belongs }: InPlace): Place[] {
  const shown = new Set<number>()
  const read = new Map<number, readonly BatchRow[]>()
  for (const { offset, rows } of pages) {
    const fresh = rows.filter((row) => belongs(row) && !shown.has(row.row))
    for (const { row } of fresh) shown.add(row)
    read.set(
      offset,
      fresh.map((row) => changes.get(row.row) ?? row),
    )
  }
  const counted = pages.map(({ totalCount }) => totalCount)
  const total = pages.length === 0 ? expected : Math.min(Math.max(...counted), most ?? Infinity)
  const places: Place[] = []
  let complete = true
  for (let offset = 0; offset < total; offset += rowsPerReply) {
    const rows = read.get(offset)
    const missing = Math.min(rowsPerReply, total - offset)
    complete &&= rows !== undefined
    places.push(...(rows ?? Array.from({ length: missing }, () => offset)))
  }
  if (!complete) return places
  for (const row of changes.values()) {
    if (belongs(row) && !shown.has(row.row)) places.push(row)
  }
  return places
}
