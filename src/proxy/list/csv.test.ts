import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvText } from './csv.ts'
import { unguarded } from './formula.ts'
import { collected, listOf, rowsOf } from './list.fixture.ts'
import { surveyList } from './read-list.ts'
import { linesOf } from './records.ts'

type Cell = string | number | null

async function written(rows: readonly (readonly Cell[])[]): Promise<string> {
  async function* coming() {
    yield* rows
  }
  const pieces = await collected(csvText(coming()))
  return pieces.join('')
}

test('A spreadsheet opens the file as text in UTF-8', async () => {
  expect(
    await written([
      ['id', 'name'],
      ['0010118', '王芳'],
      ['a,b', 'say "hi"'],
      [7, null],
    ]),
  ).toBe('\uFEFFid,name\r\n0010118,王芳\r\n"a,b","say ""hi"""\r\n7,\r\n')
})

test('A list of nobody is a file with nothing but its mark', async () => {
  expect(await written([])).toBe('\uFEFF')
})

test('No cell is left for a spreadsheet to compute', async () => {
  expect(await written([['=1+1', '@li', '+86', '-x', '＝1', "'=1", -5]])).toBe(
    "\uFEFF'=1+1,'@li,'+86,'-x,'＝1,''=1,'-5\r\n",
  )
})

test('An error of the rows ends the file', async () => {
  async function* coming() {
    yield ['1']
    throw new Error('The store is gone.')
  }
  await expect(collected(csvText(coming()))).rejects.toThrow('The store is gone.')
})

test('Ids that look like formulas survive the way out and in again', async () => {
  const ids = ['+8613800138000', '-x', '@li', '=1', "'=1", "''+x", '0010118', "O'Neill"]
  const list = listOf(await written([['user id', 'name'], ...ids.map((id) => [id, 'Wang Fang'])]))
  const survey = await surveyList(list)
  expect((await rowsOf(list, survey)).map(({ given }) => given)).toEqual(ids)
})

test('Any table comes back from its file as it was', async () => {
  const cells = fc.oneof(
    fc.string({ unit: fc.constantFrom("'", '=', '+', '"', ',', '\r', '\n', ';', '王', ' ', 'x') }),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  )
  const rows = fc.array(fc.array(cells, { minLength: 3, maxLength: 3 }), { maxLength: 250 })
  await fc.assert(
    fc.asyncProperty(rows, async (table) => {
      // A cell at either end that everybody sees keeps blank ones between, and blank lines out.
      const whole = table.map((row) => ['(', ...row, ')'])
      const list = listOf(await written(whole))
      const slices = await collected(linesOf(list(), { encoding: 'utf-8-bom', delimiter: 'comma' }))
      expect(slices.flat().map(({ cells }) => cells.map(unguarded))).toEqual(whole)
    }),
    { numRuns: 60 },
  )
})
