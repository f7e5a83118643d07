import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { databasesOn, engines } from '#store/database.fixture.ts'
import type { Guards } from './guards.fixture.ts'
import { openGuards } from './guards.fixture.ts'

type Browser = Awaited<ReturnType<Guards['signIn']>>
let at: Guards
let chenJing: Browser

const minute = 60_000

async function open(options: Parameters<typeof openGuards>[0] = {}) {
  at = await openGuards(options)
  chenJing = await at.signIn('Chen Jing', 'operator')
}
afterEach(() => at.close())

const suspend = (userId: string, who = chenJing) => at.act(who, 'suspend', userId)
const start = (batchId: number, who = chenJing) => at.step(who, 'start', batchId)

describe('the limits of one list', () => {
  test('more than a share of the pool needs a second person, just so many do not', async () => {
    await open()
    const most = await at.checked(chenJing, await at.people(13))
    expect(most.approval).toMatchObject({ needed: null, allowance: 13 })
    const more = await at.confirmed(chenJing, await at.people(14))
    expect(more.approval).toMatchObject({ needed: 'share', allowance: 13, sentBefore: 0 })
    expect(await start(more.batchId)).toMatchObject({ code: 'approval_required' })
    expect(at.writes()).toEqual([])
  })

  test('of a pool whose size cannot be read, more than ten need one', async () => {
    await open({ settings: { approvalShare: 1 } })
    const [ten, eleven] = [await at.people(10), await at.people(11)]
    at.desk.sandbox.switches({ faults: [{ call: 'list-users', behave: '503' }] })
    at.desk.clock.move(6 * minute)
    chenJing = await at.signIn('Chen Jing', 'operator')
    const { batchId } = await at.confirmed(chenJing, eleven)
    expect(await start(batchId)).toMatchObject({ code: 'approval_required' })
    expect((await at.seen(chenJing, batchId)).approval).toMatchObject({
      needed: 'pool_unread',
      allowance: 10,
    })
    expect(await at.ran(chenJing, ten)).toMatchObject({ state: 'finished', outcomes: { done: 10 } })
  })

  test('a list that was small enough when it was confirmed is judged again at its start', async () => {
    await open({ settings: { approvalShare: 1 } })
    const { batchId, approval } = await at.confirmed(chenJing, await at.people(5))
    expect(approval.needed).toBeNull()
    at.desk.settings.approvalAbove = 4
    expect(await start(batchId)).toMatchObject({ code: 'approval_required' })
    expect(at.writes()).toEqual([])
  })

  test('whoever watches a list does not ask GenAuth each time how large the pool is', async () => {
    await open()
    const { batchId } = await at.checked(chenJing, await at.people(3))
    const before = at.desk.calls('list-users').length
    for (let times = 0; times < 20; times += 1) {
      await chenJing.get(`/api/batches/${batchId}/changes?since=0`)
      await chenJing.get('/api/batches')
    }
    expect(at.desk.calls('list-users')).toHaveLength(before)
  })
})

