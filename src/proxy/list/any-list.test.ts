import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refused } from '#proxy/refused.ts'
import { isBlank } from './cell.ts'
import { delimiterCharacters } from './delimiter.ts'
import { collected, encoded, listOf, rowsOf } from './list.fixture.ts'
import { type ListReading, surveyList } from './read-list.ts'
import { linesOf } from './records.ts'

const encodings = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'gb18030'] as const
const delimiters = ['comma', 'tab', 'semicolon'] as const
const lineEnds = ['\n', '\r\n', '\r'] as const

const characters = [...`王芳顾妍é€𠀀Aa01 ,;\t"'=+\n\r`, '\r\n', '""', '\u200B', '　']
const cells = fc.oneof(
  fc.string({ unit: fc.constantFrom(...characters), maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...'0123456789abc王芳'), maxLength: 8 }),
)
const tables = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.array(fc.array(cells, { minLength: width, maxLength: width }), { maxLength: 20 }),
  )
const pieces = fc.integer({ min: 1, max: 64 })

/** How a table is written, by somebody who puts marks only where they must be, or everywhere. */
function written(table: readonly string[][], delimiter: string, lineEnd: string, always: boolean) {
  const cell = (text: string) =>
    always || /["\r\n]/.test(text) || text.includes(delimiter)
      ? `"${text.replaceAll('"', '""')}"`
      : text
  return table.map((row) => row.map(cell).join(delimiter) + lineEnd).join('')
}

/** Blank cells at the end of a line say nothing, and blank lines are none. */
function saying(table: readonly string[][]): string[][] {
  return table
    .map((row) => row.slice(0, row.findLastIndex((cell) => !isBlank(cell)) + 1))
    .filter((row) => row.length > 0)
}

test('Any table comes back from any encoding, delimiter and line end, however it is cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      tables,
      fc.constantFrom(...encodings),
      fc.constantFrom(...delimiters),
      fc.constantFrom(...lineEnds),
      fc.boolean(),
      pieces,
      async (table, encoding, delimiter, lineEnd, always, pieceBytes) => {
        const text = written(table, delimiterCharacters[delimiter], lineEnd, always)
        const list = listOf(encoded(text, encoding), pieceBytes)
        const lines = (await collected(linesOf(list(), { encoding, delimiter }))).flat()
        expect(lines.map((line) => line.cells)).toEqual(saying(table))
      },
    ),
    { numRuns: 300 },
  )
})

test('How a list is written is found out by itself', async () => {
  const ids = fc.string({ unit: fc.constantFrom(...'0123456789abc'), minLength: 1, maxLength: 8 })
  const rows = fc.array(fc.tuple(ids, cells), { minLength: 1, maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.constantFrom(...encodings),
      fc.constantFrom(...delimiters),
      fc.constantFrom(...lineEnds),
      pieces,
      async (table, encoding, delimiter, lineEnd, pieceBytes) => {
        const whole = [['工号', '姓名'], ...table]
        const text = written(whole, delimiterCharacters[delimiter], lineEnd, true)
        const list = listOf(encoded(text, encoding), pieceBytes)
        const survey = await surveyList(list)
        expect(survey).toMatchObject({ encoding, delimiter, header: true, rows: table.length })
        const listed = await rowsOf(list, survey)
        expect(listed.map(({ given }) => given)).toEqual(table.map(([id]) => id))
      },
    ),
    { numRuns: 100 },
  )
})

/** What is said about a list, or why it is refused. Anything else that is thrown is a defect. */
async function outcomeOf(list: ReturnType<typeof listOf>) {
  try {
    const survey = await surveyList(list, undefined, { rows: 50 })
    return { survey, rows: await rowsOf(list, survey) }
  } catch (error) {
    if (error instanceof Refused) return { code: error.code, message: error.message }
    throw error
  }
}

const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 100 }).map((text) => Uint8Array.from(Buffer.from(text))),
  fc
    .array(fc.constantFrom(...'"",;\t\r\n 01aé王'), { maxLength: 200 })
    .map((text) => Uint8Array.from(Buffer.from(text.join('')))),
  fc
    .tuple(fc.constantFrom(...encodings), fc.uint8Array({ maxLength: 60 }))
    .map(([encoding, noise]) =>
      Uint8Array.from([...encoded('id,name\n1,王芳\n', encoding), ...noise]),
    ),
)

test('Any bytes are read or refused, and what is read is text', async () => {
  await fc.assert(
    fc.asyncProperty(anyBytes, pieces, async (bytes, pieceBytes) => {
      const outcome = await outcomeOf(listOf(bytes))
      expect(await outcomeOf(listOf(bytes, pieceBytes))).toEqual(outcome)
      if (!outcome.survey) {
        expect(['blank_list', 'list_unreadable', 'list_too_long']).toContain(outcome.code)
        return
      }
      const { survey, rows } = outcome
      expect(rows.map(({ row }) => row)).toEqual(rows.map((_, index) => index + 1))
      expect(rows).toHaveLength(survey.rows)
      for (const text of textsIn({ survey, rows })) {
        expect(text.isWellFormed() && !text.includes('\0')).toBe(true)
      }
    }),
    { numRuns: 1_000 },
  )
})

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

test('However a list is to be read, its rows are given in slices of at most 500', async () => {
  const reading = fc.record({
    encoding: fc.constantFrom(...encodings),
    delimiter: fc.constantFrom(...delimiters, 'none' as const),
    header: fc.boolean(),
    idColumn: fc.nat(3),
    nameColumn: fc.option(fc.nat(3)),
    idKind: fc.constantFrom('auto' as const, 'email' as const),
  }) satisfies fc.Arbitrary<ListReading>
  const list = listOf('a,b;c\td\n'.repeat(1_200))
  await fc.assert(
    fc.asyncProperty(reading, fc.nat(1_300), async (read, from) => {
      if (read.encoding.startsWith('utf-16')) return
      const rows = await rowsOf(list, read, from)
      const all = read.header ? 1_199 : 1_200
      expect(rows).toHaveLength(Math.max(0, all - from))
      expect(rows.every(({ givenKind }) => givenKind === read.idKind)).toBe(true)
    }),
    { numRuns: 20 },
  )
})
