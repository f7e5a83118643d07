import { expect, test } from 'vitest'
import { listOf, rowsOf } from './list.fixture.ts'
import { surveyList } from './read-list.ts'

const surveyed = (text: string) => surveyList(listOf(text))

/** Ids and names of a list, as they are guessed. */
async function people(text: string) {
  const list = listOf(text)
  const rows = await rowsOf(list, await surveyList(list))
  return rows.map(({ given, givenName }) => [given, givenName])
}

test.each([
  [
    'line ends of every kind',
    'id,name\r1,王芳\r\n2,李伟\n\n\r\n3,沈睿',
    [
      ['1', '王芳'],
      ['2', '李伟'],
      ['3', '沈睿'],
    ],
  ],
  [
    'marks, and line breaks within them',
    'id,name\n1,"Fischer, ""Emmi""\r\nEmma"\n',
    [['1', 'Fischer, "Emmi"\r\nEmma']],
  ],
  [
    'rows of any length',
    'id,name,city\n1\n2,李伟\n3,沈睿,Wuhan,,,\n',
    [
      ['1', null],
      ['2', '李伟'],
      ['3', '沈睿'],
    ],
  ],
  [
    'a mark within a cell',
    'id,name\n1,Emma "Emmi" Fischer\n2,5" disk\n3,"a" b\n',
    [
      ['1', 'Emma "Emmi" Fischer'],
      ['2', '5" disk'],
      ['3', '"a" b'],
    ],
  ],
  ['Excel’s own first line', 'sep=;\r\nid;name\r\n1;Fischer, Emma\r\n', [['1', 'Fischer, Emma']]],
  ['tabs', 'id\tname\n1\tFischer, Emma; Dr.\n', [['1', 'Fischer, Emma; Dr.']]],
  [
    'semicolons, and commas in every row',
    'Fischer, Emma;10023\nLang, Otto;10024\n',
    [
      ['10023', 'Fischer, Emma'],
      ['10024', 'Lang, Otto'],
    ],
  ],
  [
    'one id a line',
    'liwei\n0010118\nli@hanlin.example\n',
    [
      ['liwei', null],
      ['0010118', null],
      ['li@hanlin.example', null],
    ],
  ],
  [
    'a comma where there are no columns',
    'liwei\nwang,fang\nzhaomin\n',
    [
      ['liwei', null],
      ['wang,fang', null],
      ['zhaomin', null],
    ],
  ],
  [
    'one column of names in marks',
    '"Fischer, Emma"\n"Lang, Otto"\n',
    [
      ['Fischer, Emma', null],
      ['Lang, Otto', null],
    ],
  ],
  ['marks around every cell', '"id","name"\n"1,5","王芳"\n', [['1,5', '王芳']]],
])('A list with %s is read', async (_, text, expected) => {
  expect(await people(text)).toEqual(expected)
})

test.each([
  ['at the end', 'id,name\n1,王芳\n2,"李伟\n3,沈睿\n', 'line 3 is never closed'],
  [
    'up to a mark in a later row',
    'id,name\n1,"王芳\n2,李伟\n3,"沈, 睿"\n4,x\n',
    'line 2 is never closed',
  ],
  [
    'behind line ends of two characters',
    'id,name\r\n1,王芳\r\n\r\n2,"李伟',
    'line 4 is never closed',
  ],
  ['after line breaks in a cell', 'id,name\n1,"a\r\nb"\n2,"李伟\n', 'line 4 is never closed'],
  ['in a very long list', `id,name\n1,"王芳\n${'2,李伟\n'.repeat(100_000)}`, 'line 2 is too long'],
])('A mark that is open %s is refused: nobody behind it is lost', async (_, text, sentence) => {
  await expect(surveyed(text)).rejects.toMatchObject({
    code: 'list_unreadable',
    message: expect.stringContaining(sentence),
  })
})

test('A cell in marks may begin with a mark and have several lines', async () => {
  expect(await people('id,name\n1,"""Emmi""\nEmma"\n')).toEqual([['1', '"Emmi"\nEmma']])
})

test('A cell beyond the limit is refused, with its place', async () => {
  const cell = 'x'.repeat(1_024)
  expect((await surveyed(`id,name\n1,${cell}\n`)).rows).toBe(1)
  await expect(surveyed(`id,name\n1,a\n\n2,${cell}x\n`)).rejects.toMatchObject({
    code: 'list_unreadable',
    message: expect.stringContaining('column 2 of line 4 has more than 1024 characters'),
  })
})

test('A line with too many columns is refused; blank ones at its end do not count', async () => {
  const cells = Array.from({ length: 200 }, () => 'x').join(',')
  expect((await surveyed(`${cells},,,,\n`)).columns).toHaveLength(200)
  await expect(surveyed(`${cells}\n${cells},y\n`)).rejects.toMatchObject({
    code: 'list_unreadable',
    message: 'Line 2 has 201 columns; a list has at most 200.',
  })
})

test('A separator that is not read here is named as the problem', async () => {
  await expect(surveyed('sep=|\nid|name\n1|王芳\n')).rejects.toThrow('Line 1 names a separator')
})
