import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Guards } from './guards.fixture.ts'
import { openGuards } from './guards.fixture.ts'

type Browser = Awaited<ReturnType<Guards['signIn']>>
let at: Guards
let chenJing: Browser
let wuHan: Browser

const hour = 3_600_000

beforeEach(async () => {
  at = await openGuards({ settings: { approvalAbove: 3 } })
  chenJing = await at.signIn('Chen Jing', 'operator')
  wuHan = await at.signIn('Wu Han', 'approver')
})
afterEach(() => at.close())

/** A list of four that Chen Jing has confirmed: one more than she may run alone. */
const asked = async () => at.confirmed(chenJing, await at.people(4))

describe('a list that needs a second person', () => {
  test('says so before it is confirmed, and does not start without one', async () => {
    const { batchId, approval } = await at.checked(chenJing, await at.people(4))
    expect(approval).toEqual({
      needed: 'rows',
      allowance: 3,
      sentBefore: 0,
      windowMinutes: 60,
      approvedBy: null,
      approvedAt: null,
      expiresAt: null,
      declined: null,
      mayApprove: 'role',
    })
    await at.step(chenJing, 'confirm', batchId)
    expect(await at.step(chenJing, 'start', batchId)).toMatchObject({
      status: 403,
      code: 'approval_required',
    })
    expect((await at.seen(chenJing, batchId)).state).toBe('confirmed')
    expect(at.writes()).toEqual([])
  })

  test('starts nothing by being approved, and runs when its maker starts it', async () => {
    const { batchId } = await asked()
    expect((await at.seen(wuHan, batchId)).approval.mayApprove).toBe('yes')
    expect(await at.step(wuHan, 'approve', batchId)).toMatchObject({ status: 200 })
    const approved = await at.seen(chenJing, batchId)
    expect(approved).toMatchObject({
      state: 'confirmed',
      approval: { needed: 'rows', approvedBy: 'Wu Han', approvedAt: expect.any(String) },
    })
    expect(at.writes()).toEqual([])
    expect(await at.step(wuHan, 'start', batchId)).toMatchObject({ code: 'role_required' })
    expect(await at.step(chenJing, 'start', batchId)).toMatchObject({ status: 200 })
    expect(await at.reached(chenJing, batchId, 'finished')).toMatchObject({
      outcomes: { done: 4 },
      approval: { approvedBy: 'Wu Han' },
    })
    expect(at.writes()).toHaveLength(1)
  })

  test('is written down as approved: by whom, which list, and what they typed', async () => {
    const { batchId, fingerprint } = await asked()
    await at.step(wuHan, 'approve', batchId)
    const entries = await at.desk.store.audit.entries(1, 100)
    expect(entries.filter(({ action }) => action === 'approveBatch')).toMatchObject([
      {
        kind: 'note',
        personId: wuHan.personId,
        batchId,
        facts: { fingerprint, willRun: 4 },
        personal: { who: 'Wu Han', typed: 'suspend 4' },
      },
    ])
  })

  test('is approved in either language, and not by a click', async () => {
    const { batchId } = await asked()
    for (const typed of ['', ' ', 'suspend 3', 'resign 4', 'suspend', '4', 'yes']) {
      expect(await at.step(wuHan, 'approve', batchId, { typed })).toMatchObject({
        code: 'typed_words_differ',
      })
    }
    expect(await at.step(wuHan, 'approve', batchId, { typed: ' 停用 4 ' })).toMatchObject({
      status: 200,
    })
  })

  test('is not one of exactly as many as one person may', async () => {
    const ran = await at.ran(chenJing, await at.people(3))
    expect(ran).toMatchObject({ state: 'finished', outcomes: { done: 3 } })
  })
})