describe('what one person sends adds up', () => {
  test('ten lists of nineteen are 190, and the eleventh needs a second person', async () => {
    await open({ users: 500, settings: { approvalShare: 1, approvalAbove: 200 } })
    const everybody = await at.people(220)
    const next = (count: number) => everybody.splice(0, count)
    for (let list = 1; list <= 10; list += 1) {
      const { outcomes } = await at.ran(chenJing, next(19))
      expect(outcomes.done).toBe(19)
    }
    const { batchId, approval } = await at.confirmed(chenJing, next(19))
    expect(approval).toMatchObject({ needed: 'window', allowance: 200, sentBefore: 190 })
    expect(await start(batchId)).toMatchObject({ code: 'approval_required' })
    expect(at.writes().flat()).toHaveLength(190 + at.writes().length)

    // What a second person approves leaves the window as it is: there is room for ten more.
    await at.step(await at.signIn('Wu Han', 'approver'), 'approve', batchId)
    expect(await start(batchId)).toMatchObject({ status: 200 })
    await at.reached(chenJing, batchId, 'finished')
    const ten = await at.confirmed(chenJing, next(10))
    expect(ten.approval).toMatchObject({ needed: null, sentBefore: 190 })
    expect(await start(ten.batchId)).toMatchObject({ status: 200 })
    await at.reached(chenJing, ten.batchId, 'finished')
    const [one = ''] = next(1)
    expect(await suspend(one)).toMatchObject({ status: 403, code: 'approval_required' })

    at.desk.clock.move(61 * minute)
    chenJing = await at.signIn('Chen Jing', 'operator')
    expect(await suspend(one)).toMatchObject({ status: 200 })
  }, 60_000)

  test('lists that were confirmed before the others ran are judged when they start', async () => {
    await open({ settings: { approvalAbove: 10 } })
    const one = await at.confirmed(chenJing, await at.people(4))
    const two = await at.confirmed(chenJing, await at.people(4))
    const three = await at.confirmed(chenJing, await at.people(4))
    expect([one, two, three].map(({ approval }) => approval.needed)).toEqual([null, null, null])
    for (const { batchId } of [one, two]) {
      expect(await start(batchId)).toMatchObject({ status: 200 })
      await at.reached(chenJing, batchId, 'finished')
    }
    expect(await start(three.batchId)).toMatchObject({ code: 'approval_required' })
  })

  test('whoever is acted on twice counts once', async () => {
    await open({ settings: { approvalAbove: 2 } })
    const [one = '', two = '', three = ''] = await at.people(3)
    for (const what of ['suspend', 'reactivate', 'suspend']) {
      expect(await at.act(chenJing, what, one)).toMatchObject({ status: 200 })
    }
    expect(await suspend(two)).toMatchObject({ status: 200 })
    expect(await suspend(three)).toMatchObject({ code: 'approval_required' })
    expect(await at.act(chenJing, 'reactivate', one)).toMatchObject({ status: 200 })
  })

  test('a second account with the same verified e-mail has no second allowance', async () => {
    await open({ settings: { approvalAbove: 2 } })
    const [one = '', two = '', three = ''] = await at.people(3)
    const email = 'chen.jing@hanlin.example'
    const first = await at.signIn('Chen Jing', 'operator', { email, emailVerified: true })
    const other = { sub: 'cj-2', email: email.toUpperCase(), emailVerified: true }
    const second = await at.signIn('C. Jing', 'operator', other)
    expect(second.personId).not.toBe(first.personId)
    expect(await suspend(one, first)).toMatchObject({ status: 200 })
    expect(await suspend(two, second)).toMatchObject({ status: 200 })
    for (const who of [first, second]) {
      expect(await suspend(three, who)).toMatchObject({ code: 'approval_required' })
    }
    const { approval } = await at.confirmed(second, [three])
    expect(approval).toMatchObject({ needed: 'window', sentBefore: 2 })
  })

  test('somebody else has an allowance of their own', async () => {
    await open({ settings: { approvalAbove: 1 } })
    const [one = '', two = ''] = await at.people(2)
    await suspend(one)
    expect(await suspend(two)).toMatchObject({ code: 'approval_required' })
    expect(await suspend(two, await at.signIn('Lin Mei', 'operator'))).toMatchObject({
      status: 200,
    })
  })

  test('an act that was refused sent nothing and used up nothing', async () => {
    await open({ settings: { approvalAbove: 0 } })
    const [one = ''] = await at.people(1)
    for (const what of ['suspend', 'resign']) {
      const said = { reason: 'HR-2231', typed: await at.wordsFor(chenJing, one) }
      expect(await at.act(chenJing, what, one, what === 'resign' ? said : {})).toMatchObject({
        code: 'approval_required',
      })
    }
    expect(at.writes()).toEqual([])
    expect(await at.desk.store.acts.history(one, 5)).toEqual([])
  })
})

