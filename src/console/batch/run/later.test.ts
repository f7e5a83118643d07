import { expect, test } from 'vitest'
import { batchOf } from '#console/batch/batch.fixture.ts'
import { laterWords } from './later.ts'
import { resultWords } from './result-words.ts'

const at = '18:07:31'
const outcomes = { done: 10, already_so: 1, not_confirmed: 1 }
const said = (recheck: Partial<ReturnType<typeof batchOf>['recheck']>, of = outcomes) => {
  const whole = { left: 0, total: 12, at: '2026-11-23T10:07:31.000Z', cameBack: 0, unread: 0 }
  return laterWords(
    batchOf({ outcomes: of, recheck: { ...whole, ...recheck } }),
    resultWords.en,
    at,
  )
}

test('nobody came back only where everybody was looked at', () => {
  expect(said({})).toBe('Nobody came back, as of 18:07:31.')
  expect(said({ total: 1 })).toBe('1 person looked at again, as of 18:07:31.')
  const nothingDone = { done: 0, already_so: 0, not_confirmed: 12 }
  expect(said({}, nothingDone)).toBe('12 people looked at again, as of 18:07:31.')
})

test('whoever could not be read may have come back', () => {
  expect(said({ unread: 2 })).toBe(
    'Nobody was seen to have come back, as of 18:07:31. 2 people could not be read.',
  )
})

test('whoever came back is named elsewhere', () => {
  expect(said({ cameBack: 1 })).toBeNull()
})
