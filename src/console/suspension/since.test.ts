import { expect, test } from 'vitest'
import type { HistoryEntry } from '#contract/user.ts'
import { suspensionIn } from './since.ts'

const entry = (
  action: HistoryEntry['action'],
  at: string,
  outcome: HistoryEntry['outcome'] = 'done',
): HistoryEntry => ({
  entryId: 1,
  at,
  who: 'Chen Jing',
  action,
  about: null,
  reason: null,
  outcome,
  batchId: null,
})
const friday = '2026-11-27T18:00:00.000Z'
const suspended = entry('suspendUser', friday)

test('the suspension that stands is the last one that was done from here', () => {
  const earlier = entry('suspendUser', '2026-11-02T09:00:00.000Z')
  expect(suspensionIn([entry('endSessions', friday), suspended, earlier], friday)).toBe(suspended)
})

test('a suspension that was taken back from here is not the one that stands', () => {
  const reactivated = entry('reactivateUser', '2026-11-28T09:00:00.000Z')
  expect(suspensionIn([reactivated, suspended], '2026-11-29T09:00:00.000Z')).toBeNull()
})

test('whatever was not seen to be done is no suspension', () => {
  for (const outcome of ['open', 'already_so', 'failed', 'not_confirmed'] as const) {
    expect(suspensionIn([entry('suspendUser', friday, outcome)], friday)).toBeNull()
  }
})

test('a status that changed later than our suspension was changed by somebody else', () => {
  expect(suspensionIn([suspended], '2026-11-27T18:10:00.001Z')).toBeNull()
  // Two clocks seldom agree to the second.
  expect(suspensionIn([suspended], '2026-11-27T18:09:59.000Z')).toBe(suspended)
  expect(suspensionIn([suspended], null)).toBe(suspended)
})

test('nothing from here tells of a suspension done elsewhere', () => {
  expect(suspensionIn([], friday)).toBeNull()
  expect(suspensionIn([entry('resignUser', friday)], friday)).toBeNull()
})
