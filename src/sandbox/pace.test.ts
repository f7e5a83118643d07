import { expect, test } from 'vitest'
import { newPace } from './pace.ts'

function clock() {
  let at = 0
  return {
    now: () => new Date(at),
    pass: (ms: number) => {
      at += ms
    },
  }
}

test('a second’s worth of calls goes through at once, and the next has to wait', () => {
  const pace = newPace(20, clock().now)
  const waits = Array.from({ length: 21 }, () => pace.wait())
  expect(waits.slice(0, 20)).toEqual(Array(20).fill(0))
  expect(waits[20]).toBe(50)
})

test('room comes back with time, but never more than a second’s worth', () => {
  const { now, pass } = clock()
  const pace = newPace(10, now)
  const through = () =>
    Array.from({ length: 30 }, () => pace.wait()).filter((ms) => ms === 0).length
  expect(through()).toBe(10)
  pass(300)
  expect(through()).toBe(3)
  pass(60_000)
  expect(through()).toBe(10)
})

test('no limit is no limit', () => {
  const pace = newPace(0, clock().now)
  expect(Array.from({ length: 1000 }, () => pace.wait())).toEqual(Array(1000).fill(0))
})
