import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Superseded } from '#store/store.ts'
import { openBatchDesk } from './batch.fixture.ts'
import { asked } from './desk.fixture.ts'

type BatchDesk = Awaited<ReturnType<typeof openBatchDesk>>
let desk: BatchDesk['desk']
let chenJing: BatchDesk['chenJing']
let get: BatchDesk['get']
let reached: BatchDesk['reached']
let leavers: BatchDesk['leavers']
let checked: BatchDesk['checked']
let confirm: BatchDesk['confirm']
let start: BatchDesk['start']
let rowsOf: BatchDesk['rowsOf']
let decide: BatchDesk['decide']
let deletions: BatchDesk['deletions']

beforeEach(async () => {
  ;({ desk, chenJing, get, reached, leavers, checked, confirm, start, rowsOf, deletions, decide } =
    await openBatchDesk())
})
afterEach(() => desk.close())

describe('the list', () => {
  const plan = (userIds: string[]) =>
    desk.does.planBatch(asked(chenJing, { body: { kind: 'delete' as const, userIds } }))

  test('a blank list is an error, not everybody', async () => {
    await expect(plan([])).rejects.toMatchObject({ code: 'blank_list' })
  })

  test('nobody stands in it twice', async () => {
    const { userId } = desk.person('li-wei')
    await expect(plan([userId, userId])).rejects.toMatchObject({ code: 'bad_request' })
  })
})

describe('the check', () => {
  test('gives each row its verdict and keeps a snapshot; nothing is sent', async () => {
    const [leaver = ''] = await leavers(1)
    const batch = await checked([
      desk.person('li-wei').userId,
      leaver,
      '000000000000000000000000',
      desk.person('fang-yi').userId,
    ])
    expect((await rowsOf(batch.batchId)).map(({ verdict }) => verdict)).toEqual([
      'still_active',
      'ready',
      'not_found',
      'ready',
    ])
    expect(batch).toMatchObject({ willRun: 2, rows: 4, checkedRows: 4 })
    expect(await desk.store.acts.lastSnapshot(leaver)).toMatchObject({ lacks: [] })
    expect(deletions()).toEqual([])
  })

  test('whoever was neither resigned nor suspended is still active, also when deactivated', async () => {
    const { list } = await desk.genauth
      .listUsers({ status: 'Deactivated', page: 1, limit: 1 })
      .then((read) => (read.ok ? read.value : { list: [] }))
    const batch = await checked([list[0]?.userId ?? ''])
    expect(batch).toMatchObject({ willRun: 0, verdicts: { still_active: 1 } })
  })

  test('who is gone, and was known here, is already so', async () => {
    const [leaver = ''] = await leavers(1)
    await checked([leaver])
    await desk.genauth.deleteUsersBatch([leaver])
    expect(await checked([leaver])).toMatchObject({ verdicts: { already_so: 1 } })
  })

  test('an id is sent as GenAuth spells it, however the list does', async () => {
    const { userId } = desk.person('fang-yi')
    const { batchId } = await checked([userId.toUpperCase()])
    expect((await rowsOf(batchId)).map((row) => row.userId ?? userId)).toEqual([userId])
  })

  test('a moment in which GenAuth turns calls away costs nobody their verdict', async () => {
    desk.sandbox.switches({ faults: [{ call: 'reads', behave: '429', times: 12 }] })
    const batch = await checked([desk.person('fang-yi').userId])
    expect(batch).toMatchObject({ willRun: 1, verdicts: { ready: 1 } })
  })

  test('a row whose user cannot be read is not checked and does not run', async () => {
    desk.sandbox.switches({
      faults: [{ call: 'get-user', userId: desk.person('fang-yi').userId, behave: '500' }],
    })
    const batch = await checked([desk.person('fang-yi').userId])
    expect(batch).toMatchObject({ willRun: 0, verdicts: { not_checked: 1 } })
    await expect(confirm(batch.batchId)).rejects.toMatchObject({ code: 'blank_list' })
  })

  test('protected people and oneself do not run', async () => {
    const self = await desk.signIn('Fang Yi', 'operator', { sub: desk.person('fang-yi').userId })
    const body = { kind: 'delete' as const, userIds: [desk.person('fang-yi').userId] }
    const { batchId } = await desk.does.planBatch(asked(self, { body }))
    expect(await reached(batchId, 'checked')).toMatchObject({
      willRun: 0,
      verdicts: { yourself: 1 },
    })
  })

  test('somebody in another running list is held', async () => {
    const userIds = await leavers(3)
    const first = await checked(userIds)
    await confirm(first.batchId)
    expect(await checked(userIds.slice(0, 1))).toMatchObject({ verdicts: { in_another_batch: 1 } })
  })
})

