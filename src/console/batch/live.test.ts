import { expect, test } from 'vitest'
import type { WatchReply } from '#contract/batch.ts'
import { batchOf, rowOf } from './batch.fixture.ts'
import { advanced, firstSight, isMoving, readAgain, withBatch } from './live.ts'
import { changedBetween, noRows, type RowMap, rowIn } from './rows/row-map.ts'

const numbers = (rows: RowMap) => changedBetween(noRows, rows).map(({ row }) => row)

const running = firstSight(batchOf({ state: 'running', revision: 100 }))

function told(cursor: number, given: Partial<WatchReply> = {}): WatchReply {
  const batch = batchOf({ state: 'running', revision: cursor })
  return { batch, rows: [], reload: false, cursor, ...given }
}

test('the first look begins to watch where it was taken', () => {
  expect(running).toMatchObject({ cursor: 100, epoch: 0 })
})

test('a row that changed twice is as it was told last', () => {
  const once = advanced(running, told(101, { rows: [rowOf(7, { outcome: 'sending' })] }))
  const twice = advanced(once, told(102, { rows: [rowOf(7, { outcome: 'done' })] }))
  expect(rowIn(twice.changes, 7)?.outcome).toBe('done')
  expect(twice.cursor).toBe(102)
})

test('rows told before stay when others are told', () => {
  const first = advanced(running, told(101, { rows: [rowOf(1, { outcome: 'failed' })] }))
  const then = advanced(first, told(102, { rows: [rowOf(2, { outcome: 'done' })] }))
  expect(numbers(then.changes)).toEqual([1, 2])
})

test('nothing new leaves the rows on the screen alone', () => {
  const some = advanced(running, told(101, { rows: [rowOf(1)] }))
  expect(advanced(some, told(101)).changes).toBe(some.changes)
})

test('more changes than fit: what is on the screen is read again, and watched from there', () => {
  const some = advanced(running, told(101, { rows: [rowOf(1)] }))
  const after = advanced(some, told(900, { reload: true }))
  expect(after).toMatchObject({ cursor: 900, epoch: 1 })
  expect(numbers(after.changes)).toEqual([])
})

test('an answer overtaken by a later one changes nothing', () => {
  const later = advanced(running, told(105, { rows: [rowOf(1, { outcome: 'done' })] }))
  expect(advanced(later, told(103, { rows: [rowOf(1, { outcome: 'sending' })] }))).toBe(later)
})

test('the answer to an act moves no cursor, so the rows that changed with it are still told', () => {
  const stopping = withBatch(running, batchOf({ state: 'stopping', revision: 130 }))
  expect(stopping).toMatchObject({ cursor: 100, epoch: 0, batch: { state: 'stopping' } })
})

test('an old answer to an act does not undo what was seen since', () => {
  const seen = advanced(running, told(140, { batch: batchOf({ state: 'paused', revision: 140 }) }))
  expect(withBatch(seen, batchOf({ state: 'running', revision: 120 })).batch.state).toBe('paused')
})

test('a confirmation and a start put all rows in another order, a pause and an end do not', () => {
  const step = (from: Parameters<typeof batchOf>[0], to: Parameters<typeof batchOf>[0]) =>
    withBatch(firstSight(batchOf(from)), batchOf({ revision: 200, ...to })).epoch
  expect(step({ state: 'checking' }, { state: 'checked' })).toBe(1)
  expect(step({ state: 'checked' }, { state: 'confirmed' })).toBe(1)
  expect(step({ state: 'confirmed' }, { state: 'running' })).toBe(1)
  expect(step({ state: 'running' }, { state: 'paused' })).toBe(0)
  expect(step({ state: 'running' }, { state: 'finished' })).toBe(0)
})

test('a list that was exchanged behind this page is read again, a decision on a row is not', () => {
  const seen = firstSight(batchOf({ checkedAt: '2026-11-21T10:06:00.000Z', rows: 12 }))
  const step = (to: Parameters<typeof batchOf>[0]) =>
    withBatch(seen, batchOf({ revision: 200, ...to })).epoch
  expect(step({ checkedAt: '2026-11-21T10:09:00.000Z' })).toBe(1)
  expect(step({ rows: 13 })).toBe(1)
  expect(step({ state: 'draft', rows: 0, checkedAt: null })).toBe(1)
  expect(step({ accepted: 1, willRun: 13, fingerprint: 'other' })).toBe(0)
})

test('until rows are read again, those on the screen say what was last known of them', () => {
  const some = advanced(running, told(101, { rows: [rowOf(1, { outcome: 'done' })] }))
  const others = advanced(readAgain(some), told(102, { rows: [rowOf(2, { outcome: 'done' })] }))
  expect(numbers(readAgain(others).before)).toEqual([1, 2])
})

test('reading again forgets the changes that the new pages hold already', () => {
  const some = advanced(running, told(101, { rows: [rowOf(1)] }))
  expect(readAgain(some)).toMatchObject({ epoch: 1, cursor: 101, changes: noRows })
})

test('a batch is watched while it moves, and until its list has a fingerprint', () => {
  const moving = (['checking', 'running', 'stopping'] as const).map((state) => batchOf({ state }))
  const still = (
    ['draft', 'checked', 'confirmed', 'paused', 'stopped', 'finished', 'discarded'] as const
  ).map((state) => batchOf({ state }))
  expect(moving.every(isMoving)).toBe(true)
  expect(still.some(isMoving)).toBe(false)
  expect(isMoving(batchOf({ state: 'checked', fingerprint: null }))).toBe(true)
})

test('a paused batch is watched until the rows in flight are read back', () => {
  expect(isMoving(batchOf({ state: 'paused', outcomes: { sending: 3 } }))).toBe(true)
})

test('a batch that is over is watched while its rows are looked at again', () => {
  const outcomes = { done: 11, not_confirmed: 1 }
  const moves = (recheck: Partial<ReturnType<typeof batchOf>['recheck']>) => {
    const none = { left: 0, total: 0, at: null, cameBack: 0, unread: 0 }
    return isMoving(batchOf({ state: 'stopped', outcomes, recheck: { ...none, ...recheck } }))
  }
  expect(moves({})).toBe(false)
  expect(moves({ left: 1, total: 1 })).toBe(true)
  expect(moves({ total: 1 })).toBe(false)
  expect(moves({ left: 4, total: 12 })).toBe(true)
  expect(moves({ total: 12 })).toBe(true)
  expect(moves({ total: 12, at: '2026-11-23T09:12:00.000Z' })).toBe(false)
})
