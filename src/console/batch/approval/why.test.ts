import { expect, test } from 'vitest'
import { batchOf } from '#console/batch/batch.fixture.ts'
import type { Approval } from '#contract/approval.ts'
import { whyWords } from './why.ts'
import { approvalWords } from './words.tsx'

const { en, zh } = approvalWords
const of = (approval: Partial<Approval>, willRun = 297) => batchOf({ willRun, approval })

test('A long list says how many one person may act on alone', () => {
  const batch = of({ needed: 'rows', allowance: 200 })
  expect(whyWords(batch, en)).toBe(
    'A second person has to approve this: 297 people are more than the 200 that one person may act on alone.',
  )
  expect(whyWords(batch, zh)).toBe('需要第二人批准：此批次共 297 人，超过单人可操作的 200 人。')
})

test('A large part of a small pool says what the share comes to', () => {
  expect(whyWords(of({ needed: 'share', allowance: 50 }, 60), en)).toBe(
    'A second person has to approve this: 60 people are more than the share of this pool that one person may act on alone, 50.',
  )
})

test('One list of many says what went before it, and in which time', () => {
  const batch = of({ needed: 'window', allowance: 200, sentBefore: 1_190, windowMinutes: 90 }, 19)
  expect(whyWords(batch, en)).toBe(
    'A second person has to approve this: 19 people here, and 1,190 more whom the same person acted on in the last 90 minutes, are more than the 200 that one person may act on alone.',
  )
  expect(whyWords(batch, zh)).toBe(
    '需要第二人批准：此批次 19 人，加上同一人最近 90 分钟内已操作的 1,190 人，超过单人可操作的 200 人。',
  )
})

test('A pool whose size nobody knows says so', () => {
  expect(whyWords(of({ needed: 'pool_unread', allowance: 10 }, 11), en)).toBe(
    'A second person has to approve this: the size of the pool could not be read, so that one person may act on 10 people alone, and these are 11.',
  )
})

test('A list that nobody else has to approve says nothing', () => {
  expect(whyWords(of({ needed: null }), en)).toBeNull()
})

test('Each reason has a sentence of its own in both languages', () => {
  const needs = ['rows', 'share', 'window', 'pool_unread'] as const
  const said = needs.flatMap((needed) => [en, zh].map((words) => whyWords(of({ needed }), words)))
  expect(new Set(said).size).toBe(8)
})
