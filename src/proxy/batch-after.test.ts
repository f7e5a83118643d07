import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openBatchDesk } from './batch.fixture.ts'
import { asked } from './desk.fixture.ts'

type BatchDesk = Awaited<ReturnType<typeof openBatchDesk>>
let at: BatchDesk

beforeEach(async () => {
  at = await openBatchDesk()
})
afterEach(() => at.desk.close())

describe('the way back', () => {
  test('is closed to who was suspended by somebody else since', async () => {
    const [first = ''] = await at.active(1)
    const { batchId } = await at.run([first], 'suspend')
    await at.desk.genauth.updateUserStatuses([{ userId: first, status: 'Activated' }])
    await at.run([first], 'suspend')
    expect(await at.goOn(batchId, 'reactivate')).toMatchObject({ verdicts: { other_state: 1 } })
  })

  test('gives each the status that the batch found, and leaves others alone', async () => {
    const [first = '', second = ''] = await at.active(2)
    const deactivated = await at.desk.genauth
      .listUsers({ status: 'Deactivated', page: 1, limit: 1 })
      .then((read) => (read.ok ? (read.value.list[0]?.userId ?? '') : ''))
    const before = at.desk.person('fang-yi').userId
    const suspended = await at.run([first, second, deactivated, before], 'suspend')
    expect(suspended).toMatchObject({ outcomes: { done: 3, skipped: 1 } })
    const back = await at.goOn(suspended.batchId, 'reactivate')
    expect(back).toMatchObject({ kind: 'reactivate', willRun: 3, rows: 3 })
    await at.confirm(back.batchId)
    await at.start(back.batchId)
    expect(await at.reached(back.batchId, 'finished')).toMatchObject({ outcomes: { done: 3 } })
    expect(await at.statusOf(first)).toBe('Activated')
    expect(await at.statusOf(deactivated)).toBe('Deactivated')
    expect(await at.statusOf(before)).toBe('Suspended')
  })

  test('is closed to who was resigned meanwhile', async () => {
    const userIds = await at.active(2)
    const suspended = await at.run(userIds, 'suspend')
    await at.desk.genauth.resignUser(userIds[0] ?? '')
    const back = await at.goOn(suspended.batchId, 'reactivate')
    expect(back).toMatchObject({ willRun: 1, verdicts: { other_state: 1 } })
  })
})

describe('carried on', () => {
  test('suspended people are resigned, those who were suspended before among them', async () => {
    const userIds = [...(await at.active(2)), at.desk.person('fang-yi').userId]
    const { batchId } = await at.run(userIds, 'suspend')
    const child = await at.goOn(batchId, 'resign')
    expect(child).toMatchObject({ kind: 'resign', rows: 3, willRun: 3, parentId: batchId })
    expect(child.lists).toMatchObject([{ source: 'batch', rows: 3 }])
  })

  test('what failed is tried again in a batch of its own', async () => {
    const [first = '', ...others] = await at.active(4)
    at.desk.sandbox.switches({
      faults: [{ call: 'update-user-batch', userId: first, behave: '404' }],
    })
    const batch = await at.run([first], 'suspend')
    expect(batch.outcomes).toMatchObject({ failed: 1 })
    at.desk.sandbox.switches({ faults: [] })
    const child = await at.goOn(batch.batchId, 'retry')
    expect(child).toMatchObject({ kind: 'suspend', willRun: 1, parentId: batch.batchId })
    const well = await at.run(others, 'suspend')
    await expect(at.goOn(well.batchId, 'retry')).rejects.toMatchObject({ code: 'blank_list' })
  })

  test('the very people who would be deleted are suspended instead', async () => {
    const userIds = await at.active(3)
    const { batchId } = await at.checked(userIds, 'resign')
    const child = await at.goOn(batchId, 'suspend_instead')
    expect(child).toMatchObject({ kind: 'suspend', willRun: 3, parentId: batchId })
    expect(await at.get(batchId)).toMatchObject({ state: 'discarded' })
  })

  test('only ways that there are', async () => {
    const { batchId } = await at.run(await at.leavers(2), 'delete')
    for (const as of ['resign', 'delete', 'reactivate', 'suspend_instead'] as const) {
      await expect(at.goOn(batchId, as)).rejects.toMatchObject({ code: 'wrong_state' })
    }
  })
})

