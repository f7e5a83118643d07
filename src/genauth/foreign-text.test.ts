import { expect, test } from 'vitest'
import { foreignText } from './foreign-text.ts'

test.each([
  ['two\r\nlines\u0000 and\u202e a trick\u200b', 'two lines and a trick'],
  [' 用户不存在 ', '用户不存在'],
  ['GenAuth is busy', 'GenAuth is busy'],
  ["authorization: 'authing ak-1:DEn1UMOTP7W6TNG3+Z1EdE60AEI='", "authorization: '…'"],
  ['token eyJhbGciOiJI.eyJzdWIi.c2ln refused', 'token … refused'],
  ['Bearer abcdefgh12345678', '…'],
])('%j is written as %j', (text, written) => {
  expect(foreignText(text)).toBe(written)
})

test('long text is cut between characters, however long it is', () => {
  const cut = foreignText('👋'.repeat(1_000_000))
  expect(cut).toBe(`${'👋'.repeat(199)}…`)
})
