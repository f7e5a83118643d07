import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PlainRequest } from '#contract/act.ts'
import type { Desk } from './desk.fixture.ts'
import { asked, openDesk } from './desk.fixture.ts'
import type { Caller } from './handler.ts'

let desk: Desk
let chenJing: Caller

beforeEach(async () => {
  desk = await openDesk()
  chenJing = await desk.signIn('Chen Jing')
})
afterEach(() => desk.close())

const see = (key: string) =>
  desk.does.getUser(asked(chenJing, { params: { userId: desk.person(key).userId } }))

type How = 'suspendUser' | 'reactivateUser'
async function give(how: How, key: string, changes: PlainRequest = {}) {
  const { version, summary } = await see(key)
  const body = { version, ...changes }
  return desk.does[how](asked(chenJing, { params: { userId: summary.userId }, body }))
}
const checkAgain = (entryId: number) =>
  desk.does.checkAct(asked(chenJing, { params: { entryId }, body: {} }))

const elsewhere = (key: string, status: string) =>
  desk.genauth.updateUserStatuses([{ userId: desk.person(key).userId, status }])
const sends = () => desk.calls('update-user-batch')

describe('suspending', () => {
  test('Li Wei cannot sign in and keeps everything else; no reason, no words', async () => {
    const before = await see('li-wei')
    const reply = await give('suspendUser', 'li-wei')
    expect(reply).toMatchObject({
      outcome: 'done',
      answered: 'success',
      seen: { gone: false, status: 'Suspended', roles: null, sessions: null },
    })
    const after = await see('li-wei')
    expect(after.access).toEqual(before.access)
    expect(after.identitySources).toEqual(before.identitySources)
  })

  test('only the user id is sent, with its kind written out, once', async () => {
    await give('suspendUser', 'li-wei')
    expect(sends()).toMatchObject([{ ids: [desk.person('li-wei').userId], userIdType: 'user_id' }])
  })

  test('the status that was found, the reason and a snapshot are kept', async () => {
    await elsewhere('li-wei', 'Deactivated')
    const { entryId } = await give('suspendUser', 'li-wei', { reason: 'HR-2231' })
    const found = await desk.store.acts.find(entryId)
    expect(found?.intent.facts).toMatchObject({
      target: 'Suspended',
      found: { status: 'Deactivated' },
    })
    expect(found?.snapshot?.body).toMatchObject({ summary: { status: 'Deactivated' } })
    expect((await see('li-wei')).history).toMatchObject([
      { action: 'suspendUser', about: null, reason: 'HR-2231', outcome: 'done', who: 'Chen Jing' },
    ])
  })

  test.each(['Suspended', 'Resigned', 'Archived'])('who is %s is not sent', async (status) => {
    await elsewhere('li-wei', status)
    const before = sends().length
    await expect(give('suspendUser', 'li-wei')).rejects.toMatchObject({ code: 'nothing_there' })
    expect(sends()).toHaveLength(before)
  })

  test('Stubborn Stan stays as he is: not confirmed, and looking again says the same', async () => {
    const reply = await give('suspendUser', 'stubborn-stan')
    expect(reply).toMatchObject({
      outcome: 'not_confirmed',
      answered: 'success',
      seen: { status: 'Activated' },
    })
    expect(await checkAgain(reply.entryId)).toMatchObject({ outcome: 'not_confirmed' })
    expect(sends()).toHaveLength(1)
  })

  test('Timeout Tina is suspended although the call times out: done, without a second call', async () => {
    const reply = await give('suspendUser', 'timeout-tina')
    expect(reply).toMatchObject({ outcome: 'done', answered: 'ambiguous' })
    expect(sends()).toHaveLength(1)
  })

  test('what is applied after our time-out is done as soon as somebody looks again', async () => {
    const late = { call: 'update-user-batch', behave: 'late', delayMs: 4_000 } as const
    desk.sandbox.switches({ faults: [late] })
    const reply = await give('suspendUser', 'li-wei')
    expect(reply).toMatchObject({ outcome: 'not_confirmed', answered: 'ambiguous' })
    await expect
      .poll(async () => (await see('li-wei')).summary.status, { timeout: 10_000 })
      .toBe('Suspended')
    expect(await checkAgain(reply.entryId)).toMatchObject({
      outcome: 'done',
      seen: { status: 'Suspended' },
    })
    expect(sends()).toHaveLength(1)
  })

  test('Gone Gina vanishes before the call: nothing was done, and she is gone', async () => {
    expect(await give('suspendUser', 'gone-gina')).toMatchObject({
      outcome: 'failed',
      answered: 'not_applied',
      seen: { gone: true },
    })
  })

  test('somebody else who suspends in the same moment takes the credit', async () => {
    const refusesLast = { call: 'update-user-batch', behave: '429', afterApplying: true } as const
    desk.sandbox.switches({ faults: [refusesLast] })
    expect(await give('suspendUser', 'li-wei')).toMatchObject({
      outcome: 'already_so',
      answered: 'not_applied',
    })
  })
})

