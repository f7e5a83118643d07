import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Batch } from '#contract/batch.ts'
import type { Guards } from './guards.fixture.ts'
import { openGuards } from './guards.fixture.ts'

type Browser = Awaited<ReturnType<Guards['signIn']>>
let at: Guards
let chenJing: Browser

const hour = 3_600_000

beforeEach(async () => {
  at = await openGuards({ settings: { approvalAbove: 1_000, approvalShare: 1 } })
  chenJing = await at.signIn('Chen Jing', 'operator')
})
afterEach(() => at.close())

const start = (batchId: number) => at.step(chenJing, 'start', batchId)
/** How many people each call named. */
const sizes = () => at.writes().map((write) => write.length - 1)

describe('the canary', () => {
  test('is five people, and nobody else is sent before they are seen to be changed', async () => {
    const { batchId } = await at.confirmed(chenJing, await at.people(60))
    await start(batchId)
    expect(await at.reached(chenJing, batchId, 'finished')).toMatchObject({
      canaryAt: expect.any(String),
    })
    expect(sizes()).toEqual([5, 50, 5])
    const reads = at.desk.sandbox.ledger().filter(({ call }) => call.startsWith('get-user'))
    const [first, second] = at.desk.calls('update-user-batch')
    const between = reads.filter(({ seq }) => seq > (first?.seq ?? 0) && seq < (second?.seq ?? 0))
    expect(new Set(between.flatMap(({ ids }) => ids)).size).toBeGreaterThanOrEqual(5)
  })

  test('that did not do well is small again, however often the batch is started', async () => {
    const { batchId } = await at.confirmed(chenJing, await at.people(40))
    at.desk.sandbox.switches({ faults: [{ call: 'update-user-batch', behave: '500' }] })
    for (let times = 0; times < 3; times += 1) {
      await start(batchId)
      expect(await at.reached(chenJing, batchId, 'paused')).toMatchObject({ canaryAt: null })
    }
    expect(Math.max(...sizes())).toBe(5)
  })
})

describe('the brake', () => {
  test('stops after five in a row that did not do well, and again after five more', async () => {
    const { batchId } = await at.confirmed(chenJing, await at.people(60))
    at.desk.sandbox.switches({
      faults: [{ call: 'update-user-batch', behave: 'success-false', after: 1 }],
    })
    await start(batchId)
    const paused = await at.reached(chenJing, batchId, 'paused', 'finished')
    expect(paused).toMatchObject({ state: 'paused', pausedBecause: 'failures' })
    expect(paused.outcomes.done).toBe(5)
    const before = sizes().length
    await start(batchId)
    expect(await at.reached(chenJing, batchId, 'paused', 'finished')).toMatchObject({
      pausedBecause: 'failures',
    })
    expect(sizes().length - before).toBeLessThanOrEqual(5)
  })

  test.each(['401', '403'] as const)('stops at the first %s', async (behave) => {
    const { batchId } = await at.confirmed(chenJing, await at.people(20))
    at.desk.sandbox.switches({ faults: [{ call: 'update-user-batch', behave }] })
    await start(batchId)
    expect(await at.reached(chenJing, batchId, 'paused', 'finished')).toMatchObject({
      pausedBecause: 'refused',
      outcomes: { waiting: 20 },
    })
    expect(sizes()).toEqual([5])
  })

  test('stops where somebody is not as they were checked', async () => {
    const userIds = await at.people(3)
    const { batchId } = await at.confirmed(chenJing, userIds)
    const [one = ''] = userIds
    await at.desk.genauth.updateUserStatuses([{ userId: one, status: 'Deactivated' }])
    const others = at.writes().length
    await start(batchId)
    expect(await at.reached(chenJing, batchId, 'paused', 'finished')).toMatchObject({
      pausedBecause: 'drift',
      outcomes: { held: 1, waiting: 2 },
    })
    expect(at.writes()).toHaveLength(others)
  })
})

test.each(['pause', 'stop'])(
  '%s takes effect within the chunk in flight, for anybody with the role',
  async (what) => {
    const { batchId } = await at.confirmed(chenJing, await at.people(60))
    at.desk.sandbox.switches({
      faults: [{ call: 'update-user-batch', behave: 'slow', delayMs: 500, times: 1 }],
    })
    await start(batchId)
    await expect.poll(() => sizes().length).toBe(1)
    const linMei = await at.signIn('Lin Mei', 'operator')
    expect(await linMei.post(`/api/batches/${batchId}/${what}`)).toMatchObject({ status: 200 })
    const left = what === 'pause' ? 'waiting' : 'not_started'
    await expect
      .poll(async () => (await at.seen(chenJing, batchId)).outcomes)
      .toMatchObject({ done: 5, sending: 0, [left]: 55 })
    expect(sizes()).toEqual([5])
  },
)

