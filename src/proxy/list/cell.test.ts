import { expect, test } from 'vitest'
import { idCell, nameCell } from './cell.ts'

test.each([
  ['0010118', '0010118'],
  ['  0010118 ', '0010118'],
  ["'+8613800138000", '+8613800138000'],
  ["'=1", '=1'],
  ["''=1", "'=1"],
  ["O'Neill", "O'Neill"],
])('The id in %j is %j, and nothing about it is worth a word', (raw, given) => {
  expect(idCell(raw)).toEqual({ given, asWritten: null })
})

test.each([
  ['００１０１１８', '0010118', '００１０１１８'],
  ['li\u200Bwei', 'liwei', 'li\u200Bwei'],
  ['\u202Eliwei', 'liwei', '\u202Eliwei'],
  [' ｌｉ＠hanlin.example ', 'li@hanlin.example', 'ｌｉ＠hanlin.example'],
])('The id in %j is %j, and what was written is kept', (raw, given, asWritten) => {
  expect(idCell(raw)).toEqual({ given, asWritten })
})

test.each(['1001\n1002', '1001\r\n1002', '1001\t1002', '1001 \u2028 1002'])(
  'Two ids in one cell %j never become a third',
  (raw) => {
    expect(idCell(raw)).toEqual({ given: '1001 / 1002', asWritten: raw })
  },
)

test('An id that is too long for anybody is kept whole: its beginning could be an id', () => {
  const id = 'x'.repeat(1_024)
  expect(idCell(id).given).toBe(id)
})

test('A cell without anything to see holds no name', () => {
  expect(nameCell(' \u200B　')).toBeNull()
  expect(nameCell(' 王芳 ')).toBe('王芳')
  expect(nameCell("'=王芳")).toBe('=王芳')
})
