import { isBlank } from './cell.ts'
import { type Column, isSurelyId } from './column.ts'
import { idByCells, nameByCells } from './guess.ts'
import { headsIds, headsNames, isHeadingWord, ownColumns } from './headings.ts'

/**
 * Whether the first line names the columns: one of its cells is a word for ids or for names, at least
 * half are words for columns, none is an id, and it is not a person who only works somewhere called
 * *Mobile*. In doubt it is a row: a heading among the rows is seen, a person in the heading is not.
 * @param rest the columns without the first line
 */
export function looksLikeHeader(first: readonly string[], rest: readonly Column[]): boolean {
  if (ownColumns(first) !== null) return true
  const cells = first.filter((cell) => !isBlank(cell))
  const words = cells.filter(isHeadingWord).length
  if (words * 2 < cells.length || cells.some(isSurelyId)) return false
  if (!cells.some((cell) => headsIds(cell) || headsNames(cell))) return false
  return words === cells.length || fitsCells(first, rest, words * 2 > cells.length)
}

/** Whether, by the cells below, one of the words stands where it should, or what stands over the ids is none. */
function fitsCells(first: readonly string[], rest: readonly Column[], mostlyWords: boolean) {
  const ids = idByCells(rest)
  const names = nameByCells(rest, ids)
  const overIds = first[ids] ?? ''
  if (headsIds(overIds) || (names !== null && headsNames(first[names] ?? ''))) return true
  const column = rest[ids]
  const isFull = column !== undefined && column.judged > 1 && column.withDigits === column.judged
  return mostlyWords && isFull && !/\d/.test(overIds)
}