test('what was confirmed is what runs: a row that is decided otherwise later is refused', async () => {
  const { batchId } = await at.confirmed(chenJing, await at.people(3))
  for (const [path, body] of [
    ['rows/1/decide', { decision: 'left_out' }],
    ['edit', { title: 'other' }],
  ] as const) {
    expect(await chenJing.post(`/api/batches/${batchId}/${path}`, body)).toMatchObject({
      code: 'wrong_state',
    })
  }
  for (const fingerprint of ['', 'x', '0'.repeat(64)]) {
    expect(await at.step(chenJing, 'start', batchId, { fingerprint })).toMatchObject({
      code: 'plan_changed',
    })
  }
  expect(at.writes()).toEqual([])
})

test('a check that is a day old confirms nothing, and a confirmation that is starts nothing', async () => {
  const old = await at.checked(chenJing, await at.people(2))
  const confirmed = await at.confirmed(chenJing, await at.people(2))
  at.desk.clock.move(24 * hour + 1)
  chenJing = await at.signIn('Chen Jing', 'operator')
  expect(await at.step(chenJing, 'confirm', old.batchId)).toMatchObject({ code: 'plan_expired' })
  expect(await start(confirmed.batchId)).toMatchObject({ code: 'plan_expired' })
  // Asking again for words about the list does not make it younger.
  await chenJing.post(`/api/batches/${old.batchId}/edit`, { title: 'Younger' })
  await chenJing.post(`/api/batches/${old.batchId}/check`, { which: 'missing' })
  await at.reached(chenJing, old.batchId, 'checked')
  expect(await at.step(chenJing, 'confirm', old.batchId)).toMatchObject({ code: 'plan_expired' })
  expect(at.writes()).toEqual([])
})

test('a batch that was paused for a day goes on as a new list of whom it did not reach', async () => {
  const userIds = await at.people(12)
  const { batchId } = await at.confirmed(chenJing, userIds)
  const refused = { call: 'update-user-batch', behave: '401', after: 1, times: 1 } as const
  at.desk.sandbox.switches({ faults: [refused] })
  await start(batchId)
  const outcomes = { done: 5, waiting: 7 }
  expect(await at.reached(chenJing, batchId, 'paused', 'finished')).toMatchObject({ outcomes })
  const [[, ...done] = []] = at.writes()
  const before = at.writes().length

  at.desk.clock.move(24 * hour + 1)
  chenJing = await at.signIn('Chen Jing', 'operator')
  const refusal = await start(batchId)
  expect(refusal).toMatchObject({ status: 409, code: 'plan_expired' })
  expect(refusal.body).toMatchObject({
    message: expect.stringMatching(/24 hours old\. Stop this batch, and go on with the rows/),
  })
  await chenJing.post(`/api/batches/${batchId}/stop`)
  expect(await at.reached(chenJing, batchId, 'stopped')).toMatchObject({
    outcomes: { done: 5, not_started: 7 },
  })
  const next = await chenJing.post(`/api/batches/${batchId}/follow-up`, { as: 'retry' })
  const child = Batch.parse(next.body).batchId
  await at.reached(chenJing, child, 'checked')
  await at.step(chenJing, 'confirm', child)
  await start(child)
  expect(await at.reached(chenJing, child, 'finished', 'paused')).toMatchObject({
    parentId: batchId,
    outcomes: { done: 7 },
  })
  const statuses = await Promise.all(
    userIds.map(async (userId) => {
      const read = await at.desk.genauth.getUser(userId, 'user_id')
      return read.ok && read.value?.status
    }),
  )
  expect(new Set(statuses)).toEqual(new Set(['Suspended']))
  const later = at.writes().slice(before).flat()
  expect(done).toHaveLength(5)
  expect(later.filter((userId) => done.includes(userId))).toEqual([])
})

test('before anybody is sent there is a snapshot of them, and an intent', async () => {
  const userIds = await at.people(3)
  const { batchId } = await at.confirmed(chenJing, userIds)
  at.desk.sandbox.switches({ faults: [{ call: 'update-user-batch', behave: 'hang', times: 1 }] })
  await start(batchId)
  await expect.poll(() => sizes().length).toBe(1)
  for (const userId of userIds) {
    expect(await at.desk.store.acts.lastSnapshot(userId)).toMatchObject({ userId, lacks: [] })
    expect(await at.desk.store.acts.history(userId, 5)).toMatchObject([{ outcome: null, batchId }])
  }
})