describe('reactivating', () => {
  test('Fang Yi, whom somebody else suspended, is activated', async () => {
    expect(await give('reactivateUser', 'fang-yi')).toMatchObject({
      outcome: 'done',
      answered: 'success',
      seen: { status: 'Activated' },
    })
    expect((await see('fang-yi')).history).toMatchObject([{ action: 'reactivateUser' }])
  })

  test('who was deactivated before we suspended them is deactivated again', async () => {
    await elsewhere('li-wei', 'Deactivated')
    await give('suspendUser', 'li-wei')
    expect(await give('reactivateUser', 'li-wei')).toMatchObject({
      outcome: 'done',
      seen: { status: 'Deactivated' },
    })
  })

  test('our suspension of another time says nothing about one that is not ours', async () => {
    await elsewhere('li-wei', 'Deactivated')
    await give('suspendUser', 'li-wei')
    await give('reactivateUser', 'li-wei')
    await elsewhere('li-wei', 'Activated')
    await elsewhere('li-wei', 'Suspended')
    expect(await give('reactivateUser', 'li-wei')).toMatchObject({ seen: { status: 'Activated' } })
  })

  test('a suspension that GenAuth refused says nothing either', async () => {
    await elsewhere('li-wei', 'Deactivated')
    desk.sandbox.switches({ faults: [{ call: 'update-user-batch', behave: '429', times: 1 }] })
    expect(await give('suspendUser', 'li-wei')).toMatchObject({ outcome: 'failed' })
    await elsewhere('li-wei', 'Suspended')
    expect(await give('reactivateUser', 'li-wei')).toMatchObject({ seen: { status: 'Activated' } })
  })

  test('a suspension that was applied late gives back what it found', async () => {
    await elsewhere('li-wei', 'Deactivated')
    desk.sandbox.switches({ faults: [{ call: 'update-user-batch', behave: 'lie', times: 1 }] })
    expect(await give('suspendUser', 'li-wei')).toMatchObject({ outcome: 'not_confirmed' })
    await elsewhere('li-wei', 'Suspended')
    expect(await give('reactivateUser', 'li-wei')).toMatchObject({
      seen: { status: 'Deactivated' },
    })
  })

  test.each(['Activated', 'Deactivated', 'Resigned'])('who is %s is not sent', async (status) => {
    await elsewhere('li-wei', status)
    const before = sends().length
    await expect(give('reactivateUser', 'li-wei')).rejects.toMatchObject({ code: 'nothing_there' })
    expect(sends()).toHaveLength(before)
  })

  test('a success that is a lie is not confirmed', async () => {
    desk.sandbox.switches({ faults: [{ call: 'update-user-batch', behave: 'lie' }] })
    expect(await give('reactivateUser', 'fang-yi')).toMatchObject({
      outcome: 'not_confirmed',
      seen: { status: 'Suspended' },
    })
  })
})
