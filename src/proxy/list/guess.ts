import type { Column } from './column.ts'
import { isSurelyId } from './column.ts'
import { idRank, isHeadingWord, nameRank, type Rank } from './headings.ts'

type Columns = { idColumn: number; nameColumn: number | null }

/** Share of the cells that must look like names before a column without a word for it is taken for names. */
const mostly = 0.6
/** Cells without a digit over columns that are full of digits, before a line of unknown words is a heading. */
const strangers = 2

/**
 * Whether the first line names the columns: it has more words for columns than ids, or it has no digit
 * over two columns or more that are full of them. In doubt it is a row: nobody is left out unseen.
 * @param rest the columns without the first line
 */
export function looksLikeHeader(first: readonly string[], rest: readonly Column[]): boolean {
  const words = first.filter(isHeadingWord).length
  if (words > 0) return words > first.filter(isSurelyId).length
  const strange = first.filter((cell, index) => {
    const column = rest[index]
    const isFull = column !== undefined && column.judged > 1 && column.withDigits === column.judged
    return isFull && /\p{L}/u.test(cell) && !/\d/.test(cell)
  })
  return strange.length >= strangers && first.every((cell) => !/[\d@]/.test(cell))
}

/** Which columns hold the ids and the names: by their headings, else by their cells. */
export function guessColumns(
  headings: readonly string[] | null,
  columns: readonly Column[],
): Columns {
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

function idByCells(columns: readonly Column[]): number {
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

function nameByCells(columns: readonly Column[], idColumn: number): number | null {
  const scores = columns.map((column, index) => (index === idColumn ? 0 : nameScore(column)))
  const best = Math.max(...scores)
  return best === 0 ? null : scores.indexOf(best)
}

/** Names differ from row to row; departments, which look much the same, do not. */
function nameScore({ judged, names, different }: Column): number {
  if (judged === 0 || names < mostly * judged || different.size * 2 < judged) return 0
  return (names * different.size) / (judged * judged)
}
