import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isWithin, type JsonSize } from './json-size.ts'

const roomy: JsonSize = { values: 1_000_000, fields: 1_000_000, depth: 1_000_000 }
const fits = (text: string, size: Partial<JsonSize>) =>
  isWithin(Buffer.from(text), { ...roomy, ...size })

test.each([
  ['[1,2,3]', { values: 3 }],
  ['[[],[],[]]', { values: 6 }],
  ['[{},{},{}]', { values: 6 }],
  ['{"a":1,"b":{"c":2}}', { values: 3 }],
  ['{"a":1,"b":{"c":2}}', { fields: 3 }],
  ['[[[[]]],[[]]]', { depth: 4 }],
  ['{"a":[{"b":[]}]}', { depth: 4 }],
])('%s fits in %j, and in nothing less', (text, size) => {
  expect(fits(text, size)).toBe(true)
  const less = Object.fromEntries(Object.entries(size).map(([name, most]) => [name, most - 1]))
  expect(fits(text, less)).toBe(false)
})

test.each([
  [JSON.stringify(['王芳,Wang Fang,[1],{a:b}'.repeat(10_000)])],
  ['["\\"[[[[,,,,::::\\\\\\"{{{{"]'],
  ['"[,:{"'],
  ['"\\\\\\"[,:{"'],
])('Commas and brackets within a text are text: %.40s', (text) => {
  expect(fits(text, { values: 1, fields: 0, depth: 1 })).toBe(true)
})

/** How many arrays, objects, and elements and fields beside the first of each. */
function valuesOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const parts = Object.values(value)
  return parts.reduce((sum: number, part) => sum + valuesOf(part), Math.max(1, parts.length))
}

test('Whatever is written as JSON is counted as it is read', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const values = valuesOf(JSON.parse(text))
      expect(fits(text, { values })).toBe(true)
      if (values > 0) expect(fits(text, { values: values - 1 })).toBe(false)
    }),
  )
})
