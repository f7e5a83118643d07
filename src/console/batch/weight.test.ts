import { expect, test } from 'vitest'
import { batchOf } from './batch.fixture.ts'
import { wantsFresh } from './weight.ts'

test('Whoever resigns or deletes even one person has just signed in', () => {
  expect(wantsFresh(batchOf({ kind: 'resign', willRun: 1 }))).toBe(true)
  expect(wantsFresh(batchOf({ kind: 'delete', willRun: 1 }))).toBe(true)
})

test('What can be taken back wants it for more than fifty people', () => {
  expect(wantsFresh(batchOf({ kind: 'suspend', willRun: 50 }))).toBe(false)
  expect(wantsFresh(batchOf({ kind: 'suspend', willRun: 51 }))).toBe(true)
  expect(wantsFresh(batchOf({ kind: 'reactivate', willRun: 51 }))).toBe(true)
})