describe('held rows', () => {
  test('are let go one by one, which changes the fingerprint', async () => {
    const userIds = [desk.person('li-wei').userId, ...(await leavers(1))]
    const before = await checked(userIds)
    const after = await decide(before.batchId, 1, 'accepted')
    expect(after.willRun).toBe(2)
    expect(after.fingerprint).not.toBe(before.fingerprint)
    const back = await decide(before.batchId, 1, null)
    expect(back).toMatchObject({ willRun: 1, fingerprint: before.fingerprint })
  })

  test('a row that is not held has nothing to be let go of', async () => {
    const { batchId } = await checked(await leavers(1))
    await expect(decide(batchId, 1, 'accepted')).rejects.toMatchObject({ code: 'wrong_state' })
    await expect(decide(batchId, 99, 'accepted')).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('confirming', () => {
  test('needs the fingerprint, a reason and the words, in either language', async () => {
    const { batchId } = await checked(await leavers(3))
    const refusals = [
      [{ fingerprint: 'f'.repeat(64) }, 'plan_changed'],
      [{ reason: undefined }, 'reason_required'],
      [{ typed: 'delete 4' }, 'typed_words_differ'],
      [{ typed: '' }, 'typed_words_differ'],
    ] as const
    for (const [changes, code] of refusals) {
      await expect(confirm(batchId, changes)).rejects.toMatchObject({ code })
    }
    expect(await confirm(batchId, { typed: '删除 3' })).toMatchObject({ state: 'confirmed' })
    expect(deletions()).toEqual([])
  })

  test('is for whoever made the list', async () => {
    const { batchId } = await checked(await leavers(1))
    const linMei = await desk.signIn('Lin Mei')
    await expect(confirm(batchId, {}, linMei)).rejects.toMatchObject({ code: 'role_required' })
  })

  test('lapses after 24 hours, and so does the check', async () => {
    const { batchId } = await checked(await leavers(1))
    await confirm(batchId)
    desk.clock.move(24 * 3_600_000 + 1)
    await expect(start(batchId)).rejects.toMatchObject({ code: 'plan_expired' })
    const old = await checked(await leavers(1))
    desk.clock.move(24 * 3_600_000 + 1)
    await expect(confirm(old.batchId)).rejects.toMatchObject({ code: 'plan_expired' })
  })

  test('happens as a whole or not at all', async () => {
    const { batchId } = await checked([...(await leavers(2)), desk.person('li-wei').userId])
    const { fingerprint } = await get(batchId)
    // Somebody lets the held row go in the same moment.
    await desk.store.batches.patchRows(batchId, [{ row: 3, decision: 'accepted' }])
    await expect(confirm(batchId, { fingerprint, typed: 'delete 2' })).rejects.toMatchObject({
      code: 'plan_changed',
    })
    expect(await get(batchId)).toMatchObject({ state: 'checked', outcomes: { waiting: 0 } })
  })

  test('lapses for a paused batch too', async () => {
    const { batchId } = await checked(await leavers(2))
    await confirm(batchId)
    desk.sandbox.switches({ faults: [{ call: 'delete-users-batch', behave: '403' }] })
    await start(batchId)
    await reached(batchId, 'paused')
    desk.clock.move(24 * 3_600_000 + 1)
    await expect(start(batchId)).rejects.toMatchObject({ code: 'plan_expired' })
  })

  test('once confirmed, a held row can no longer be let go', async () => {
    const { batchId } = await checked([...(await leavers(1)), desk.person('li-wei').userId])
    await confirm(batchId)
    await expect(decide(batchId, 2, 'accepted')).rejects.toMatchObject({ code: 'wrong_state' })
    const late = desk.store.batches.patchRows(batchId, [{ row: 2, decision: 'accepted' }], {
      state: 'checked',
    })
    await expect(late).rejects.toThrow(Superseded)
  })

  test('counts the hours from the row that was looked at first', async () => {
    const userIds = [...(await leavers(2)), desk.person('fang-yi').userId]
    desk.sandbox.switches({
      faults: [{ call: 'get-user-roles', userId: desk.person('fang-yi').userId, behave: '500' }],
    })
    const { batchId } = await checked(userIds)
    expect(await get(batchId)).toMatchObject({ verdicts: { not_checked: 1 } })
    desk.sandbox.switches({ faults: [] })
    desk.clock.move(24 * 3_600_000 + 1)
    const body = { which: 'missing' as const }
    await desk.does.checkBatch(asked(chenJing, { params: { batchId }, body }))
    await reached(batchId, 'checked')
    await expect(confirm(batchId)).rejects.toMatchObject({ code: 'plan_expired' })
  })

  test('of two lists with the same people at once is one confirmation', async () => {
    const userIds = await leavers(2)
    const [first, second] = [await checked(userIds), await checked(userIds)]
    const both = await Promise.allSettled([confirm(first.batchId), confirm(second.batchId)])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('comes before starting', async () => {
    const { batchId } = await checked(await leavers(1))
    await expect(start(batchId)).rejects.toMatchObject({ code: 'wrong_state' })
  })
})
