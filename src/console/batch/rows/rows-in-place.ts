import type { BatchRow } from '#contract/batch-row.ts'

/** A row, or null where one is still to be read. */
export type Place = BatchRow | null

/** What is known of a list. */
export type Known = {
  /** Replies in the order in which they came. */
  pages: readonly { rows: readonly BatchRow[] }[]
  /** Rows that changed after the replies came, as they are now. */
  changes: ReadonlyMap<number, BatchRow>
  /** Whether a row belongs into the list. */
  belongs: (row: BatchRow) => boolean
}

/**
 * The row numbers of a list, in the order in which they were first known; whoever comes later is added
 * at the end. While a batch runs the server's order changes between two pages, so a page may repeat
 * rows and leave some out: what was shown keeps its place, and a further pass finds the rest.
 * @returns `order` itself when nobody is new
 */
export function orderAfter(order: readonly number[], { pages, changes, belongs }: Known) {
  const shown = new Set(order)
  for (const row of [...pages.flatMap(({ rows }) => rows), ...changes.values()]) {
    if (belongs(row)) shown.add(row.row)
  }
  return shown.size === order.length ? order : [...shown]
}

/**
 * The list place by place: each row as it is now, then as much room as there are rows to be read.
 * @param expected how many belong into the list now, counted by the server
 */
export function placesOf(
  order: readonly number[],
  { pages, changes, belongs }: Known,
  expected: number,
): Place[] {
  const read = new Map(pages.flatMap(({ rows }) => rows).map((row) => [row.row, row]))
  const rows = order.flatMap((number) => changes.get(number) ?? read.get(number) ?? [])
  const missing = Math.max(expected - rows.filter(belongs).length, 0)
  return [...rows, ...Array.from({ length: missing }, () => null)]
}
