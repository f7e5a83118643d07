import { expect, test } from 'vitest'
import { isNews } from './signs-of-life.ts'

const now = 50_000_000
const never = 0
/** As the proxy tells it when it last heard of somebody so many seconds ago. */
const heardOf = (secondsAgo: number) => ({
  askedAt: now,
  left: { idleSecondsLeft: 900 - secondsAgo, secondsLeft: 20_000, freshSecondsLeft: 0 },
})

test('That somebody is here is news once the proxy has not heard of them for a minute', () => {
  expect(isNews(heardOf(0), never, now)).toBe(false)
  expect(isNews(heardOf(59), never, now)).toBe(false)
  expect(isNews(heardOf(60), never, now)).toBe(true)
  expect(isNews(heardOf(840), never, now)).toBe(true)
})

test('However much somebody scrolls and types, it is told once a minute', () => {
  expect(isNews(heardOf(300), now - 59_999, now)).toBe(false)
  expect(isNews(heardOf(300), now - 60_000, now)).toBe(true)
})
