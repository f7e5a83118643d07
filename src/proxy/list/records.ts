import { CsvError, type Parser, parse } from 'csv-parse'
import { listCellLimit, listColumnLimit } from '#contract/limits.ts'
import type { Refused } from '#proxy/refused.ts'
import { isBlank } from './cell.ts'
import { type Delimiter, delimiterCharacters, isSeparatorLine } from './delimiter.ts'
import type { Encoding } from './encoding.ts'
import { textOf } from './text.ts'
import { unreadable } from './unreadable.ts'

/** A line of a list that says something: its cells as they were written, and where it begins. */
export type ListLine = { line: number; cells: string[] }

/** No row within the limits is longer, so a mark that is never closed is noticed early. In bytes. */
const recordBytes = 4 * listColumnLimit * listCellLimit

/**
 * The lines of a list that are not blank, as they come, some at once. Blank cells at the end are left
 * out; a line may have fewer or more cells than others.
 * @throws Refused `list_unreadable` at a mark that is never closed, or beyond a limit, naming the line.
 */
export async function* linesOf(
  bytes: AsyncIterable<Uint8Array>,
  { encoding, delimiter }: { encoding: Encoding; delimiter: Delimiter },
): AsyncGenerator<ListLine[]> {
  let line = 1
  let ready: ListLine[] = []
  const parser = parse({
    delimiter: delimiterCharacters[delimiter],
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: recordBytes,
    raw: true,
    on_record(read: unknown) {
      if (!isRead(read)) return null
      const { record, raw } = read
      const begins = line
      line += 1 + breaksWithin(record)
      if (record.some((cell) => hasSwallowed(cell, raw))) throw unreadable(neverClosed(begins))
      const cells = withoutBlankEnd(record)
      const saysSomething = cells.length > 0 && !(begins === 1 && isSeparatorLine(cells))
      if (saysSomething) ready.push(withinLimits({ line: begins, cells }))
      // Nothing is left in the parser's own buffer.
      return null
    },
  })
  parser.on('error', () => undefined)
  try {
    for await (const text of textOf(bytes, encoding)) {
      await written(parser, text)
      if (ready.length > 0) yield ready
      ready = []
    }
    await ended(parser)
    if (ready.length > 0) yield ready
  } catch (cause) {
    throw cause instanceof CsvError ? misread(cause, line) : cause
  } finally {
    parser.destroy()
  }
}

/** A record and what it was made from. */
function isRead(read: unknown): read is { record: string[]; raw: string } {
  return typeof read === 'object' && read !== null && 'record' in read && 'raw' in read
}

/**
 * Whether a mark that was never closed has taken in the rows after it, up to a mark in one of them. The
 * parser lets that pass as text that only begins with a mark; it differs in that nothing is doubled.
 */
function hasSwallowed(cell: string, raw: string): boolean {
  if (!cell.startsWith('"') || !/[\r\n]/.test(cell)) return false
  return !raw.includes(`"${cell.replaceAll('"', '""')}"`)
}

function neverClosed(line: number): string {
  return `A quotation mark in the row that begins on line ${line} is never closed.`
}

function written(parser: Parser, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.write(text, (error) => (error ? reject(error) : resolve()))
  })
}

function ended(parser: Parser): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.once('error', reject)
    parser.end(resolve)
  })
}

function misread(cause: CsvError, line: number): Refused {
  const sentence =
    cause.code === 'CSV_QUOTE_NOT_CLOSED'
      ? neverClosed(line)
      : `The row that begins on line ${line} is too long. Is a quotation mark in it never closed?`
  return unreadable(sentence, cause)
}

function withoutBlankEnd(cells: string[]): string[] {
  const last = cells.findLastIndex((cell) => !isBlank(cell))
  return last === cells.length - 1 ? cells : cells.slice(0, last + 1)
}

function withinLimits(row: ListLine): ListLine {
  const { line, cells } = row
  if (cells.length > listColumnLimit) {
    throw unreadable(
      `Line ${line} has ${cells.length} columns; a list has at most ${listColumnLimit}.`,
    )
  }
  const long = cells.findIndex((cell) => cell.length > listCellLimit)
  if (long >= 0) {
    throw unreadable(
      `The cell in column ${long + 1} of line ${line} has more than ${listCellLimit} characters. Is a quotation mark in it never closed?`,
    )
  }
  return row
}

function breaksWithin(cells: readonly string[]): number {
  let breaks = 0
  for (const cell of cells) {
    if (cell.includes('\n') || cell.includes('\r')) breaks += cell.match(/\r\n?|\n/g)?.length ?? 0
  }
  return breaks
}
