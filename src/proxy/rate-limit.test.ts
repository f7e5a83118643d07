import { expect, test } from 'vitest'
import { rateLimit } from './rate-limit.ts'

function clockAt(ms: number) {
  let at = ms
  return {
    monotonic: () => at,
    move(by: number) {
      at += by
    },
  }
}

test('A burst is let through, and what comes after it waits for the next token', () => {
  const clock = clockAt(1_000)
  const limit = rateLimit({ burst: 3, perSecond: 2 }, clock)
  expect([1, 2, 3, 4].map(() => limit.take('chen-jing'))).toEqual([null, null, null, 1])
  clock.move(499)
  expect(limit.take('chen-jing')).toBe(1)
  clock.move(1)
  expect(limit.take('chen-jing')).toBeNull()
  expect(limit.take('chen-jing')).toBe(1)
})

test('Whoever is told to wait so many seconds gets through after them, and not before', () => {
  const clock = clockAt(0)
  const limit = rateLimit({ burst: 1, perSecond: 0.25 }, clock)
  expect(limit.take('a')).toBeNull()
  expect(limit.take('a')).toBe(4)
  clock.move(3_999)
  expect(limit.take('a')).toBe(1)
  clock.move(1)
  expect(limit.take('a')).toBeNull()
})

test('Asking while refused makes nobody wait longer', () => {
  const clock = clockAt(0)
  const limit = rateLimit({ burst: 1, perSecond: 1 }, clock)
  limit.take('a')
  for (let asked = 0; asked < 100; asked += 1) limit.take('a')
  clock.move(1_000)
  expect(limit.take('a')).toBeNull()
})

test('A bucket holds no more than a burst, however long somebody was away', () => {
  const clock = clockAt(0)
  const limit = rateLimit({ burst: 2, perSecond: 10 }, clock)
  limit.take('a')
  clock.move(3_600_000)
  expect([1, 2, 3].map(() => limit.take('a'))).toEqual([null, null, 1])
})

test('One does not pay for the other', () => {
  const limit = rateLimit({ burst: 1, perSecond: 1 }, clockAt(0))
  expect(limit.take('a')).toBeNull()
  expect(limit.take('b')).toBeNull()
  expect(limit.take('a')).toBe(1)
})

test('Of too many the one that has been away longest is forgotten', () => {
  const limit = rateLimit({ burst: 1, perSecond: 1 }, clockAt(0), 2)
  for (const key of ['a', 'b', 'a', 'c']) limit.take(key)
  expect(limit.take('a')).toBe(1)
  expect(limit.take('b')).toBeNull()
})
