import { expect, test } from 'vitest'
import { rowOf } from '#console/batch/batch.fixture.ts'
import { changedBetween, noRows, rowIn, withRows } from './row-map.ts'

test('of two rows with one number the later one is there', () => {
  const map = withRows(noRows, [rowOf(7, { outcome: 'sending' }), rowOf(7, { outcome: 'done' })])
  expect(rowIn(map, 7)?.outcome).toBe('done')
  expect(rowIn(map, 8)).toBeUndefined()
})

test('an earlier version stays as it was', () => {
  const before = withRows(noRows, [rowOf(7, { outcome: 'sending' })])
  withRows(before, [rowOf(7, { outcome: 'done' }), rowOf(8)])
  expect(rowIn(before, 7)?.outcome).toBe('sending')
  expect(rowIn(before, 8)).toBeUndefined()
})

test('what changed is told, however far apart, and nothing else', () => {
  const before = withRows(
    noRows,
    Array.from({ length: 1_000 }, (_, at) => rowOf(at + 1)),
  )
  const after = withRows(before, [rowOf(3, { outcome: 'done' }), rowOf(900), rowOf(5_000)])
  expect(changedBetween(before, after).map(({ row }) => row)).toEqual([3, 900, 5_000])
  expect(changedBetween(after, after)).toEqual([])
})
