import { expect, test } from 'vitest'
import { rowOf } from '#console/batch/batch.fixture.ts'
import type { Seen } from '#contract/act.ts'
import type { BatchRow } from '#contract/batch-row.ts'
import { seenWords } from './seen.ts'

const now = new Date('2026-11-23T12:00:00.000Z')
const words = (given: Partial<BatchRow>) => seenWords(rowOf(7, given), 'en', now)

function seen(status: string | null, given: Partial<Seen> = {}): Seen {
  const uncounted = {
    departments: null,
    roles: null,
    groups: null,
    positions: null,
    authorizations: null,
    sessions: null,
    left: null,
  }
  return { gone: status === null, status, ...uncounted, ...given }
}

test('what is done is told as it was read back in each kind of batch', () => {
  const done = { outcome: 'done' } as const
  expect(words({ ...done, seen: seen('Resigned', { roles: 0, sessions: 0 }) })).toBe(
    'Resigned, 0 roles, 0 sessions',
  )
  expect(words({ ...done, seen: seen('Suspended') })).toBe('Suspended')
  expect(words({ ...done, seen: seen(null) })).toBe('No longer exists')
})

test('what was so already says how', () => {
  expect(words({ outcome: 'already_so', seen: seen('Suspended') })).toBe('Was already Suspended')
  expect(words({ outcome: 'already_so', seen: seen(null) })).toBe('Was already gone')
})

test('what is not confirmed is never told as done or failed', () => {
  const open = { outcome: 'not_confirmed' } as const
  expect(words({ ...open, seen: seen('Activated') })).toBe(
    'Sent, but the account still shows Activated',
  )
  expect(words({ ...open, seen: null })).toBe('Sent, but could not be read back')
  expect(words({ ...open, seen: seen(null) })).toBe('Sent, but the account is no longer there')
})

test('a failure says why, and what the account still is', () => {
  const why = { code: 'upstream_refused' } as const
  expect(words({ outcome: 'failed', why, seen: seen('Activated') })).toBe(
    'GenAuth refused · still Activated',
  )
})

test('whoever came back is not told as done', () => {
  const row = {
    outcome: 'done',
    cameBack: true,
    recheckedAt: '2026-11-23T09:12:00.000Z',
    seen: seen('Activated'),
  } as const
  expect(words(row)).toMatch(/^Came back: Activated when seen 23 Nov \d\d:12$/)
})

test('whoever was never in the run is told with the verdict', () => {
  expect(words({ outcome: 'skipped', verdict: 'not_found' })).toBe('Never in the run: Not found')
  const leftOut = { verdict: 'name_differs', decision: 'left_out' } as const
  expect(words({ outcome: 'skipped', ...leftOut })).toBe('Never in the run: left out by hand')
})
