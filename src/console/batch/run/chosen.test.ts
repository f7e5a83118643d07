import { expect, test } from 'vitest'
import { batchOf, rowOf } from '#console/batch/batch.fixture.ts'
import { atTheEnd, filterFor } from './chosen.ts'

const recheck = { left: 0, total: 12, at: '2026-11-23T09:12:00.000Z', cameBack: 2, unread: 0 }
const over = batchOf({
  state: 'finished',
  rows: 15,
  outcomes: { done: 11, failed: 1, skipped: 3 },
  recheck,
})

test('a chip asks for its rows, and counts as many as the batch does', () => {
  expect(filterFor('list', over)).toMatchObject({ asked: {}, expected: 15 })
  expect(filterFor('run', over)).toMatchObject({ asked: {}, expected: 12 })
  expect(filterFor('failed', over)).toMatchObject({ asked: { outcome: 'failed' }, expected: 1 })
  expect(filterFor('came_back', over)).toMatchObject({
    asked: { only: 'came_back' },
    expected: 2,
  })
})

test('whoever came back belongs to those who came back, whatever the outcome', () => {
  const { belongs } = filterFor('came_back', over)
  expect(belongs(rowOf(1, { outcome: 'done', cameBack: true }))).toBe(true)
  expect(belongs(rowOf(2, { outcome: 'done' }))).toBe(false)
})

test('a word that counts nobody any more gives way to the run', () => {
  expect(atTheEnd('failed', over)).toBe('failed')
  expect(atTheEnd('sending', over)).toBe('run')
  expect(atTheEnd('came_back', over)).toBe('came_back')
  expect(atTheEnd('came_back', { ...over, recheck: { ...recheck, cameBack: 0, unread: 0 } })).toBe(
    'run',
  )
})
