import { stringify } from 'csv-stringify'
import { guardedCell } from './formula.ts'

type Row = readonly (string | number | null)[]

const rowsAtOnce = 100
const byteOrderMark = '\uFEFF'

/**
 * Rows as a CSV file that spreadsheets open as text in UTF-8: byte order mark first, CRLF line ends,
 * cells that look like formulas neutralised. A list read again from it holds the same texts.
 * @returns the file piece by piece; an error of `rows` ends it.
 */
export async function* csvText(rows: AsyncIterable<Row>): AsyncGenerator<string> {
  yield byteOrderMark
  let slice: string[][] = []
  for await (const row of rows) {
    slice.push(row.map(cellText))
    if (slice.length === rowsAtOnce) {
      yield await lines(slice)
      slice = []
    }
  }
  if (slice.length > 0) yield await lines(slice)
}

function cellText(value: string | number | null): string {
  return value === null ? '' : guardedCell(String(value))
}

function lines(rows: string[][]): Promise<string> {
  const options = { record_delimiter: 'windows', quote_record_delimiter: true }
  return new Promise((resolve, reject) => {
    stringify(rows, options, (error, text) => (error ? reject(error) : resolve(text)))
  })
}
