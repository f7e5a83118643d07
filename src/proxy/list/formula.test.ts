import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guardedCell, unguarded } from './formula.ts'

test.each([
  ['+8613800138000', "'+8613800138000"],
  ['-x', "'-x"],
  ['@li', "'@li"],
  ['=1', "'=1"],
  ["'=1", "''=1"],
  ["''+x", "'''+x"],
  ['\tx', "'\tx"],
  ['\rx', "'\rx"],
  ['＝1', "'＝1"],
  ['＋86', "'＋86"],
  ['－x', "'－x"],
  ['＠li', "'＠li"],
])('%j is written %j', (text, cell) => {
  expect(guardedCell(text)).toBe(cell)
  expect(unguarded(cell)).toBe(text)
})

test.each(['', "'", "''", "O'Neill", "'Oumuamua", '1=1', ' =1', '0010118', '王芳'])(
  '%j is no formula and stays as it is',
  (text) => {
    expect(guardedCell(text)).toBe(text)
    expect(unguarded(text)).toBe(text)
  },
)

test('Any text comes back, and none of them is a formula on its way', () => {
  const texts = fc.oneof(
    fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '＝', 'x') }),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(texts, (text) => {
      expect(guardedCell(text)).not.toMatch(/^[=+\-@\t\r＝＋－＠]/)
      expect(unguarded(guardedCell(text))).toBe(text)
    }),
  )
})
