import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Guards } from './guards.fixture.ts'
import { openGuards } from './guards.fixture.ts'

type Browser = Awaited<ReturnType<Guards['signIn']>>
let at: Guards
let chenJing: Browser
let wuHan: Browser

beforeEach(async () => {
  at = await openGuards({ settings: { approvalAbove: 3 } })
  chenJing = await at.signIn('Chen Jing', 'operator')
  wuHan = await at.signIn('Wu Han', 'approver')
})
afterEach(() => at.close())

/** A list of four that Chen Jing has confirmed: one more than she may run alone. */
const asked = async () => at.confirmed(chenJing, await at.people(4))

describe('who may not be the second person', () => {
  const refused = async (who: Browser, batchId: number, code: string) => {
    const writes = at.writes()
    expect((await at.step(who, 'approve', batchId)).code).toBe(code)
    expect((await at.step(who, 'decline', batchId)).code).toBe(code)
    expect(await at.step(chenJing, 'start', batchId)).toMatchObject({ code: 'approval_required' })
    expect(at.writes()).toEqual(writes)
  }

  test('whoever asked, approver though they are', async () => {
    chenJing = await at.signIn('Chen Jing', 'approver')
    const { batchId, approval } = await asked()
    expect(approval.mayApprove).toBe('own')
    await refused(chenJing, batchId, 'same_person')
  })

  test('whoever asked, from a session of another browser', async () => {
    chenJing = await at.signIn('Chen Jing', 'approver')
    const { batchId } = await asked()
    const elsewhere = await at.signIn('Chen Jing', 'approver')
    expect(elsewhere.sessionHash).not.toBe(chenJing.sessionHash)
    await refused(elsewhere, batchId, 'same_person')
  })

  test('whoever asked, under a second account with the same verified e-mail', async () => {
    const email = 'chen.jing@hanlin.example'
    chenJing = await at.signIn('Chen Jing', 'operator', { email, emailVerified: true })
    const { batchId } = await asked()
    const other = { sub: 'another', iss: 'https://other.example', emailVerified: true }
    const alias = await at.signIn('C. Jing', 'approver', {
      ...other,
      email: ' Chen.Jing@HANLIN.example',
    })
    expect(alias.personId).not.toBe(chenJing.personId)
    expect((await at.seen(alias, batchId)).approval.mayApprove).toBe('own')
    await refused(alias, batchId, 'same_person')
  })

  test('an address that nobody verified makes nobody the same person', async () => {
    const email = 'chen.jing@hanlin.example'
    chenJing = await at.signIn('Chen Jing', 'operator', { email, emailVerified: true })
    const { batchId } = await asked()
    const other = await at.signIn('Wu Han', 'approver', { email, emailVerified: false })
    expect(await at.step(other, 'approve', batchId)).toMatchObject({ status: 200 })
  })

  test('whoever made the list that this one was carried on from', async () => {
    const suspended = await at.ran(wuHan, await at.people(3))
    chenJing = await at.signIn('Chen Jing', 'operator')
    at.desk.settings.approvalAbove = 2
    const carried = await chenJing.post(`/api/batches/${suspended.batchId}/follow-up`, {
      as: 'resign',
    })
    const { batchId } = await at.reached(chenJing, suspended.batchId + 1, 'checked')
    expect(carried.status).toBe(200)
    await at.step(chenJing, 'confirm', batchId)
    expect((await at.seen(wuHan, batchId)).approval).toMatchObject({
      needed: 'rows',
      mayApprove: 'own',
    })
    await refused(wuHan, batchId, 'same_person')
    const third = await at.signIn('Zhou Qi', 'approver')
    expect(await at.step(third, 'approve', batchId)).toMatchObject({ status: 200 })
  })

  test.each(['viewer', 'operator'] as const)('somebody who is %s', async (role) => {
    const { batchId } = await asked()
    await refused(await at.signIn('Lin Mei', role), batchId, 'role_required')
  })

  test('somebody without a role', async () => {
    const { batchId, fingerprint } = await asked()
    const nobody = await at.signIn('Sun Tao', null)
    const body = { fingerprint, typed: 'suspend 4' }
    const answer = await nobody.post(`/api/batches/${batchId}/approve`, body)
    expect(answer.code).toBe('no_role')
  })
})

