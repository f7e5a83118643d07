import { expect, test } from 'vitest'
import { allowanceOf, neededFor } from './allowance.ts'

const usual = { approvalAbove: 200, approvalShare: 0.05 }

const pools: [poolSize: number | null, allowance: number, why: string][] = [
  [100_000, 200, 'no more than the rows that nobody exceeds alone'],
  [4_000, 200, 'a share of just so many'],
  [3_999, 199, 'a share, rounded down'],
  [1_000, 50, 'a share'],
  [219, 10, 'never less than ten'],
  [0, 10, 'never less than ten'],
  [null, 10, 'ten where the size is not known'],
]

test.each(pools)('in a pool of %s users one person may act on %i: %s', (poolSize, allowance) => {
  expect(allowanceOf(usual, poolSize)).toBe(allowance)
})

test('a limit below ten holds in every pool', () => {
  for (const poolSize of [null, 0, 100, 1_000_000]) {
    expect(allowanceOf({ approvalAbove: 3, approvalShare: 1 }, poolSize)).toBe(3)
    expect(allowanceOf({ approvalAbove: 0, approvalShare: 1 }, poolSize)).toBe(0)
  }
})

test('a share is not lost to the way computers multiply', () => {
  expect(0.29 * 100).toBeLessThan(29)
  expect(allowanceOf({ approvalAbove: 200, approvalShare: 0.29 }, 100)).toBe(29)
})

test('exactly as many as the limit need nobody else, and one more does', () => {
  const alone = (rows: number) => ({ alone: rows, together: rows })
  expect(neededFor(usual, 100_000, alone(200))).toBeNull()
  expect(neededFor(usual, 100_000, alone(201))).toBe('rows')
  expect(neededFor(usual, 1_000, alone(50))).toBeNull()
  expect(neededFor(usual, 1_000, alone(51))).toBe('share')
  expect(neededFor(usual, 20, alone(10))).toBeNull()
  expect(neededFor(usual, 20, alone(11))).toBe('share')
  expect(neededFor(usual, null, alone(10))).toBeNull()
  expect(neededFor(usual, null, alone(11))).toBe('pool_unread')
})

test('a batch that is small by itself adds up with what was sent before', () => {
  expect(neededFor(usual, 1_000, { alone: 1, together: 50 })).toBeNull()
  expect(neededFor(usual, 1_000, { alone: 1, together: 51 })).toBe('window')
  expect(neededFor(usual, null, { alone: 1, together: 11 })).toBe('window')
})

test('of several limits the one is named that no other pool and no other hour would lift', () => {
  expect(neededFor(usual, 1_000, { alone: 201, together: 400 })).toBe('rows')
  expect(neededFor(usual, null, { alone: 201, together: 400 })).toBe('rows')
  expect(neededFor(usual, 1_000, { alone: 51, together: 400 })).toBe('share')
})
