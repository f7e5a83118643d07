import { expect, test } from 'vitest'
import { approvalOf, batchOf } from '#console/batch/batch.fixture.ts'
import { newsOf } from './news.ts'

const soon = Date.parse('2026-11-21T10:31:00.000Z')
const nextDay = Date.parse('2026-11-22T10:09:01.000Z')
const confirmed = { state: 'confirmed', expiresAt: '2026-11-22T10:09:00.000Z' } as const
const needed = { needed: 'rows' } as const
const approved = {
  ...needed,
  approvedBy: 'Wang Lan',
  approvedAt: '2026-11-21T10:30:00.000Z',
  expiresAt: '2026-11-22T10:09:00.000Z',
}
const declined = {
  ...needed,
  declined: { by: 'Wang Lan', at: '2026-11-21T10:30:00.000Z', reason: 'Bai Lu stays' },
}

test('It is news that a list is asked for, approved and sent back', () => {
  expect(newsOf(batchOf({ ...confirmed, approval: approvalOf(needed) }), soon)).toBe('waits')
  expect(newsOf(batchOf({ ...confirmed, approval: approvalOf(approved) }), soon)).toBe('approved')
  expect(newsOf(batchOf({ state: 'checked', approval: approvalOf(declined) }), soon)).toBe(
    'sentBack',
  )
})

test('A request that nobody answered lapses after a day; a confirmation that needs nobody is none', () => {
  expect(newsOf(batchOf({ ...confirmed, approval: approvalOf(needed) }), nextDay)).toBe('lapsed')
  expect(newsOf(batchOf({ ...confirmed, approval: approvalOf() }), nextDay)).toBeNull()
})

test('An approval may lapse before the request does', () => {
  const over = { ...approved, expiresAt: '2026-11-21T10:30:30.000Z' }
  expect(newsOf(batchOf({ ...confirmed, approval: approvalOf(over) }), soon)).toBe('outlived')
})

test('Of a paused batch it is news that the person it waits for approved the rest', () => {
  const paused = { state: 'paused', approval: approvalOf(approved) } as const
  expect(newsOf(batchOf({ ...paused, pausedBecause: 'approval' }), soon)).toBe('approved')
  expect(newsOf(batchOf({ ...paused, pausedBecause: 'person' }), soon)).toBeNull()
})
