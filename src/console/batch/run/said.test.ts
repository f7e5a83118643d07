import { expect, test } from 'vitest'
import { batchOf } from '#console/batch/batch.fixture.ts'
import { resultSentence, runSentence } from './said.ts'
import { runWords } from './words.ts'

const running = batchOf({
  state: 'running',
  rows: 312,
  willRun: 297,
  secondsLeft: 70,
  outcomes: { done: 182, failed: 2, sending: 4, waiting: 109, skipped: 15 },
})

test('a run says how far it is, what went wrong, and how long it may take', () => {
  expect(runSentence(running, runWords.en)).toBe('184 of 297 · 2 failed · about 1 min')
  expect(runSentence(running, runWords.zh)).toBe('184 / 297 · 2 行失败 · 约 1 分钟')
})

test('without trouble, and before anything can be said about time, it says only how far it is', () => {
  const fresh = batchOf({ state: 'running', outcomes: { waiting: 12 } })
  expect(runSentence(fresh, runWords.en)).toBe('0 of 12')
})

test('a result says what was done even when that is nobody, and never what is zero besides', () => {
  const finished = batchOf({
    state: 'finished',
    outcomes: { done: 294, failed: 2, not_confirmed: 1 },
  })
  expect(resultSentence(finished, runWords.en)).toBe(
    '294 deleted and checked. 2 failed. 1 not confirmed.',
  )
  expect(resultSentence({ ...finished, kind: 'resign' }, runWords.zh)).toBe(
    '已办理离职并核实 294 人。2 人失败。1 人未核实。',
  )
  const stopped = batchOf({ state: 'stopped', outcomes: { not_started: 12 } })
  expect(resultSentence(stopped, runWords.en)).toBe(
    'Stopped. 0 deleted and checked. 12 not started.',
  )
})

test('what was done has its own verb in each kind of batch', () => {
  const outcomes = { done: 3, already_so: 1 }
  const said = (['suspend', 'resign', 'delete', 'reactivate'] as const).map((kind) =>
    resultSentence(batchOf({ kind, state: 'finished', outcomes }), runWords.en),
  )
  expect(said).toEqual([
    '3 suspended and checked. 1 already suspended.',
    '3 resigned and checked. 1 already resigned.',
    '3 deleted and checked. 1 already gone.',
    '3 reactivated and checked. 1 already as before.',
  ])
})
