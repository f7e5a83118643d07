import type { Column } from './column.ts'
import { idRank, nameRank, ownColumns, type Rank } from './headings.ts'

type Columns = { idColumn: number; nameColumn: number | null }

/** Share of the cells that must look like names before a column without a word for it is taken for names. */
const mostly = 0.6

/**
 * Which columns hold the ids and the names: by their headings, else by their cells. Of our own export
 * those that were on the list, never the account's own, which would agree with itself whoever it is.
 */
export function guessColumns(
  headings: readonly string[] | null,
  columns: readonly Column[],
): Columns {
  const own = ownColumns(headings ?? [])
  if (own) return { ...own, nameColumn: columns[own.nameColumn]?.filled ? own.nameColumn : null }
  const idColumn = idByHeading(headings ?? [], columns) ?? idByCells(columns)
  const byHeading = ranked(headings ?? [], nameRank).filter((index) => index !== idColumn)
  const nameColumn = byHeading[0] ?? nameByCells(columns, idColumn)
  return { idColumn, nameColumn }
}

/** Columns whose heading fits, the best first, from left to right. */
function ranked(headings: readonly string[], rankOf: (heading: string) => Rank): number[] {
  return headings
    .map((heading, index) => ({ index, rank: rankOf(heading) }))
    .filter(({ rank }) => rank !== null)
    .sort((one, other) => Number(one.rank) - Number(other.rank) || one.index - other.index)
    .map(({ index }) => index)
}

/** The most certain kind of id that most rows have; where none is so full, the fullest. */
function idByHeading(headings: readonly string[], columns: readonly Column[]): number | null {
  const fitting = ranked(headings, idRank)
  const filled = (index: number) => columns[index]?.filled ?? 0
  const rows = Math.max(...columns.map((column) => column.filled))
  const full = fitting.find((index) => filled(index) * 2 > rows)
  return full ?? fitting.toSorted((one, other) => filled(other) - filled(one))[0] ?? null
}

/** The column whose cells look most like ids; the first where none does. */
export function idByCells(columns: readonly Column[]): number {
  const scores = columns.map(idScore)
  return Math.max(0, scores.indexOf(Math.max(...scores)))
}

function idScore(column: Column): number {
  const { judged, filled, userIds, emails, relations, numbers, words, counting, different } = column
  if (judged === 0) return 0
  if (counting === judged && judged > 1) return 0.1
  const share = (8 * emails + 6 * relations + 5 * numbers + 2 * words) / judged
  return (10 * userIds) / filled + (share * different.size) / judged
}

/** The column, beside that of the ids, whose cells look most like names; null where none does. */
export function nameByCells(columns: readonly Column[], idColumn: number): number | null {
  const scores = columns.map((column, index) => (index === idColumn ? 0 : nameScore(column)))
  const best = Math.max(...scores)
  return best === 0 ? null : scores.indexOf(best)
}

/** Names differ from row to row; departments, which look much the same, do not. */
function nameScore({ judged, names, different }: Column): number {
  if (judged === 0 || names < mostly * judged || different.size * 2 < judged) return 0
  return (names * different.size) / (judged * judged)
}
