import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Refusal } from '#contract/refusal.ts'
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
const start = (batchId: number) => at.step(chenJing, 'start', batchId)

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

  test('whoever is refused is told on how many they may act, and in which time', async () => {
    await open({ settings: { approvalAbove: 1, actWindowMinutes: 90 } })
    const [one = '', two = ''] = await at.people(2)
    await suspend(one)
    const { body, allowance } = await suspend(two)
    expect(allowance).toBe('{"limit":1,"windowMinutes":90}')
    expect(Refusal.parse(body).message).toContain(
      'more users than the 1 that one person may act on',
    )
    const { batchId } = await at.confirmed(chenJing, [two])
    expect((await start(batchId)).allowance, 'of a batch its approval tells').toBeNull()
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
    const told = await Promise.all(userIds.map((userId) => at.desk.store.acts.history(userId, 5)))
    expect(told.filter((entries) => entries.length > 0)).toHaveLength(10)
    // What cannot leave soon after it was written down does not leave at all.
    expect(at.writes().length).toBeLessThanOrEqual(10)
    expect(at.writes()).not.toEqual([])
  }, 60_000)
})
