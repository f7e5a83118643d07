import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import type { BatchState } from '#contract/batch.ts'
import { batchOf } from './batch.fixture.ts'
import { meet, wasSeenRunning } from './queries.ts'

test('only a batch that was running when it was last seen is said to run on', () => {
  const client = new QueryClient()
  const states: BatchState[] = ['running', 'stopping', 'paused', 'checked', 'finished']
  for (const [at, state] of states.entries()) meet(client, batchOf({ batchId: at + 1, state }))
  const runsOn = (path: string) => wasSeenRunning(client, path)
  expect(states.map((_, at) => runsOn(`/batches/${at + 1}`))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
  expect(['/batches', '/batches/new', '/batches/6', '/users/1'].map(runsOn)).not.toContain(true)
})
