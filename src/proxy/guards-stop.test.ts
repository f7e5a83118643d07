import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Guards } from './guards.fixture.ts'
import { openGuards } from './guards.fixture.ts'

type Browser = Awaited<ReturnType<Guards['signIn']>>
let at: Guards
let chenJing: Browser
let wuHan: Browser

const open = async (options: Parameters<typeof openGuards>[0] = {}) => {
  const alone = { approvalAbove: 1_000, approvalShare: 1 }
  at = await openGuards({ ...options, settings: { ...alone, ...options.settings } })
  chenJing = await at.signIn('Chen Jing', 'operator')
  wuHan = await at.signIn('Wu Han', 'approver')
}
afterEach(() => at.close())

const stop = (who = chenJing, body: object = {}) => who.post('/api/stop', body)
const lift = (who = wuHan, body: object = {}) => who.post('/api/stop/lift', body)
const notes = async () =>
  (await at.desk.store.audit.entries(1, 500)).filter(({ action }) =>
    ['stopEverything', 'liftStop'].includes(action),
  )

describe('the switch', () => {
  beforeEach(() => open())

  test('is turned on by an operator and off by an approver, and both are written down', async () => {
    const told = { at: expect.any(String), by: 'Chen Jing', reason: 'Wrong list' }
    expect(await stop(chenJing, { reason: ' Wrong list ' })).toMatchObject({
      status: 200,
      body: { stopped: told },
    })
    expect(await chenJing.get('/api/me')).toMatchObject({ body: { stopped: told } })
    expect(await lift(wuHan, { reason: 'It was the right one' })).toMatchObject({
      status: 200,
      body: { stopped: null },
    })
    expect(await chenJing.get('/api/me')).toMatchObject({ body: { stopped: null } })
    expect(await notes()).toMatchObject([
      { action: 'stopEverything', personId: chenJing.personId, personal: { reason: 'Wrong list' } },
      {
        action: 'liftStop',
        personId: wuHan.personId,
        facts: { stoppedBy: chenJing.personId, stoppedAt: told.at },
        personal: {
          who: 'Wu Han',
          reason: 'It was the right one',
          stoppedBecause: 'Wrong list',
        },
      },
    ])
  })

  test('is not for whoever has another role', async () => {
    for (const role of ['viewer', null] as const) {
      const who = await at.signIn(`A ${role}`, role)
      expect((await stop(who)).status).toBe(403)
    }
    await stop()
    for (const role of ['operator', 'viewer', null] as const) {
      const who = await at.signIn(`A ${role}`, role)
      expect((await lift(who)).status).toBe(403)
    }
    expect((await lift(chenJing)).code).toBe('role_required')
    expect(await chenJing.get('/api/me')).toMatchObject({ body: { stopped: { by: 'Chen Jing' } } })
  })

  test('turned on twice says who was first; turned off twice is written down once', async () => {
    await stop(chenJing, { reason: 'first' })
    const again = await stop(await at.signIn('Lin Mei', 'operator'), { reason: 'second' })
    expect(again.body).toMatchObject({ stopped: { by: 'Chen Jing', reason: 'first' } })
    expect(await lift()).toMatchObject({ status: 200 })
    expect(await lift()).toMatchObject({ status: 200, body: { stopped: null } })
    expect((await notes()).map(({ action }) => action)).toEqual(['stopEverything', 'liftStop'])
  })
})

describe('while everything is stopped', () => {
  beforeEach(() => open())

  const acts: [what: string, said: object][] = [
    ['suspend', {}],
    ['reactivate', {}],
    ['end-sessions', {}],
    ['resign', { reason: 'HR-2231', typed: 'liwei' }],
    ['delete', { reason: 'HR-2231', typed: 'liwei' }],
    ['identity-sources/feishu/unlink', { reason: 'HR-2231' }],
    ['sync-relations/lark/delete', { reason: 'HR-2231' }],
  ]

  test.each(acts)('nobody can %s', async (what, said) => {
    await stop()
    const { userId } = at.desk.person('li-wei')
    for (const who of [chenJing, wuHan]) {
      expect(await at.act(who, what, userId, said)).toMatchObject({ code: 'read_only' })
    }
    expect(at.writes()).toEqual([])
    expect(await at.desk.store.acts.history(userId, 5)).toEqual([])
  })

  test('no list is confirmed, approved or started', async () => {
    at.desk.settings.approvalAbove = 1
    const draft = await at.checked(chenJing, await at.people(2))
    const asking = await at.confirmed(chenJing, await at.people(2))
    const approved = await at.confirmed(chenJing, await at.people(2))
    await at.step(wuHan, 'approve', approved.batchId)
    await stop()
    const steps = [
      await at.step(chenJing, 'confirm', draft.batchId),
      await at.step(wuHan, 'approve', asking.batchId),
      await at.step(chenJing, 'start', approved.batchId),
    ]
    expect(steps.map(({ code }) => code)).toEqual(['read_only', 'read_only', 'read_only'])
    expect(at.writes()).toEqual([])
  })

  test('lists are still made, checked, decided and declined: that sends nothing', async () => {
    const asking = await at.confirmed(chenJing, await at.people(2))
    await stop()
    expect(await at.checked(chenJing, await at.people(2))).toMatchObject({ state: 'checked' })
    expect(await at.step(wuHan, 'decline', asking.batchId)).toMatchObject({ status: 200 })
  })

  test('an act that is already under way finds out in time', async () => {
    const { userId } = at.desk.person('li-wei')
    at.desk.sandbox.switches({
      faults: [{ call: 'get-user-roles', behave: 'slow', delayMs: 500, after: 1, times: 1 }],
    })
    const reads = () => at.desk.calls('get-user-roles').length
    const acting = at.act(chenJing, 'suspend', userId)
    await expect.poll(reads).toBe(2)
    await stop()
    expect(await acting).toMatchObject({ code: 'read_only' })
    expect(at.writes()).toEqual([])
  })
})

test('what the environment made read-only is not lifted by anybody', async () => {
  await open({ settings: { readOnly: true } })
  const suspend = () => at.act(chenJing, 'suspend', at.desk.person('li-wei').userId)
  await stop()
  expect(await lift()).toMatchObject({ status: 200, body: { stopped: null } })
  expect(await suspend()).toMatchObject({ code: 'read_only' })
  expect(await chenJing.get('/api/me')).toMatchObject({ body: { readOnly: true } })
  expect(at.writes()).toEqual([])
})