describe('looked at again', () => {
  const recheck = (batchId: number, which: 'unconfirmed' | 'all') =>
    at.desk.does.recheckBatch(asked(at.chenJing, { params: { batchId }, body: { which } }))
  const looked = async (batchId: number) => {
    await expect.poll(async () => (await at.get(batchId)).recheck.left).toBe(0)
    return at.get(batchId)
  }

  test('who came back is told, and stays done', async () => {
    const userIds = await at.active(3)
    const { batchId } = await at.run(userIds, 'suspend')
    await at.desk.genauth.updateUserStatuses([{ userId: userIds[1] ?? '', status: 'Activated' }])
    await recheck(batchId, 'all')
    const batch = await looked(batchId)
    expect(batch).toMatchObject({ recheck: { cameBack: 1, total: 3 }, outcomes: { done: 3 } })
    expect((await at.rowsOf(batchId)).map(({ cameBack }) => cameBack)).toEqual([false, true, false])
    expect(at.desk.calls('update-user-batch')).toHaveLength(2)
  })

  test('who could not be read again is told, until they are', async () => {
    const [first = '', second = ''] = await at.active(2)
    const { batchId } = await at.run([first, second], 'suspend')
    at.desk.sandbox.switches({ faults: [{ userId: first, behave: '500' }] })
    await recheck(batchId, 'all')
    expect(await looked(batchId)).toMatchObject({ recheck: { unread: 1, cameBack: 0 } })
    at.desk.sandbox.switches({ faults: [] })
    await recheck(batchId, 'all')
    expect(await looked(batchId)).toMatchObject({ recheck: { unread: 0 } })
  })

  test('what was not confirmed is done once it is seen', async () => {
    const [first = '', second = ''] = await at.active(2)
    at.desk.sandbox.switches({
      faults: [{ call: 'update-user-batch', userId: first, behave: 'lie' }],
    })
    const { batchId } = await at.run([first, second], 'suspend')
    at.desk.sandbox.switches({ faults: [] })
    await recheck(batchId, 'unconfirmed')
    expect(await looked(batchId)).toMatchObject({ outcomes: { not_confirmed: 1 } })
    await at.desk.genauth.updateUserStatuses([{ userId: first, status: 'Suspended' }])
    await recheck(batchId, 'unconfirmed')
    expect(await looked(batchId)).toMatchObject({ outcomes: { done: 2, not_confirmed: 0 } })
    expect(await at.desk.store.audit.verify()).toMatchObject({ holds: true })
  })

  test('a row that was never in the run stays what it is, whoever looks at it', async () => {
    const userIds = [...(await at.active(2)), at.desk.person('fang-yi').userId]
    const { batchId } = await at.run(userIds, 'suspend')
    const body = { which: 'all' as const, row: 3 }
    const again = at.desk.does.recheckBatch(asked(at.chenJing, { params: { batchId }, body }))
    await expect(again).rejects.toMatchObject({ code: 'blank_list' })
    expect(await at.get(batchId)).toMatchObject({ outcomes: { done: 2, skipped: 1 } })
  })

  test('nothing is looked at again before the end, or where there is nothing', async () => {
    const { batchId } = await at.checked(await at.leavers(2))
    await expect(recheck(batchId, 'all')).rejects.toMatchObject({ code: 'wrong_state' })
    const over = await at.run(await at.leavers(1))
    await expect(recheck(over.batchId, 'unconfirmed')).rejects.toMatchObject({ code: 'blank_list' })
  })
})
