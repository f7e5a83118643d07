import { expect, test } from 'vitest'
import { historyLimit } from '#contract/limits.ts'
import type { HistoryEntry, User } from '#contract/user.ts'
import { countsOf } from './panel.ts'

const entry: HistoryEntry = {
  entryId: 1,
  at: '2026-11-27T18:00:00.000Z',
  who: 'Chen Jing',
  action: 'suspendUser',
  about: null,
  reason: null,
  outcome: 'done',
  batchId: null,
}
const silent = { state: 'unread' as const, why: { code: 'upstream_silent' as const } }
type Counted = Pick<User, 'identitySources' | 'syncRelations' | 'history'>
const user: Counted = { identitySources: silent, syncRelations: silent, history: [] }

test('a history as long as the proxy gives may be longer', () => {
  const entries = (count: number) => ({
    ...user,
    history: Array.from({ length: count }, () => entry),
  })
  expect(countsOf(entries(historyLimit - 1)).history).toBe('49')
  expect(countsOf(entries(historyLimit)).history).toBe('50+')
})

test('what could not be read is not counted', () => {
  expect(countsOf(user)).toEqual({ history: '0' })
  expect(countsOf({ ...user, syncRelations: { state: 'read', items: [] } })).toEqual({
    'sync-relations': '0',
    history: '0',
  })
})
