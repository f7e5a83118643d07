import { expect, test } from 'vitest'
import { batchOf } from '#console/batch/batch.fixture.ts'
import { hasLapsed } from './lapse.ts'

const checkedAt = '2026-11-20T18:00:00.000Z'
const at = (instant: string) => Date.parse(instant)

test('a check holds for 24 hours and no longer', () => {
  const checked = batchOf({ state: 'checked', checkedAt })
  expect(hasLapsed(checked, at('2026-11-21T18:00:00.000Z'))).toBe(false)
  expect(hasLapsed(checked, at('2026-11-21T18:00:00.001Z'))).toBe(true)
})

test('a confirmation holds for as long as it says, whenever it was checked', () => {
  const expiresAt = '2026-11-22T09:00:00.000Z'
  const confirmed = batchOf({ state: 'confirmed', checkedAt, expiresAt })
  expect(hasLapsed(confirmed, at('2026-11-22T08:59:59.000Z'))).toBe(false)
  expect(hasLapsed(confirmed, at('2026-11-22T09:00:01.000Z'))).toBe(true)
})

test('what is still being checked, or runs, does not lapse', () => {
  const later = at('2026-12-24T18:00:00.000Z')
  expect(hasLapsed(batchOf({ state: 'checking', checkedAt: null }), later)).toBe(false)
  expect(hasLapsed(batchOf({ state: 'running', checkedAt }), later)).toBe(false)
})
