import { expect, test } from 'vitest'
import { retryAfterMs } from './retry-after.ts'

const now = new Date('2026-11-21T20:45:00Z')

test.each([
  ['7', 7_000],
  [' 7 ', 7_000],
  ['0', 0],
  ['1.5', 1_500],
  ['60', 60_000],
  ['61', 60_000],
  ['99999999999999999999999999', 60_000],
  ['1'.repeat(10_000), 60_000],
  ['Sat, 21 Nov 2026 20:45:20 GMT', 20_000],
  ['Sat, 21 Nov 2026 20:44:00 GMT', 0],
  ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
  ['Fri, 31 Dec 9999 23:59:59 GMT', 60_000],
  ['Sat, 99 Nov 2026 20:45:20 GMT', undefined],
  ['-7', undefined],
  ['1e3', undefined],
  ['1e99', undefined],
  ['Sun, 01 Dec 2999 16:00:00 GMT', 60_000],
  ['Mon, 01 Dec 2999 16:00:00 UTC', undefined],
  ['7, 9', undefined],
  ['soon', undefined],
  ['Infinity', undefined],
  ['soon 5', undefined],
  ['', undefined],
  [null, undefined],
])('Retry-After %j means %j ms', (header, ms) => {
  expect(retryAfterMs(header, undefined, now)).toBe(ms)
})

test('a date is measured against the clock of whoever wrote it', () => {
  const theirs = new Date('2026-11-21T23:45:10Z')
  expect(retryAfterMs('Sat, 21 Nov 2026 23:45:20 GMT', theirs, now)).toBe(10_000)
})
