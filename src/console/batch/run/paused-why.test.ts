import { expect, test } from 'vitest'
import { approvalWords } from '#console/batch/approval/words.tsx'
import { batchOf } from '#console/batch/batch.fixture.ts'
import { pauseWords } from './pause-words.ts'
import { pausedWhy } from './paused-why.ts'

const lastSeen = Date.parse('2026-11-21T10:31:00.000Z')
const open = { still: null, lastSeen }
const why = (batch: Parameters<typeof batchOf>[0], now: Parameters<typeof pausedWhy>[1] = open) =>
  pausedWhy(batchOf({ state: 'paused', ...batch }), now, pauseWords.en, approvalWords.en)

const needs = { needed: 'window', allowance: 50, sentBefore: 40 } as const

test('A batch that one person may not go on with alone says with which numbers', () => {
  expect(why({ pausedBecause: 'approval', approval: needs })).toEqual({
    title: 'Paused: the rest needs a second person.',
    means:
      'A second person has to approve this: 12 people here, and 40 more whom the same person acted on in the last 60 minutes, are more than the 50 that one person may act on alone.',
    next: 'Somebody with the role Approver approves the rest on this page. Then resume.',
  })
})

test('Once somebody has approved the rest, it says so', () => {
  const approved = {
    approvedBy: 'Wang Lan',
    approvedAt: '2026-11-21T10:30:00.000Z',
    expiresAt: '2026-11-22T10:09:00.000Z',
  }
  const batch = { pausedBecause: 'approval', approval: { ...needs, ...approved } } as const
  expect(why(batch).title).toBe('Paused: the rest is approved.')
  const over = { still: null, lastSeen: Date.parse(approved.expiresAt) + 1 }
  expect(why(batch, over).title).toBe('Paused: the rest needs a second person.')
})

test('Once nobody else is needed any more, it says so', () => {
  const { title, means } = why({ pausedBecause: 'approval', approval: { needed: null } })
  expect(title).toBe('Paused: the rest needed a second person.')
  expect(means).toContain('nobody else is needed now')
})

test('A batch that the switch paused says whether it is still on, and which one', () => {
  const batch = { pausedBecause: 'read_only' } as const
  const said = (['stopped', 'readOnly', null] as const).map(
    (still) => why(batch, { still, lastSeen }).means,
  )
  expect(said).toEqual([
    'Somebody stopped everything; above it says who, since when and why.',
    'Leaver Desk is set up as read-only.',
    'Everything was stopped for a while. Acts are allowed again.',
  ])
})

test('A batch that a person paused, or the switch, is not to be resumed before the second person', () => {
  const toDo = 'Somebody with the role Approver approves the rest on this page. Then resume.'
  for (const pausedBecause of ['person', 'read_only'] as const) {
    const { title, means } = why({ pausedBecause })
    expect(why({ pausedBecause, approval: needs })).toEqual({ title, means, next: toDo })
  }
})

const others = [
  'restart',
  'refused',
  'failures',
  'drift',
  'upstream',
  'unrecorded',
  'role',
] as const

test('Every other reason stays what it was, and the second person comes besides', () => {
  for (const pausedBecause of others) {
    const reason = pauseWords.en.reasons[pausedBecause]
    expect(why({ pausedBecause })).toEqual(reason)
    const { next, ...told } = why({ pausedBecause, approval: needs })
    expect({ ...told, next: reason.next }).toEqual(reason)
    expect(next?.startsWith(reason.next)).toBe(true)
    expect(next).toMatch(/ Before it resumes, somebody with the role Approver approves/)
  }
})

test('While nothing is sent, no batch is to be resumed, whatever paused it', () => {
  for (const pausedBecause of [...others, 'person', 'approval', null] as const) {
    const batch = { pausedBecause, approval: needs }
    const { title, means } = why(batch)
    const stopped = why(batch, { still: 'stopped', lastSeen })
    expect(stopped).toMatchObject(means === undefined ? { title } : { title, means })
    expect(stopped.next).toMatch(/^Everything is stopped\. .* once an approver has allowed/)
    const readOnly = why(batch, { still: 'readOnly', lastSeen })
    expect(readOnly.next).toMatch(/^Leaver Desk is set up as read-only\. .* once whoever runs/)
  }
})

test('Both languages give every reason a title of its own', () => {
  for (const { reasons } of [pauseWords.en, pauseWords.zh]) {
    const titles = Object.values(reasons).map(({ title }) => title)
    expect(new Set(titles).size).toBe(titles.length)
  }
})

test('A batch whose confirmation is too old is not resumed, whoever has to approve it', () => {
  const old = { expiresAt: '2026-11-21T10:30:00.000Z' }
  for (const batch of [
    { pausedBecause: 'person' },
    { pausedBecause: 'approval', approval: needs },
  ] as const) {
    expect(why({ ...batch, ...old }).next).toBe(pauseWords.en.lapsed)
  }
})
