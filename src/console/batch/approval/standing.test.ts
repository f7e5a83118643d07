import { expect, test } from 'vitest'
import { approvalOf, batchOf } from '#console/batch/batch.fixture.ts'
import { approvalStep, lacksApproval, standingOf } from './standing.ts'

const approved = {
  approvedBy: 'Wang Lan',
  approvedAt: '2026-11-21T10:30:00.000Z',
  expiresAt: '2026-11-22T10:09:00.000Z',
}
const soon = Date.parse('2026-11-21T10:31:00.000Z')
const nextDay = Date.parse('2026-11-22T10:09:01.000Z')

test('A list within what one person may do waits for nobody', () => {
  expect(standingOf(approvalOf(), soon)).toBe('free')
})

test('A list beyond it waits until somebody else has approved it', () => {
  expect(standingOf(approvalOf({ needed: 'rows' }), soon)).toBe('waits')
  expect(standingOf(approvalOf({ needed: 'rows', ...approved }), soon)).toBe('approved')
})

test('An approval holds for its time and not a second longer', () => {
  const of = approvalOf({ needed: 'share', ...approved })
  expect(standingOf(of, Date.parse(approved.expiresAt))).toBe('approved')
  expect(standingOf(of, nextDay)).toBe('lapsed')
})

test('An approval that nobody needs any more is still told, until it is over', () => {
  const of = approvalOf({ needed: null, ...approved })
  expect(standingOf(of, soon)).toBe('approved')
  expect(standingOf(of, nextDay)).toBe('free')
})

test('Only a list that waits, or whose approval is over, keeps its start closed', () => {
  expect((['free', 'waits', 'approved', 'lapsed'] as const).filter(lacksApproval)).toEqual([
    'waits',
    'lapsed',
  ])
})

test('In a list a batch is told by its second person while it waits, is approved, or came back', () => {
  const expiresAt = '2026-11-22T10:09:00.000Z'
  const asked = batchOf({ state: 'confirmed', expiresAt, approval: { needed: 'rows' } })
  expect(approvalStep(asked, soon)).toBe('waits')
  const said = batchOf({ ...asked, approval: { needed: 'rows', ...approved } })
  expect(approvalStep(said, soon)).toBe('approved')
  const declined = { by: 'Wang Lan', at: approved.approvedAt, reason: 'Not these people' }
  expect(approvalStep(batchOf({ approval: { declined } }), soon)).toBe('sentBack')
})

test('In a list a batch is told by its state where no second person is concerned', () => {
  const free = batchOf({ state: 'confirmed', expiresAt: '2026-11-22T10:09:00.000Z' })
  expect(approvalStep(free, soon)).toBeNull()
  expect(approvalStep(batchOf({ approval: { needed: 'rows' } }), soon)).toBeNull()
  const finished = batchOf({ state: 'finished', approval: approved })
  expect(approvalStep(finished, soon)).toBeNull()
})

test('In a list a request that is too old waits for nobody', () => {
  const expiresAt = '2026-11-22T10:09:00.000Z'
  const old = batchOf({ state: 'confirmed', expiresAt, approval: { needed: 'rows' } })
  expect(approvalStep(old, nextDay)).toBeNull()
})

test('In a list a paused batch waits for the second person, whatever paused it, while it may resume', () => {
  const expiresAt = '2026-11-22T10:09:00.000Z'
  const paused = { state: 'paused', expiresAt, approval: { needed: 'window' } } as const
  for (const pausedBecause of ['approval', 'person', 'failures'] as const) {
    const batch = batchOf({ ...paused, pausedBecause })
    expect(approvalStep(batch, soon)).toBe('waits')
    expect(approvalStep(batch, nextDay)).toBeNull()
  }
  expect(approvalStep(batchOf({ ...paused, approval: { needed: null } }), soon)).toBeNull()
  const said = batchOf({ ...paused, approval: { needed: 'window', ...approved } })
  expect(approvalStep(said, soon)).toBeNull()
})
