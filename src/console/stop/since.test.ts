import { expect, test } from 'vitest'
import { sinceWords } from './since.ts'

const now = new Date(2026, 10, 21, 18, 30)

test('What was stopped today is told by the minute', () => {
  const at = new Date(2026, 10, 21, 18, 4, 59).toISOString()
  expect(sinceWords(at, now, 'en')).toBe('18:04')
  expect(sinceWords(at, now, 'zh')).toBe('18:04')
})

test('What was stopped on another day is told with its day', () => {
  const at = new Date(2026, 10, 20, 23, 59).toISOString()
  expect(sinceWords(at, now, 'en')).toBe('20 Nov 23:59')
  expect(sinceWords(at, now, 'zh')).toBe('11月20日 23:59')
})

test('A moment that cannot be read is told as it came', () => {
  expect(sinceWords('soon', now, 'en')).toBe('soon')
})
