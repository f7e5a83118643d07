import { expect, test } from 'vitest'
import { rowsNear } from './rows-near.ts'

const ends = (near: readonly number[]) => [near[0], near.at(-1)]
const inSight = (startIndex: number, endIndex: number) => ({ startIndex, endIndex, count: 5_000 })

test('rows just out of sight are there already, as far as the list goes', () => {
  expect(ends(rowsNear(inSight(100, 115), null))).toEqual([92, 123])
  expect(ends(rowsNear(inSight(0, 15), null))).toEqual([0, 23])
  expect(ends(rowsNear(inSight(4_990, 4_999), null))).toEqual([4_982, 4_999])
  expect(rowsNear({ startIndex: 0, endIndex: 2, count: 3 }, null)).toEqual([0, 1, 2])
})

test('however high the window, rows, head, gaps and the row in focus are no more than sixty', () => {
  for (let high = 1; high <= 55; high += 1) {
    const near = rowsNear(inSight(100, 99 + high), 3)
    expect(near.length + 4).toBeLessThanOrEqual(60)
    expect(near).toEqual(expect.arrayContaining([3, 100, 99 + high]))
  }
})

test('every row in sight is there, even where they are more than that', () => {
  expect(ends(rowsNear(inSight(100, 179), null))).toEqual([100, 179])
})

test('the row in focus stays in its place before or after the others, and only once', () => {
  expect(rowsNear(inSight(100, 101), 3)[0]).toBe(3)
  expect(rowsNear(inSight(100, 101), 4_000).at(-1)).toBe(4_000)
  expect(rowsNear(inSight(100, 101), 101).filter((row) => row === 101)).toEqual([101])
  expect(rowsNear(inSight(100, 101), 6_000)).not.toContain(6_000)
})
