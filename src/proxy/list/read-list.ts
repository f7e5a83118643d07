import { listPreviewRows } from '#contract/limits.ts'
import type { ColumnsRequest, List } from '#contract/list.ts'
import { Refused } from '#proxy/refused.ts'
import type { ListedRow } from '#store/batch-records.ts'
import { idCell, nameCell } from './cell.ts'
import { addCell, type Column, namedRows, newColumn } from './column.ts'
import { type Delimiter, detectDelimiter } from './delimiter.ts'
import { detectEncoding, type Encoding } from './encoding.ts'
import { unguarded } from './formula.ts'
import { guessColumns } from './guess.ts'
import { looksLikeHeader } from './heading-line.ts'
import { type ListLine, linesOf } from './records.ts'
import { textOf } from './text.ts'
import { unreadable } from './unreadable.ts'

/** The bytes of a list from their beginning, however often they are asked for. */
export type ListBytes = () => AsyncIterable<Uint8Array>

/** All that its bytes say about a list. */
export type ListSurvey = Omit<
  List,
  'listId' | 'source' | 'name' | 'bytes' | 'sha256' | 'receivedAt'
>

/** What must be known to make rows from the bytes of a list. */
export type ListReading = Pick<
  List,
  'encoding' | 'delimiter' | 'header' | 'idColumn' | 'nameColumn' | 'idKind'
>

const rowsAtOnce = 500
const shownCharacters = 64
/** Rows beyond which nobody needs to know how many there are: no batch may have more. */
const mostCounted = 1_000_000
/** Characters by which the delimiter is detected. */
const sampleCharacters = 64 * 1024

/**
 * Reads a list to its end: how it is to be read, how it begins, and how many rows it has. Columns are
 * guessed unless somebody has chosen them.
 * @param limits `rows` that one batch may have
 * @throws Refused `blank_list` · `list_too_long`, with both numbers · `list_unreadable`, which names
 * line and column where they are known, also for chosen columns that the list does not have.
 */
export async function surveyList(
  bytes: ListBytes,
  chosen?: ColumnsRequest,
  limits: { rows: number } = { rows: Number.MAX_SAFE_INTEGER },
): Promise<ListSurvey> {
  const encoding = await detectEncoding(bytes())
  const delimiter = await delimiterOf(bytes(), encoding)
  const { first, beginning, columns, lines } = await look(
    linesOf(bytes(), { encoding, delimiter }),
    limits.rows,
  )
  const header = chosen?.header ?? looksLikeHeader(first, columns)
  const rows = header ? lines - 1 : lines
  if (rows === 0) throw new Refused('blank_list', 'The list has a heading, but no rows.')
  if (rows > limits.rows) throw tooLong(rows, limits.rows)

  if (!header) addCells(columns, first, 0)
  const { idColumn, nameColumn } = chosen ?? guessColumns(header ? first : null, columns)
  const ids = columnOf(columns, idColumn)
  if (nameColumn !== null) columnOf(columns, nameColumn)
  return {
    rows,
    encoding,
    delimiter,
    header,
    columns: columns.map((_, index) => (header ? shown(first[index] ?? '') || null : null)),
    idColumn,
    nameColumn,
    idKind: chosen?.idKind ?? kindOf(ids),
    preview: previewOf(header ? beginning.slice(1) : beginning, columns.length),
    rounded: roundedIn(ids, header),
  }
}

/**
 * The rows of a list that was surveyed, numbered from 1, in slices of at most 500; the same at each time.
 * @param from rows that are skipped, because they have been made already
 * @throws Refused `list_unreadable` when the bytes are not those that were surveyed.
 */
export async function* listedRows(
  bytes: ListBytes,
  reading: ListReading,
  from = 0,
): AsyncGenerator<ListedRow[]> {
  let row = reading.header ? -1 : 0
  let slice: ListedRow[] = []
  for await (const lines of linesOf(bytes(), reading)) {
    for (const line of lines) {
      row += 1
      if (row > from) slice.push(listedRow(line, row, reading))
      if (slice.length === rowsAtOnce) {
        yield slice
        slice = []
      }
    }
  }
  if (slice.length > 0) yield slice
}

function listedRow({ cells }: ListLine, row: number, reading: ListReading): ListedRow {
  const { idColumn, nameColumn, idKind } = reading
  return {
    row,
    ...idCell(cells[idColumn] ?? ''),
    givenKind: idKind,
    givenName: nameColumn === null ? null : nameCell(cells[nameColumn] ?? ''),
  }
}

/** Goes through all lines once. The first may turn out to be a heading, so its cells are not counted. */
async function look(slices: AsyncIterable<ListLine[]>, limit: number) {
  const columns: Column[] = []
  const beginning: string[][] = []
  let lines = 0
  for await (const slice of slices) {
    if (lines > Math.max(mostCounted, limit)) throw tooLong(`more than ${mostCounted}`, limit)
    for (const { cells } of slice) {
      lines += 1
      if (beginning.length <= listPreviewRows) beginning.push(cells)
      // Of a list that is too long only the number of rows is told.
      if (lines > 1 && lines <= limit + 1) addCells(columns, cells, lines - 1)
    }
  }
  const [first] = beginning
  if (first === undefined) throw new Refused('blank_list', 'The list has no rows.')
  while (columns.length < first.length) columns.push(newColumn())
  return { first, beginning, columns, lines }
}

function tooLong(rows: number | string, limit: number): Refused {
  return new Refused(
    'list_too_long',
    `The list has ${rows} rows; at most ${limit} fit in one batch.`,
  )
}

function kindOf({ userIds, filled }: Column): List['idKind'] {
  return filled > 0 && userIds === filled ? 'user_id' : 'auto'
}

/** A line's number, counted from 0, is its row's number where the first is a heading. */
function roundedIn({ rounded }: Column, header: boolean): List['rounded'] {
  const rows = rounded.rows.map((row) => (header ? row : row + 1))
  const first = rows.sort((one, other) => one - other).slice(0, namedRows)
  return { count: rounded.count, rows: first }
}

async function delimiterOf(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): Promise<Delimiter> {
  let sample = ''
  for await (const text of textOf(bytes, encoding)) {
    sample += text
    if (sample.length >= sampleCharacters) break
  }
  const delimiter = detectDelimiter(sample.slice(0, sampleCharacters))
  if (delimiter !== null) return delimiter
  throw unreadable('Line 1 names a separator that is not read here: use comma, semicolon or tab.')
}

function addCells(columns: Column[], cells: readonly string[], row: number): void {
  for (const [index, cell] of cells.entries()) {
    while (columns.length <= index) columns.push(newColumn())
    const column = columns[index]
    if (column) addCell(column, cell, row)
  }
}

function columnOf(columns: readonly Column[], index: number): Column {
  const column = columns[index]
  if (column) return column
  throw unreadable(`The list has ${columns.length} columns; there is no column ${index + 1}.`)
}

function previewOf(rows: readonly string[][], width: number): List['preview'] {
  return rows.slice(0, listPreviewRows).map((cells, index) => ({
    row: index + 1,
    cells: Array.from({ length: width }, (_, column) => shown(cells[column] ?? '')),
  }))
}

/** A cell as it is shown: without the apostrophe of a spreadsheet, and not longer than a line. */
function shown(cell: string): string {
  const text = unguarded(cell).trim()
  return text.length > shownCharacters ? [...text].slice(0, shownCharacters).join('') : text
}
