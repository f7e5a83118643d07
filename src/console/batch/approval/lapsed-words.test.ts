import { expect, test } from 'vitest'
import { lapsedWords } from './lapsed-words.ts'
import { requestWords } from './request-words.ts'

const asked = { expiresAt: '2026-11-23T09:51:00', createdBy: 'Chen Jing' }
const now = new Date('2026-11-23T12:00:00')

test('Whoever asked reads that it is their turn, and everybody else whose', () => {
  const english = { words: requestWords.en, language: 'en' } as const
  expect(lapsedWords({ ...asked, mine: true }, now, english)).toBe(
    'The request of 22 Nov 09:51 has lapsed. Check again and ask anew.',
  )
  expect(lapsedWords({ ...asked, mine: false }, now, english)).toBe(
    'The request of 22 Nov 09:51 has lapsed. Chen Jing may check again and ask anew.',
  )
  expect(
    lapsedWords({ ...asked, mine: false }, now, { words: requestWords.zh, language: 'zh' }),
  ).toBe('11月22日 09:51 的请求已失效。可由 Chen Jing 重新检查，并再次请求批准。')
})
