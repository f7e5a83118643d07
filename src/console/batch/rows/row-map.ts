import type { BatchRow } from '#contract/batch-row.ts'

/** Rows by number, in buckets that versions share: a change costs as much as its buckets, not the list. */
export type RowMap = ReadonlyMap<number, ReadonlyMap<number, BatchRow>>

export const noRows: RowMap = new Map()

const bucketOf = (row: number) => Math.floor(row / 256)

/** The row with this number. */
export function rowIn(map: RowMap, row: number): BatchRow | undefined {
  return map.get(bucketOf(row))?.get(row)
}

/** With these rows in place of those with the same numbers; of two with one number the later. */
export function withRows(map: RowMap, rows: readonly BatchRow[]): RowMap {
  if (rows.length === 0) return map
  const next = new Map(map)
  const touched = new Map<number, Map<number, BatchRow>>()
  for (const row of rows) {
    const at = bucketOf(row.row)
    const bucket = touched.get(at) ?? new Map(map.get(at))
    bucket.set(row.row, row)
    touched.set(at, bucket)
    next.set(at, bucket)
  }
  return next
}

/** Rows of `after` that are not the very same in `before`. */
export function changedBetween(before: RowMap, after: RowMap): BatchRow[] {
  if (before === after) return []
  const changed: BatchRow[] = []
  for (const [at, bucket] of after) {
    const earlier = before.get(at)
    if (earlier === bucket) continue
    for (const row of bucket.values()) {
      if (earlier?.get(row.row) !== row) changed.push(row)
    }
  }
  return changed
}
