import { expect, test } from 'vitest'
import { rowOf } from '#console/batch/batch.fixture.ts'
import type { BatchRow, Candidate } from '#contract/batch-row.ts'
import { type Reader, textOf, whyOf } from './why.ts'

const friday = new Date('2026-11-20T18:00:00.000Z')
const english: Reader = { language: 'en', now: friday, kind: 'resign' }
const chinese: Reader = { ...english, language: 'zh' }

const why = (given: Partial<BatchRow>, reader: Partial<Reader> = {}) =>
  textOf(whyOf(rowOf(7, given), { ...english, ...reader }))

const wangFei = { name: 'Wang Fei', otherName: null, username: 'wangfei' }
const match: Candidate = {
  ...wangFei,
  userId: '65f1c0a94be2d7831e0a9c42',
  email: null,
  department: null,
  status: 'Activated',
  foundAs: ['phone'],
}

test('a row nobody has looked at yet has no reason', () => {
  expect(whyOf(rowOf(7, { verdict: null }), english)).toEqual([])
})

test('both names stand in the sentence, emphasised', () => {
  const row = rowOf(1, { ...wangFei, verdict: 'name_differs', givenName: '王芳' })
  expect(whyOf(row, english)).toEqual([
    'List says ',
    { text: '王芳', strong: true },
    ', account says ',
    { text: 'Wang Fei', strong: true },
  ])
  expect(textOf(whyOf(row, chinese))).toBe('名单为王芳，账号为Wang Fei')
})

test('an account without a name says so instead of an empty name', () => {
  const nameless = { verdict: 'name_differs', name: null, otherName: null } as const
  expect(why({ ...nameless, givenName: '王芳' })).toBe('List says 王芳, the account has no name')
})

test('an ambiguous id is told with how many users match', () => {
  const candidates = Array.from({ length: 3 }, () => match)
  expect(why({ verdict: 'ambiguous', given: '10023', candidates })).toBe('3 users match “10023”')
  const many = Array.from({ length: 20 }, () => match)
  expect(why({ verdict: 'ambiguous', given: '10023', candidates: many })).toBe(
    '20 or more users match “10023”',
  )
})

test('several things that hold one row are told together, the batch with a link', () => {
  const row = rowOf(1, {
    ...wangFei,
    verdict: 'name_differs',
    holds: ['name_differs', 'still_active', 'in_another_batch'],
    givenName: '王芳',
    status: 'Activated',
    otherBatch: 41,
    syncProviders: ['lark'],
  })
  const parts = whyOf(row, { ...english, kind: 'delete' })
  expect(textOf(parts)).toBe(
    'List says 王芳, account says Wang Fei · Still Activated, never signed in · Also in batch #41 · In sync with Feishu',
  )
  expect(parts).toContainEqual({ batchId: 41 })
})

test('nobody found is told with the kinds that were tried', () => {
  const nobody = { verdict: 'not_found', userId: null, given: '0019920' } as const
  expect(why({ ...nobody, tried: ['phone', 'external_id', 'username'] })).toBe(
    'None by phone, external ID or username',
  )
  expect(why({ ...nobody, tried: ['email'] }, chinese)).toBe('按邮箱均未查到')
  expect(why({ ...nobody, given: '', tried: [] })).toBe('No id in this row')
})

test('a duplicate names the row that counts', () => {
  expect(why({ verdict: 'duplicate', duplicateOf: 2 })).toBe('Same user as row 2')
})

test('a lookup that failed says why; with a known user only part could not be read', () => {
  const silent = { verdict: 'not_checked', why: { code: 'upstream_silent' } } as const
  expect(why({ ...silent, userId: null })).toBe('GenAuth did not answer in time')
  expect(why(silent)).toBe(
    'Part of what they have could not be read · GenAuth did not answer in time',
  )
  expect(why({ ...silent, userId: null, why: null })).toBe('Not looked up yet')
})

test('what is so already, or cannot be done in this state, is told with the state', () => {
  expect(why({ verdict: 'already_so', status: 'Resigned' })).toBe('Resigned already')
  expect(why({ verdict: 'already_so', status: null })).toBe('No longer exists')
  const resigned = { verdict: 'other_state', status: 'Resigned' } as const
  expect(why(resigned, { kind: 'suspend' })).toBe('Resigned already; there is nothing to suspend')
  const suspended = { verdict: 'other_state', status: 'Suspended' } as const
  expect(why(suspended, { kind: 'reactivate' })).toBe(
    'Not suspended by the batch that this one takes back',
  )
})

test('who may come back is told with the directories, and not where coming back is wanted', () => {
  const synced = { verdict: 'may_come_back', syncProviders: ['lark', '?'] } as const
  expect(why({ ...synced, syncProviders: [...synced.syncProviders] })).toBe(
    'In sync with Feishu and an unnamed directory',
  )
  expect(why({ verdict: 'may_come_back' })).toBe('The sync relations could not be read')
  const back = { verdict: 'ready', status: 'Suspended', syncProviders: ['lark'] } as const
  expect(why({ ...back, syncProviders: ['lark'] }, { kind: 'reactivate' })).toBe('Suspended')
})
