import { expect, test } from 'vitest'
import { linesOf, partsOf } from './visible.ts'

test('an ordinary name is one stretch of text', () => {
  expect(partsOf("Li Wei 李伟 O'Brien")).toEqual([
    { at: 0, text: "Li Wei 李伟 O'Brien", mark: false },
  ])
})

test('a right-to-left override inside a name is written out where it stands', () => {
  expect(partsOf('Ann\u202Exyz')).toEqual([
    { at: 0, text: 'Ann', mark: false },
    { at: 3, text: 'U+202E', mark: true },
    { at: 4, text: 'xyz', mark: false },
  ])
})

test.each([
  '\u200B',
  '\u200C',
  '\u200D',
  '\u200E',
  '\u200F',
  '\u202A',
  '\u202B',
  '\u202C',
  '\u202D',
  '\u202E',
  '\u2066',
  '\u2067',
  '\u2068',
  '\u2069',
  '\uFEFF',
  '\u00AD',
  '\u3164',
  '\u0000',
  '\u{E0041}',
  '\uD800',
])('no unseen character stays unseen (%j)', (character) => {
  expect(partsOf(`a${character}b`).map((part) => part.mark)).toEqual([false, true, false])
})

test('a text of several lines keeps each of them, empty ones too', () => {
  expect(linesOf('{\n\n  "a": 1\n}').map(({ text }) => text)).toEqual(['{', '', '  "a": 1', '}'])
  expect(linesOf('\nb\n').map(({ text }) => text)).toEqual(['', 'b', ''])
  expect(linesOf('').map(({ text }) => text)).toEqual([''])
})

test('every line begins somewhere else', () => {
  const begins = linesOf('\n\n\na').map(({ at }) => at)
  expect(new Set(begins).size).toBe(4)
})
