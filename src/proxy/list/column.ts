import { detect, fold, isRounded } from '#contract/detect.ts'
import { idCell, isBlank } from './cell.ts'
import { unguarded } from './formula.ts'

/** Rows with rounded ids that are named. */
export const namedRows = 10
/** Rows by whose cells a column is judged. */
const judgedRows = 500
/** Characters of a cell that may still be an id or a name. */
const shortCell = 64

/** What the cells of one column look like. */
export type Column = {
  filled: number
  /** Of all cells. */
  userIds: number
  rounded: { count: number; rows: number[] }
  /** Of the cells of the first rows: how many there are, and what they look like. */
  judged: number
  emails: number
  relations: number
  numbers: number
  words: number
  names: number
  withDigits: number
  /** The row's own number: it counts people and names none. */
  counting: number
  different: Set<string>
}

const date = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$/
const hanName = /^\p{Script=Han}{2,4}$|^\p{Script=Han}+·\p{Script=Han}+$/u
const unit = /[部组处室科司店厂]$|中心$|门店$/u
const wordsOnly = /^\p{Script=Latin}[\p{L}\p{M}'’.,\- ]+$/u
const oneWord = /^[\w.\\/-]+$/

/** A column of which no cell has been seen. */
export function newColumn(): Column {
  return {
    filled: 0,
    userIds: 0,
    rounded: { count: 0, rows: [] },
    judged: 0,
    emails: 0,
    relations: 0,
    numbers: 0,
    words: 0,
    names: 0,
    withDigits: 0,
    counting: 0,
    different: new Set(),
  }
}

/** Adds a cell to what is known of its column. `row` counts from 0, the first line of the list. */
export function addCell(column: Column, raw: string, row: number): void {
  if (isBlank(raw)) return
  column.filled += 1
  const { given } = idCell(raw)
  if (isUserId(given)) column.userIds += 1
  if (isRounded(given)) {
    column.rounded.count += 1
    // The first line comes last, when it turns out to be no heading.
    if (row === 0 || column.rounded.rows.length < namedRows) column.rounded.rows.push(row)
  }
  if (row <= judgedRows) judge(column, given, row)
}

/** Whether it has the form of GenAuth's user ids. */
function isUserId(given: string): boolean {
  return given.length === 24 && detect(given).looks === 'user_id'
}

/** Whether a cell could only be an id, and no heading. */
export function isSurelyId(raw: string): boolean {
  const text = fold(unguarded(raw))
  return detect(text).looks !== 'text' || isRounded(text)
}

function judge(column: Column, text: string, row: number): void {
  column.judged += 1
  if (text.length <= shortCell) column.different.add(text)
  if (/\d/.test(text)) column.withDigits += 1
  if (Number(text) === row || Number(text) === row + 1) column.counting += 1
  if (isLikeName(text)) column.names += 1
  const { looks } = detect(text)
  if (looks === 'email') column.emails += 1
  else if (looks === 'identity' || looks === 'sync_relation') column.relations += 1
  else if (looks === 'number' && !date.test(text)) column.numbers += 1
  else if (looks === 'text' && oneWord.test(text)) column.words += 1
}

/** Two Chinese characters to four that are no department, or several words. */
function isLikeName(text: string): boolean {
  if (hanName.test(text)) return !unit.test(text)
  return wordsOnly.test(text) && /[ ,]/.test(text)
}
