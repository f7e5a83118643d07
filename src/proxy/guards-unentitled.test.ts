import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { databasesOn, engines } from '#store/database.fixture.ts'
import type { Guards } from './guards.fixture.ts'
import { openGuards } from './guards.fixture.ts'

type Browser = Awaited<ReturnType<Guards['signIn']>>

describe.each(engines)('whoever may act no longer when it is their turn, on %s', (engine) => {
  const databases = databasesOn(engine)
  let at: Guards
  let chenJing: Browser
  let wuHan: Browser

  beforeEach(async () => {
    const databaseUrl = await databases.fresh()
    at = await openGuards({ databaseUrl, settings: { approvalAbove: 3, approvalShare: 1 } })
    chenJing = await at.signIn('Chen Jing', 'operator')
    wuHan = await at.signIn('Wu Han', 'approver')
  })
  afterEach(() => at.close())

  const revoked = (revoke = true) => {
    const { iss, sub } = chenJing
    return at.desk.store.people.setRevoked({ iss, sub }, revoke, at.desk.clock.now().toISOString())
  }
  const demoted = (role: 'viewer' | 'operator' | null) =>
    at.desk.signIn('Chen Jing', role, { sessionHash: 'of another browser' })

  const endElsewhere = async () => {
    const elsewhere = await at.signIn('Chen Jing', 'operator')
    await elsewhere.post('/api/sessions/end-others')
  }

  const losses: [code: string, lose: () => Promise<unknown>, regain: () => Promise<unknown>][] = [
    ['role_required', () => demoted('viewer'), () => demoted('operator')],
    ['no_role', () => demoted(null), () => demoted('operator')],
    ['sign_in_required', () => revoked(), () => revoked(false)],
    ['sign_in_required', () => endElsewhere(), async () => undefined],
  ]

  /** Answers the next read so late that something can happen before it does. */
  const slowly = (call: string) => ({ call, behave: 'slow' as const, delayMs: 500, times: 1 })

  test('sends nothing of an act whose user was still being read', async () => {
    const userIds = await at.people(losses.length)
    for (const [index, [code, lose, regain]] of losses.entries()) {
      const userId = userIds[index] ?? ''
      const version = await at.versionOf(chenJing, userId)
      at.desk.sandbox.switches({ faults: [slowly('get-user')] })
      const reads = at.desk.calls('get-user').length
      const acted = chenJing.post(`/api/users/${userId}/suspend`, { version })
      await expect.poll(() => at.desk.calls('get-user').length).toBe(reads + 1)
      await lose()
      expect(await acted).toMatchObject({ code })
      await regain()
      chenJing = await at.signIn('Chen Jing', 'operator')
    }
    expect(at.writes()).toEqual([])
    expect(await at.desk.store.acts.open()).toEqual([])
  })

  test.each([3, 4])('sends nothing of a batch of %i that was resting', async (people) => {
    const { batchId } = await at.confirmed(chenJing, await at.people(people))
    if (people > 3) await at.step(wuHan, 'approve', batchId)
    const busy = { call: 'get-user-batch', behave: '429', times: 1 } as const
    at.desk.sandbox.switches({ faults: [busy, { ...slowly('get-user-batch'), after: 1 }] })
    const reads = at.desk.calls('get-user-batch').length
    expect(await at.step(chenJing, 'start', batchId)).toMatchObject({ status: 200 })
    await expect.poll(() => at.desk.calls('get-user-batch').length).toBe(reads + 2)
    await revoked()
    expect(await at.reached(wuHan, batchId, 'paused', 'finished')).toMatchObject({
      pausedBecause: 'role',
      outcomes: { waiting: people },
    })
    expect(at.writes()).toEqual([])
  })
})
