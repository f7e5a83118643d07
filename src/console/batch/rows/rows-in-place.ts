import type { BatchRow } from '#contract/batch-row.ts'
import { changedBetween, noRows, type RowMap, rowIn, withRows } from './row-map.ts'

/** A row, or null where one is still to be read. */
type Place = BatchRow | null

/** A list place by place, counted from 0. */
export type Places = { count: number; at: (index: number) => Place }

/** What is known of a list. */
export type Known = {
  /** Replies in the order in which they came; more are only ever added. */
  pages: readonly { rows: readonly BatchRow[] }[]
  /** Rows that changed after the replies came, as they are now. */
  changes: RowMap
  /** Whether a row belongs into the list. */
  belongs: (row: BatchRow) => boolean
}

/** Who stands where, and how much of what is known has been taken in. */
export type Arrangement = {
  /** Row numbers in the order in which they were first known, in slices that versions share. */
  order: readonly (readonly number[])[]
  count: number
  /** Whoever has a place, as they are now. */
  rows: RowMap
  /** How many of them belong into the list now. */
  belonging: number
  pages: number
  changes: RowMap
}

/** Nobody has a place yet. */
export const nobody: Arrangement = {
  order: [],
  count: 0,
  rows: noRows,
  belonging: 0,
  pages: 0,
  changes: noRows,
}

/**
 * Takes in what is new. Whoever comes later is added at the end. While a batch runs the server's order
 * changes between two pages, so a page may repeat rows and leave some out: what was shown keeps its
 * place, also when it belongs into the list no more, and a further pass finds the rest. Costs as much
 * as what is new.
 * @returns `before` itself when nothing is
 */
export function arranged(before: Arrangement, { pages, changes, belongs }: Known): Arrangement {
  if (pages.length === before.pages && changes === before.changes) return before
  const read = pages.slice(before.pages).flatMap(({ rows }) => rows)
  const told = changedBetween(before.changes, changes)
  const news = new Map<number, BatchRow>()
  const later: number[] = []
  for (const row of [...read.filter(belongs), ...told]) {
    const isPlaced = news.has(row.row) || rowIn(before.rows, row.row) !== undefined
    if (!isPlaced && !belongs(row)) continue
    if (!isPlaced) later.push(row.row)
    news.set(row.row, rowIn(changes, row.row) ?? row)
  }
  const rows = [...news.values()]
  const became = rows.filter(belongs).length
  const were = rows.filter((row) => {
    const earlier = rowIn(before.rows, row.row)
    return earlier !== undefined && belongs(earlier)
  }).length
  return {
    order: appended(before.order, later),
    count: before.count + later.length,
    rows: withRows(before.rows, rows),
    belonging: before.belonging + became - were,
    pages: pages.length,
    changes,
  }
}

/**
 * Each row as it is now, then as much room as there are rows to be read.
 * @param expected how many belong into the list now, counted by the server
 */
export function placesOf({ order, count, rows, belonging }: Arrangement, expected: number): Places {
  return {
    count: count + Math.max(expected - belonging, 0),
    at(index) {
      const row = order[Math.floor(index / sliceSize)]?.[index % sliceSize]
      return row === undefined ? null : (rowIn(rows, row) ?? null)
    },
  }
}

const sliceSize = 256

function appended(order: Arrangement['order'], rows: readonly number[]): Arrangement['order'] {
  if (rows.length === 0) return order
  const open = order.at(-1)?.length === sliceSize ? [] : (order.at(-1) ?? [])
  const whole = open.length === 0 ? order : order.slice(0, -1)
  const rest = [...open, ...rows]
  const slices = Array.from({ length: Math.ceil(rest.length / sliceSize) }, (_, at) =>
    rest.slice(at * sliceSize, (at + 1) * sliceSize),
  )
  return [...whole, ...slices]
}