describe('what an approval is about', () => {
  test('another fingerprint approves nothing', async () => {
    const { batchId } = await asked()
    const other = (await at.confirmed(chenJing, await at.people(4))).fingerprint
    for (const fingerprint of [other, '', '0'.repeat(64)]) {
      expect(await at.step(wuHan, 'approve', batchId, { fingerprint })).toMatchObject({
        code: 'plan_changed',
      })
    }
    expect((await at.seen(wuHan, batchId)).approval.approvedBy).toBeNull()
  })

  test('a list that is not confirmed yet has nothing to approve', async () => {
    const { batchId } = await at.checked(chenJing, await at.people(4))
    expect(await at.step(wuHan, 'approve', batchId)).toMatchObject({ code: 'wrong_state' })
    expect(await at.step(wuHan, 'decline', batchId)).toMatchObject({ code: 'wrong_state' })
  })

  test.each([
    ['checked again', 'check', { which: 'all' }],
    ['made for something else', 'edit', { kind: 'resign' }],
  ])(
    'a list that is %s is approved no longer, even when it is the same again',
    async (_, how, body) => {
      const { batchId, fingerprint } = await asked()
      await at.step(wuHan, 'approve', batchId)
      expect((await chenJing.post(`/api/batches/${batchId}/${how}`, body)).status).toBe(200)
      await at.reached(chenJing, batchId, 'checked')
      if (how === 'edit') {
        await chenJing.post(`/api/batches/${batchId}/edit`, { kind: 'suspend' })
        await at.reached(chenJing, batchId, 'checked')
      }
      expect(await at.step(chenJing, 'confirm', batchId)).toMatchObject({ status: 200 })
      const again = await at.seen(chenJing, batchId)
      expect(again.fingerprint).toBe(fingerprint)
      expect(again.approval.approvedBy).toBeNull()
      expect(await at.step(chenJing, 'start', batchId)).toMatchObject({ code: 'approval_required' })
      expect(at.writes()).toEqual([])
    },
  )

  test('rows that came into the list by the back door are not approved with it', async () => {
    const { batchId } = await asked()
    await at.step(wuHan, 'approve', batchId)
    const { batches } = at.desk.store
    await batches.patchRows(batchId, [{ row: 1, verdict: 'not_found' }])
    expect(await at.step(chenJing, 'start', batchId)).toMatchObject({ code: 'plan_changed' })
    expect(await at.step(wuHan, 'approve', batchId)).toMatchObject({ code: 'plan_changed' })
  })

  test('an approval of another list does not count for this one', async () => {
    const { batchId } = await asked()
    const other = await asked()
    await at.step(wuHan, 'approve', batchId)
    const approvedFingerprint = other.fingerprint
    await at.desk.store.batches.change(batchId, ['confirmed'], { approvedFingerprint })
    expect(await at.step(chenJing, 'start', batchId)).toMatchObject({ code: 'approval_required' })
  })

  test('the words and the reason under which it was approved cannot change any more', async () => {
    const { batchId } = await asked()
    await at.step(wuHan, 'approve', batchId)
    for (const change of [{ reason: 'another' }, { title: 'another' }, { endSessions: true }]) {
      expect(await chenJing.post(`/api/batches/${batchId}/edit`, change)).toMatchObject({
        code: 'wrong_state',
      })
    }
  })

  test('it lapses after 24 hours, and so does the list under it', async () => {
    const { batchId } = await asked()
    at.desk.clock.move(hour)
    wuHan = await at.signIn('Wu Han', 'approver')
    await at.step(wuHan, 'approve', batchId)
    const { approval, expiresAt } = await at.seen(wuHan, batchId)
    expect(approval.expiresAt).toBe(expiresAt)
    at.desk.clock.move(23 * hour + 1)
    chenJing = await at.signIn('Chen Jing', 'operator')
    wuHan = await at.signIn('Wu Han', 'approver')
    expect(await at.step(chenJing, 'start', batchId)).toMatchObject({ code: 'plan_expired' })
    expect(await at.step(wuHan, 'approve', batchId)).toMatchObject({ code: 'plan_expired' })
    expect(at.writes()).toEqual([])
  })

  test('an approval that is older than the list is worth nothing after 24 hours', async () => {
    const { batchId } = await asked()
    await at.step(wuHan, 'approve', batchId)
    at.desk.clock.move(24 * hour - 1_000)
    const { batches } = at.desk.store
    const later = new Date(at.desk.clock.now().getTime() + hour).toISOString()
    await batches.change(batchId, ['confirmed'], { expiresAt: later })
    at.desk.clock.move(2_000)
    chenJing = await at.signIn('Chen Jing', 'operator')
    expect(await at.step(chenJing, 'start', batchId)).toMatchObject({ code: 'approval_required' })
  })
})

describe('the approver is looked at again at the start', () => {
  const demoted = async (change: () => Promise<unknown>) => {
    const { batchId } = await asked()
    await at.step(wuHan, 'approve', batchId)
    await change()
    expect(await at.step(chenJing, 'start', batchId)).toMatchObject({ code: 'approval_required' })
    expect((await at.seen(chenJing, batchId)).approval).toMatchObject({
      approvedBy: null,
      approvedAt: null,
      expiresAt: null,
    })
    expect(at.writes()).toEqual([])
    return batchId
  }

  test.each(['operator', 'viewer', null] as const)('now %s: no start', async (role) => {
    await demoted(() => at.signIn('Wu Han', role))
  })

  test('revoked: no start', async () => {
    const { iss, sub } = wuHan
    const now = at.desk.clock.now().toISOString()
    const batchId = await demoted(() => at.desk.store.people.setRevoked({ iss, sub }, true, now))
    const third = await at.signIn('Zhou Qi', 'approver')
    expect(await at.step(third, 'approve', batchId)).toMatchObject({ status: 200 })
    expect(await at.step(chenJing, 'start', batchId)).toMatchObject({ status: 200 })
  })

  test('known by now to be the same person: no start', async () => {
    const { batchId } = await asked()
    await at.step(wuHan, 'approve', batchId)
    const same = { email: 'chen.jing@hanlin.example', emailVerified: true }
    await at.signIn('Wu Han', 'approver', same)
    chenJing = await at.signIn('Chen Jing', 'operator', same)
    expect(await at.step(chenJing, 'start', batchId)).toMatchObject({ code: 'approval_required' })
  })
})