describe('declining', () => {
  test('sends the list back with who and why, and the next confirmation asks anew', async () => {
    const { batchId } = await asked()
    await at.step(wuHan, 'approve', batchId)
    expect(await at.step(wuHan, 'decline', batchId)).toMatchObject({ status: 200 })
    const back = await at.seen(chenJing, batchId)
    expect(back).toMatchObject({
      state: 'checked',
      expiresAt: null,
      outcomes: { waiting: 0, skipped: 0 },
      approval: {
        approvedBy: null,
        declined: { by: 'Wu Han', at: expect.any(String), reason: 'Not these people' },
      },
    })
    expect(await at.step(chenJing, 'start', batchId)).toMatchObject({ code: 'wrong_state' })
    expect(await at.step(chenJing, 'confirm', batchId)).toMatchObject({ status: 200 })
    const again = await at.seen(chenJing, batchId)
    expect(again.approval).toMatchObject({ needed: 'rows', approvedBy: null, declined: null })
  })

  test('wants a reason, and is written down', async () => {
    const { batchId } = await asked()
    for (const reason of ['', '   ', undefined]) {
      expect(await at.step(wuHan, 'decline', batchId, { reason })).toMatchObject({ status: 400 })
    }
    await at.step(wuHan, 'decline', batchId)
    const entries = await at.desk.store.audit.entries(1, 100)
    expect(entries.find(({ action }) => action === 'declineBatch')).toMatchObject({
      personId: wuHan.personId,
      batchId,
      personal: { who: 'Wu Han', reason: 'Not these people' },
    })
  })

  test('of a list that was decided otherwise meanwhile is refused', async () => {
    const { batchId } = await asked()
    const answer = await at.step(wuHan, 'decline', batchId, { fingerprint: '0'.repeat(64) })
    expect(answer.code).toBe('plan_changed')
  })
})

describe('a fresh sign-in', () => {
  const minute = 60_000

  test('is wanted to start, and to approve, whatever ends accounts', async () => {
    const { batchId } = await at.confirmed(chenJing, await at.people(4), 'resign')
    const laterAll = async () => {
      at.desk.clock.move(6 * minute)
      expect(await at.step(wuHan, 'approve', batchId)).toMatchObject({
        code: 'fresh_sign_in_required',
      })
      wuHan = await at.signIn('Wu Han', 'approver')
      expect(await at.step(wuHan, 'approve', batchId)).toMatchObject({ status: 200 })
    }
    await laterAll()
    expect(await at.step(chenJing, 'start', batchId)).toMatchObject({
      code: 'fresh_sign_in_required',
    })
    chenJing = await at.signIn('Chen Jing', 'operator', { authTime: null })
    expect(await at.step(chenJing, 'start', batchId)).toMatchObject({ code: 'auth_time_missing' })
    expect(at.writes()).toEqual([])
  })

  test('is wanted for more than fifty, whatever is done to them', async () => {
    at.desk.settings.approvalAbove = 1_000
    at.desk.settings.approvalShare = 1
    const fifty = await at.confirmed(chenJing, await at.people(50))
    const more = await at.confirmed(chenJing, await at.people(51))
    at.desk.clock.move(6 * minute)
    const stale = { status: 403, code: 'fresh_sign_in_required' }
    expect(await at.step(chenJing, 'start', more.batchId)).toMatchObject(stale)
    expect(await at.step(wuHan, 'approve', more.batchId)).toMatchObject(stale)
    expect(await at.step(wuHan, 'approve', fifty.batchId)).toMatchObject({ status: 200 })
    expect(await at.step(chenJing, 'start', fifty.batchId)).toMatchObject({ status: 200 })
  })

  test('is not wanted for a few people who can be given back', async () => {
    const { batchId } = await at.confirmed(chenJing, await at.people(3))
    at.desk.clock.move(6 * minute)
    expect(await at.step(chenJing, 'start', batchId)).toMatchObject({ status: 200 })
  })
})
