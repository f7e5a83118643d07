import { expect, test } from 'vitest'
import { listOf, rowsOf } from './list.fixture.ts'
import { surveyList } from './read-list.ts'

const surveyed = (text: string) => surveyList(listOf(text))

const leavers = [
  '工号,姓名,部门,离职日期',
  '0010118,王芳,华东零售,2026-11-27',
  '0010203,顾妍,华东零售,2026-11-27',
  '1.86E+10,沈睿,法务部,2026-11-27',
  '10023,李伟,平台工程部,2026-11-27',
].join('\r\n')

test('A list from HR says all that is shown of it', async () => {
  expect(await surveyed(leavers)).toEqual({
    rows: 4,
    encoding: 'utf-8',
    delimiter: 'comma',
    header: true,
    columns: ['工号', '姓名', '部门', '离职日期'],
    idColumn: 0,
    nameColumn: 1,
    idKind: 'auto',
    preview: [
      { row: 1, cells: ['0010118', '王芳', '华东零售', '2026-11-27'] },
      { row: 2, cells: ['0010203', '顾妍', '华东零售', '2026-11-27'] },
      { row: 3, cells: ['1.86E+10', '沈睿', '法务部', '2026-11-27'] },
      { row: 4, cells: ['10023', '李伟', '平台工程部', '2026-11-27'] },
    ],
    rounded: { count: 1, rows: [3] },
  })
})

test('Its rows are numbered from 1, with the id as it is looked up and as it was written', async () => {
  const list = listOf('id,name\n００１０１１８,王芳\n,Wang Fei\n"10023",\n')
  expect(await rowsOf(list, await surveyList(list))).toEqual([
    { row: 1, given: '0010118', givenKind: 'auto', asWritten: '００１０１１８', givenName: '王芳' },
    { row: 2, given: '', givenKind: 'auto', asWritten: null, givenName: 'Wang Fei' },
    { row: 3, given: '10023', givenKind: 'auto', asWritten: null, givenName: null },
  ])
})

test('Somebody’s choice of columns is followed, and the same bytes give other rows', async () => {
  const list = listOf(leavers)
  const chosen = { header: false, idColumn: 1, nameColumn: null, idKind: 'username' } as const
  const survey = await surveyList(list, chosen)
  expect(survey).toMatchObject({ ...chosen, rows: 5, columns: [null, null, null, null] })
  const [first, second] = await rowsOf(list, survey)
  expect(first).toMatchObject({ row: 1, given: '姓名', givenKind: 'username', givenName: null })
  expect(second).toMatchObject({ row: 2, given: '王芳' })
})

test('Rounded ids are counted in the column that is chosen, the heading’s line included if it is a row', async () => {
  const list = listOf('1.86E+10,a\n2,b\n1.5E+11,c\n')
  const chosen = { header: false, idColumn: 0, nameColumn: null, idKind: 'auto' } as const
  expect((await surveyList(list, chosen)).rounded).toEqual({ count: 2, rows: [1, 3] })
  expect((await surveyList(list, { ...chosen, header: true })).rounded).toEqual({
    count: 1,
    rows: [2],
  })
  expect((await surveyList(list, { ...chosen, idColumn: 1 })).rounded).toEqual({
    count: 0,
    rows: [],
  })
})

test('Of many rounded ids the first ten rows are named', async () => {
  const { rounded } = await surveyed('1.86E+10\n'.repeat(400))
  expect(rounded).toEqual({ count: 400, rows: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] })
})

test('A column that the list does not have is refused', async () => {
  const chosen = { header: true, idColumn: 4, nameColumn: null, idKind: 'auto' } as const
  for (const columns of [chosen, { ...chosen, idColumn: 0, nameColumn: 7 }]) {
    await expect(surveyList(listOf(leavers), columns)).rejects.toMatchObject({
      code: 'list_unreadable',
      message: expect.stringContaining('The list has 4 columns'),
    })
  }
})

test('A list over the limit is refused as a whole, with both numbers; at the limit it is not', async () => {
  const ids = Array.from({ length: 1_000 }, (_, at) => String(at + 10_000))
  const list = listOf(`工号\n${ids.join('\n')}\n`)
  expect((await surveyList(list, undefined, { rows: 1_000 })).rows).toBe(1_000)
  await expect(surveyList(list, undefined, { rows: 999 })).rejects.toMatchObject({
    code: 'list_too_long',
    message: 'The list has 1000 rows; at most 999 fit in one batch.',
  })
})

test('Of a list that no batch could ever have, nobody counts the rest', async () => {
  const list = listOf('1\n'.repeat(1_100_000))
  await expect(surveyList(list, undefined, { rows: 10_000 })).rejects.toMatchObject({
    code: 'list_too_long',
    message: 'The list has more than 1000000 rows; at most 10000 fit in one batch.',
  })
})

test.each([
  ['', 'empty'],
  ['\uFEFF', 'no rows'],
  ['\n\r\n  \n\t\n', 'no rows'],
  ['\u200B\n', 'no rows'],
  ['工号,姓名\n', 'heading'],
])('The list %j is blank', async (text, sentence) => {
  await expect(surveyed(text)).rejects.toMatchObject({
    code: 'blank_list',
    message: expect.stringContaining(sentence),
  })
})

test('Whoever reads on begins where an earlier reading ended, and finds the same rows', async () => {
  const ids = Array.from({ length: 1_203 }, (_, at) => `0${at + 10_000}`)
  const list = listOf(`工号\n${ids.join('\n')}\n`, 777)
  const survey = await surveyList(list)
  const all = await rowsOf(list, survey)
  expect(all.map(({ given }) => given)).toEqual(ids)
  expect(all.map(({ row }) => row)).toEqual(ids.map((_, at) => at + 1))
  for (const from of [1, 499, 500, 501, 1_202]) {
    expect(await rowsOf(list, survey, from)).toEqual(all.slice(from))
  }
  expect(await rowsOf(list, survey, 1_203)).toEqual([])
})

test('Long cells are cut where they are shown, and nowhere else', async () => {
  const list = listOf(`id,name\n${'1'.repeat(300)},王芳\n`)
  const survey = await surveyList(list)
  expect(survey.preview[0]?.cells).toEqual(['1'.repeat(64), '王芳'])
  expect((await rowsOf(list, survey))[0]?.given).toBe('1'.repeat(300))
})

test('Eight rows are shown, however many there are', async () => {
  const { preview, rows } = await surveyed(`id\n${'liwei\n'.repeat(100)}`)
  expect(rows).toBe(100)
  expect(preview.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})
