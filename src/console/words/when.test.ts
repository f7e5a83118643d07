import { expect, test } from 'vitest'
import { clockWords, dayWords, dayWordsInText, minuteWords, secondWords } from './when.ts'

// Local times, because they are told in the reader's own.
const local = (...parts: [number, number, number, number, number]) =>
  new Date(...parts).toISOString()
const now = new Date(2026, 10, 27, 18, 4)

test.each([
  [local(2026, 10, 27, 0, 0), 'Today 00:00', '今天 00:00'],
  [local(2026, 10, 27, 16, 12), 'Today 16:12', '今天 16:12'],
  [local(2026, 10, 26, 23, 59), 'Yesterday', '昨天'],
  [local(2026, 10, 25, 23, 59), '25 Nov', '11月25日'],
  [local(2026, 0, 1, 8, 0), '1 Jan', '1月1日'],
  [local(2025, 8, 3, 8, 0), '3 Sep 2025', '2025年9月3日'],
  [null, 'Never', '从未'],
])('%s is told as %s', (instant, english, chinese) => {
  expect(dayWords(instant, now, 'en')).toBe(english)
  expect(dayWords(instant, now, 'zh')).toBe(chinese)
})

test('a day begins at the reader’s midnight, not 24 hours ago', () => {
  const morning = new Date(2026, 10, 27, 0, 30)
  expect(dayWords(local(2026, 10, 26, 23, 50), morning, 'en')).toBe('Yesterday')
})

test('what is not a time is shown as it came', () => {
  expect(dayWords('soon', now, 'en')).toBe('soon')
  expect(clockWords('soon')).toBe('soon')
})

test('inside a sentence a day has no capital, a month keeps it', () => {
  expect(dayWordsInText(local(2026, 10, 27, 16, 12), now, 'en')).toBe('today 16:12')
  expect(dayWordsInText(local(2026, 10, 24, 16, 12), now, 'en')).toBe('24 Nov')
})

test('an entry is told to the minute, a check to the second', () => {
  expect(minuteWords(local(2026, 10, 17, 9, 31), now, 'en')).toBe('17 Nov 09:31')
  expect(clockWords(new Date(2026, 10, 27, 18, 7, 31).toISOString())).toBe('18:07:31')
})

test('What happened within one minute is told apart by the second', () => {
  const at = (second: number) => new Date(2026, 10, 17, 9, 31, second).toISOString()
  expect(secondWords(at(7), now, 'en')).toBe('17 Nov 09:31:07')
  expect(secondWords(at(8), now, 'zh')).toBe('11月17日 09:31:08')
})
