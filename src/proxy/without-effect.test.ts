import { expect, test } from 'vitest'
import { readEnvironment } from './environment.ts'
import { withoutEffect } from './without-effect.ts'

test('a guard that is set and not built yet is named, so that nobody believes in it', () => {
  expect(withoutEffect(readEnvironment({ KEEP_PERSONAL_DAYS: '50', READ_ONLY: '1' }))).toEqual([
    'KEEP_PERSONAL_DAYS',
  ])
  expect(withoutEffect(readEnvironment({ METRICS_TOKEN_FILE: '/run/token' }))).toEqual([])
})
