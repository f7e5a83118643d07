import { expect, test } from 'vitest'
import { batchOf } from './batch.fixture.ts'
import { groupSums, slicesOf, sumOf, verdictGroups } from './sum.ts'

const november = {
  rows: 312,
  willRun: 297,
  outcomes: { skipped: 15, done: 294, failed: 2, not_confirmed: 1 },
} as const

test('312 on the list − 15 never in the run = 297 = 294 + 2 + 1, adds up', () => {
  expect(sumOf(batchOf({ state: 'finished', ...november }))).toMatchObject({
    onList: 312,
    neverInRun: 15,
    inRun: 297,
    ended: 297,
    terms: [
      { outcome: 'done', count: 294 },
      { outcome: 'failed', count: 2 },
      { outcome: 'not_confirmed', count: 1 },
    ],
    addsUp: true,
    agrees: false,
  })
})

test('a lost row is noticed: the sum is taken against what was frozen', () => {
  const lost = { ...november, outcomes: { ...november.outcomes, done: 293 } }
  expect(sumOf(batchOf({ state: 'finished', ...lost })).addsUp).toBe(false)
  const leftOut = { ...november, outcomes: { ...november.outcomes, skipped: 14 } }
  expect(sumOf(batchOf({ state: 'finished', ...leftOut })).addsUp).toBe(false)
})

test('only a finished run whose every row shows the effect is green', () => {
  const agrees = (given: Parameters<typeof batchOf>[0]) => sumOf(batchOf(given)).agrees
  expect(agrees({ state: 'finished', outcomes: { done: 12 } })).toBe(true)
  expect(agrees({ state: 'finished', outcomes: { done: 11, already_so: 1 } })).toBe(true)
  expect(agrees({ state: 'running', outcomes: { done: 12 } })).toBe(false)
  expect(agrees({ state: 'stopped', outcomes: { done: 12 } })).toBe(false)
  expect(agrees({ state: 'finished', outcomes: { done: 11, not_confirmed: 1 } })).toBe(false)
  expect(agrees({ state: 'finished', outcomes: { done: 11 } })).toBe(false)
  expect(agrees({ state: 'finished', outcomes: { already_so: 12 } })).toBe(false)
  const cameBack = { left: 0, total: 12, at: '2026-11-23T09:12:00.000Z', cameBack: 1, unread: 0 }
  expect(agrees({ state: 'finished', outcomes: { done: 12 }, recheck: cameBack })).toBe(false)
})

test('the bar shows what ended and what is in flight; the rest is track', () => {
  const { outcomes } = batchOf({
    outcomes: { done: 180, already_so: 2, failed: 2, sending: 4, waiting: 108, held: 1 },
  })
  expect(slicesOf({ outcomes })).toEqual({
    slices: [
      { outcome: 'done', count: 182 },
      { outcome: 'failed', count: 2 },
      { outcome: 'sending', count: 4 },
    ],
    rest: 109,
  })
})

const checked = {
  rows: 312,
  willRun: 297,
  verdicts: {
    ready: 275,
    may_come_back: 22,
    name_differs: 3,
    ambiguous: 2,
    in_another_batch: 1,
    not_found: 4,
    duplicate: 2,
    already_so: 1,
    protected: 1,
    other_state: 1,
  },
} as const

test('6 held until you decide · 9 will not run · 297 will run', () => {
  expect(groupSums(batchOf(checked))).toEqual({ held: 6, willNot: 9, will: 297 })
})

test('who is accepted counts with those who run, who is left out with those who do not', () => {
  const decided = batchOf({ ...checked, willRun: 299, accepted: 2, leftOut: 1 })
  expect(groupSums(decided)).toEqual({ held: 3, willNot: 10, will: 299 })
})

test('each verdict stands in exactly one group', () => {
  const grouped = [...verdictGroups.held, ...verdictGroups.willNot, ...verdictGroups.will]
  expect(grouped.toSorted()).toEqual(Object.keys(batchOf().verdicts).toSorted())
})
