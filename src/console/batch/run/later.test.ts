import { expect, test } from 'vitest'
import { batchOf } from '#console/batch/batch.fixture.ts'
import { laterWords } from './later.ts'
import { resultWords } from './result-words.ts'

const said = (recheck: Partial<ReturnType<typeof batchOf>['recheck']>, at: string | null) => {
  const none = { left: 0, total: 12, at: null, cameBack: 0, unread: 0 }
  return laterWords(batchOf({ recheck: { ...none, ...recheck } }), resultWords.en, at)
}

test('nobody came back only where everybody was looked at', () => {
  expect(said({}, '18:07:31')).toBe('Nobody came back, as of 18:07:31.')
  expect(said({ total: 1 }, null)).toBe('1 person looked at again.')
  expect(said({ total: 0 }, null)).toBeNull()
})

test('whoever could not be read may have come back', () => {
  expect(said({ unread: 2 }, '18:07:31')).toBe(
    'Nobody was seen to have come back, as of 18:07:31. 2 people could not be read.',
  )
})

test('whoever came back is named elsewhere', () => {
  expect(said({ cameBack: 1 }, '18:07:31')).toBeNull()
})
