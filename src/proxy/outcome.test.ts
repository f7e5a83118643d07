import { describe, expect, test } from 'vitest'
import type { Failure } from '#genauth/genauth.ts'
import { type Look, nothingSeen } from './look-again.ts'
import type { Answer } from './outcome.ts'
import { answerOf, outcomeOf } from './outcome.ts'

const shown: Look = { read: true, shows: true, seen: { ...nothingSeen, gone: true } }
const unchanged: Look = {
  read: true,
  shows: false,
  seen: { ...nothingSeen, status: 'Activated' },
}
const silent: Failure = { kind: 'ambiguous', cause: 'silent', detail: 'no answer' }
const unread: Look = { read: false, failure: silent }

const refused: Failure = { kind: 'not_applied', cause: 'key', statusCode: 401, detail: 'key' }
const answers: Record<Answer['kind'], Answer> = {
  success: { kind: 'success', failure: null },
  not_applied: { kind: 'not_applied', failure: refused },
  ambiguous: { kind: 'ambiguous', failure: silent },
}

describe('the word for an act', () => {
  test.each([
    ['success', 'shown', shown, 'done'],
    ['success', 'unchanged', unchanged, 'not_confirmed'],
    ['success', 'unread', unread, 'not_confirmed'],
    ['ambiguous', 'shown', shown, 'done'],
    ['ambiguous', 'unchanged', unchanged, 'not_confirmed'],
    ['ambiguous', 'unread', unread, 'not_confirmed'],
    ['not_applied', 'shown', shown, 'already_so'],
    ['not_applied', 'unchanged', unchanged, 'failed'],
    ['not_applied', 'unread', unread, 'failed'],
  ] as const)('after %s and an effect %s is %s', (answer, _, look, word) => {
    expect(outcomeOf(answers[answer], look)).toBe(word)
  })
})

describe('several calls of one act', () => {
  const ok = { ok: true } as const
  const no = { ok: false, failure: refused } as const

  test('all clear is a success', () => {
    expect(answerOf([ok, ok]).kind).toBe('success')
  })

  test('a single refusal changed nothing', () => {
    expect(answerOf([no]).kind).toBe('not_applied')
  })

  test('a refusal after something was applied is unclear, never a failure', () => {
    expect(answerOf([ok, no]).kind).toBe('ambiguous')
  })
})
