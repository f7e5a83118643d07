import { expect, test } from 'vitest'
import { refused } from './refused.ts'
import { problemWords, sentenceAbout } from './words.ts'

const { en, zh } = problemWords

test('A refusal is told in a sentence of its own, in both languages', () => {
  const { code } = refused({ code: 'user_gone' })
  expect(sentenceAbout(en, code)).toBe('This user no longer exists.')
  expect(sentenceAbout(zh, code)).toBe('该用户已不存在。')
})

test('What only a newer proxy says, and what says nothing, is a fault of ours', () => {
  const newer: { code?: never } = JSON.parse('{ "code": "toString" }')
  for (const { code } of [refused(newer), refused({}), refused(null)]) {
    expect(sentenceAbout(en, code)).toBe('Something went wrong in Leaver Desk.')
  }
})

test('Each way in which a sign-in fails has a sentence of its own', () => {
  const ways = ['provider', 'expired', 'refused', 'stale', 'internal', 'sign_in_failed'] as const
  for (const { sentences } of [en, zh]) {
    expect(new Set(ways.map((way) => sentences[way])).size).toBe(ways.length)
  }
})