test('of a batch that waits, only those who are left count again', async () => {
  await open({ settings: { approvalAbove: 9 } })
  const { batchId } = await at.confirmed(chenJing, await at.people(7))
  const others = await at.people(5)
  at.desk.sandbox.switches({
    faults: [{ call: 'update-user-batch', behave: 'slow', delayMs: 500, times: 1 }],
  })
  await start(batchId)
  await expect.poll(() => at.writes().length).toBe(1)
  await chenJing.post(`/api/batches/${batchId}/pause`)
  await expect
    .poll(async () => (await at.seen(chenJing, batchId)).outcomes)
    .toMatchObject({ done: 5, waiting: 2 })
  at.desk.clock.move(61 * minute)
  chenJing = await at.signIn('Chen Jing', 'operator')
  for (const userId of others) expect(await suspend(userId)).toMatchObject({ status: 200 })
  expect((await at.seen(chenJing, batchId)).approval).toMatchObject({
    needed: null,
    allowance: 9,
    sentBefore: 5,
  })
  expect(await start(batchId)).toMatchObject({ status: 200 })
  await at.reached(chenJing, batchId, 'finished')
})

describe('a batch that runs into the limit', () => {
  /** Starts a list of seven while three others are acted on before its first chunk is written down. */
  async function overtaken() {
    await open({ settings: { approvalAbove: 9 } })
    const { batchId } = await at.confirmed(chenJing, await at.people(7))
    const others = await at.people(3)
    at.desk.sandbox.switches({
      faults: [{ call: 'get-user-batch', behave: 'slow', delayMs: 1_000, times: 1 }],
    })
    expect(await start(batchId)).toMatchObject({ status: 200 })
    for (const userId of others) expect(await suspend(userId)).toMatchObject({ status: 200 })
    return { batchId, paused: await at.reached(chenJing, batchId, 'paused', 'finished') }
  }

  test('waits, with everybody accounted for, and goes on once a second person has approved', async () => {
    const { batchId, paused } = await overtaken()
    expect(paused).toMatchObject({
      state: 'paused',
      pausedBecause: 'approval',
      outcomes: { done: 5, waiting: 2, sending: 0 },
      approval: { needed: 'window', allowance: 9, sentBefore: 3 },
    })
    expect(await start(batchId)).toMatchObject({ code: 'approval_required' })
    const wuHan = await at.signIn('Wu Han', 'approver')
    expect(await at.step(wuHan, 'decline', batchId)).toMatchObject({ code: 'wrong_state' })
    expect(await at.step(wuHan, 'approve', batchId)).toMatchObject({ status: 200 })
    expect(await start(batchId)).toMatchObject({ status: 200 })
    const finished = await at.reached(chenJing, batchId, 'finished')
    expect(finished.outcomes).toMatchObject({ done: 7 })
  })

  test('goes on without one once the window has moved on', async () => {
    const { batchId } = await overtaken()
    at.desk.clock.move(61 * minute)
    chenJing = await at.signIn('Chen Jing', 'operator')
    expect((await at.seen(chenJing, batchId)).approval).toMatchObject({
      needed: null,
      sentBefore: 0,
    })
    expect(await start(batchId)).toMatchObject({ status: 200 })
    expect(await at.reached(chenJing, batchId, 'finished')).toMatchObject({ outcomes: { done: 7 } })
  })
})

describe.each(engines)('acts at the same time, on %s', (engine) => {
  const databases = databasesOn(engine)
  beforeEach(async () => {
    // Half a thousand calls at once take a busy machine some seconds.
    const settings = { approvalAbove: 10, genauthTimeoutMs: 30_000 }
    await open({ databaseUrl: await databases.fresh(), settings })
  })

  test('fifty cannot all see room for one', async () => {
    const userIds = await at.people(50)
    const answers = await Promise.all(userIds.map((userId) => suspend(userId)))
    const codes = Map.groupBy(answers, ({ code }) => code)
    expect(codes.get(null)).toHaveLength(10)
    expect(codes.get('approval_required')).toHaveLength(40)
    expect(at.writes()).toHaveLength(10)
  }, 60_000)
})
