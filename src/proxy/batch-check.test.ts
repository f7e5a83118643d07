import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openBatchDesk } from './batch.fixture.ts'
import { asked } from './desk.fixture.ts'

type BatchDesk = Awaited<ReturnType<typeof openBatchDesk>>
let at: BatchDesk

beforeEach(async () => {
  at = await openBatchDesk()
})
afterEach(() => at.desk.close())

const verdictsOf = async (batchId: number) =>
  (await at.rowsOf(batchId)).map(({ verdict }) => verdict)
/** How often GenAuth was asked so since then. */
const askedFor = (call: string) => at.desk.calls(call).length

describe('whom a row means', () => {
  test('is found by any kind of id, all of them on one list', async () => {
    const { email, phone, username, externalId, userId } = at.desk.person('gao-xiang')
    for (const given of [email, phone, username, externalId, userId]) {
      const { batchId } = await at.listed(`${given}\n`)
      expect(await at.rowsOf(batchId)).toMatchObject([{ given, userId, tried: expect.anything() }])
    }
  })

  test('10023 is three people: held until one of them is chosen', async () => {
    const { batchId } = await at.listed('10023\n')
    const [row] = await at.rowsOf(batchId)
    expect(row).toMatchObject({ verdict: 'ambiguous', userId: null })
    const names = row?.candidates.map(({ name }) => name)
    expect(new Set(names)).toEqual(new Set(['Li Wei', 'Wu Di', 'Ma Chao']))
    await expect(at.decide(batchId, 1, 'accepted')).rejects.toMatchObject({ code: 'wrong_state' })

    const choose = (userId: string) =>
      at.desk.does.chooseUser(asked(at.chenJing, { params: { batchId, row: 1 }, body: { userId } }))
    const stranger = at.desk.person('fang-yi').userId
    await expect(choose(stranger)).rejects.toMatchObject({ code: 'wrong_state' })
    const wuDi = at.desk.person('wu-di').userId
    expect(await choose(wuDi)).toMatchObject({ willRun: 1 })
    expect(await at.rowsOf(batchId)).toMatchObject([{ userId: wuDi, chosen: true }])
    // Somebody may have erred.
    expect(await choose(at.desk.person('ma-chao').userId)).toMatchObject({ willRun: 0 })
    expect(await verdictsOf(batchId)).toEqual(['already_so'])
  })

  test('who was chosen stays chosen when the list is checked again', async () => {
    const { batchId } = await at.listed('10023\n')
    const wuDi = at.desk.person('wu-di').userId
    await at.desk.does.chooseUser(
      asked(at.chenJing, { params: { batchId, row: 1 }, body: { userId: wuDi } }),
    )
    const params = { batchId }
    await at.desk.does.checkBatch(asked(at.chenJing, { params, body: { which: 'all' } }))
    await at.reached(batchId, 'checked')
    expect(await at.rowsOf(batchId)).toMatchObject([{ userId: wuDi, verdict: 'ready' }])
  })

  test('is asked fifty at a time where the kind is known', async () => {
    const leavers = await at.leavers(20)
    const before = askedFor('get-user')
    const { batchId } = await at.checked(leavers, 'delete')
    expect(askedFor('get-user')).toBe(before)
    expect(askedFor('get-user-batch')).toBe(1)
    expect(new Set(await verdictsOf(batchId))).not.toContain('not_found')
  })

  test('one bad id costs the others nothing: they are asked for alone', async () => {
    at.desk.sandbox.switches({ policy: 'batch-read=error' })
    const leavers = await at.leavers(3)
    const { batchId } = await at.checked([...leavers, 'nobody-at-all', '000000000000000000000000'])
    expect((await verdictsOf(batchId)).slice(3)).toEqual(['not_found', 'not_found'])
    expect((await at.rowsOf(batchId)).slice(0, 3).map(({ userId }) => userId)).toEqual(leavers)
  })

  test('a kind that did not answer might have been somebody else: not checked', async () => {
    at.desk.sandbox.switches({ faults: [{ userIdType: 'username', call: 'reads', behave: '500' }] })
    const { batchId } = await at.listed('10023\n')
    expect(await at.rowsOf(batchId)).toMatchObject([{ verdict: 'not_checked', userId: null }])
    at.desk.sandbox.switches({ faults: [] })
    const params = { batchId }
    await at.desk.does.checkBatch(asked(at.chenJing, { params, body: { which: 'missing' } }))
    await at.reached(batchId, 'checked')
    expect(await verdictsOf(batchId)).toEqual(['ambiguous'])
  })
})

describe('verdicts', () => {
  test('a name that agrees runs, in characters, turned round or wide; another is held', async () => {
    const { externalId } = at.desk.person('gao-xiang')
    for (const name of ['高翔', 'Gao Xiang', 'XIANG Gao', 'Ｇａｏ Xiang']) {
      const { batchId } = await at.listed(`工号,姓名\n${externalId},${name}\n`)
      expect(await at.rowsOf(batchId), name).toMatchObject([{ holds: [], givenName: name }])
    }
    const { batchId } = await at.listed(`工号,姓名\n${externalId},高飞\n`)
    expect(await at.rowsOf(batchId)).toMatchObject([
      { verdict: 'name_differs', holds: ['name_differs'], givenName: '高飞', name: 'Gao Xiang' },
    ])
    expect(await at.decide(batchId, 1, 'accepted')).toMatchObject({ willRun: 1, accepted: 1 })
    expect(await at.decide(batchId, 1, 'left_out')).toMatchObject({ willRun: 0, leftOut: 1 })
    expect(await at.decide(batchId, 1, null)).toMatchObject({ willRun: 0, leftOut: 0 })
  })

  test('the same user twice, by whatever ids, runs once', async () => {
    const { username, externalId, userId } = at.desk.person('gao-xiang')
    const { batchId, willRun } = await at.listed(`${username}\n${externalId}\n${userId}\n`)
    expect(willRun).toBe(1)
    expect(await at.rowsOf(batchId)).toMatchObject([
      { duplicateOf: null },
      { verdict: 'duplicate', duplicateOf: 1 },
      { verdict: 'duplicate', duplicateOf: 1 },
    ])
  })

  test('what the state leaves to be done, for each kind', async () => {
    const fangYi = at.desk.person('fang-yi').userId
    const maChao = at.desk.person('ma-chao').userId
    const wuDi = at.desk.person('wu-di').userId
    const all = [wuDi, fangYi, maChao]
    const said = async (kind: 'suspend' | 'resign' | 'delete') =>
      verdictsOf((await at.checked(all, kind)).batchId)
    expect(await said('suspend')).toEqual(['ready', 'already_so', 'other_state'])
    expect(await said('resign')).toEqual(['ready', 'ready', 'already_so'])
    expect(await said('delete')).toEqual(['still_active', 'ready', 'ready'])
  })

  test('a sync relation that is left may bring somebody back', async () => {
    const { batchId } = await at.checked([at.desk.person('zhao-min').userId], 'suspend')
    expect(await at.rowsOf(batchId)).toMatchObject([
      { verdict: 'may_come_back', syncProviders: ['lark'] },
    ])
  })

  test('everything that holds a row is told at once', async () => {
    const { externalId } = at.desk.person('gao-xiang')
    const { batchId } = await at.listed(`id,name\n${externalId},Somebody Else\n`, 'delete')
    expect(await at.rowsOf(batchId)).toMatchObject([{ holds: ['name_differs', 'still_active'] }])
  })

  test('rights that could not be read hold a resignation, and not a suspension', async () => {
    const { userId } = at.desk.person('wu-di')
    at.desk.sandbox.switches({ faults: [{ call: 'get-user-roles', userId, behave: '500' }] })
    const { batchId } = await at.checked([userId], 'resign')
    expect(await at.rowsOf(batchId)).toMatchObject([{ verdict: 'not_checked', userId }])
    expect(await at.decide(batchId, 1, 'accepted')).toMatchObject({ willRun: 1 })
    expect(await at.checked([userId], 'suspend')).toMatchObject({ verdicts: { ready: 1 } })
  })

  test('a row without an id is nobody', async () => {
    const { externalId } = at.desk.person('gao-xiang')
    const { batchId } = await at.listed(`工号,姓名\n${externalId},高翔\n,王芳\n`)
    expect((await verdictsOf(batchId))[1]).toBe('not_found')
  })

  test('what goes is summed over the rows that will run', async () => {
    const { userId } = at.desk.person('gao-xiang')
    const held = await at.checked([userId], 'delete')
    expect(held.goes).toMatchObject({ roles: 0, unread: 0 })
    const batch = await at.checked([userId, at.desk.person('li-wei').userId], 'resign')
    const [first, second] = await at.rowsOf(batch.batchId)
    const roles = (first?.counts.roles ?? 0) + (second?.counts.roles ?? 0)
    expect(roles).toBeGreaterThan(0)
    expect(batch.goes).toMatchObject({ roles, unread: 0 })
  })
})

describe('the check itself', () => {
  test('can be stopped, and what it had not come to is not checked', async () => {
    const leavers = await at.leavers(20)
    const userIds = [...leavers, at.desk.person('li-wei').userId]
    at.desk.sandbox.switches({
      faults: [{ call: 'get-user-roles', behave: 'slow', delayMs: 400 }],
    })
    const body = { kind: 'delete' as const, userIds }
    const { batchId } = await at.desk.does.planBatch(asked(at.chenJing, { body }))
    await expect.poll(() => askedFor('get-user-roles')).toBeGreaterThan(0)
    const params = { batchId }
    const stopped = await at.desk.does.stopCheck(asked(at.chenJing, { params, body: {} }))
    expect(stopped).toMatchObject({ state: 'checked', willRun: 0, verdicts: { not_checked: 21 } })
    at.desk.sandbox.switches({ faults: [] })
    await at.desk.does.checkBatch(asked(at.chenJing, { params, body: { which: 'missing' } }))
    expect(await at.reached(batchId, 'checked')).toMatchObject({ verdicts: { not_checked: 0 } })
  })

  test('goes on after a restart where it was', async () => {
    const userIds = await at.leavers(20)
    const body = { kind: 'delete' as const, userIds }
    const { batchId } = await at.desk.does.planBatch(asked(at.chenJing, { body }))
    await at.desk.restart()
    const batch = await at.reached(batchId, 'checked')
    expect(batch).toMatchObject({ rows: 20, checkedRows: 20 })
  })

  test('gives up where GenAuth answers nothing, and says so of every row', async () => {
    const userIds = [...(await at.leavers(20)), ...Array.from({ length: 220 }, (_, i) => `x${i}`)]
    at.desk.sandbox.switches({ faults: [{ call: 'reads', behave: '401' }] })
    const batch = await at.checked(userIds)
    expect(batch).toMatchObject({ willRun: 0, verdicts: { not_checked: 240 } })
    expect(askedFor('get-user-batch')).toBeLessThan(10)
  })

  test('another kind is another check; another title is not', async () => {
    const { batchId } = await at.checked(await at.leavers(3), 'delete')
    const params = { batchId }
    const before = askedFor('get-user-batch')
    const named = { title: 'November', reason: 'HR-2231' }
    await at.desk.does.editBatch(asked(at.chenJing, { params, body: named }))
    expect(await at.get(batchId)).toMatchObject({ state: 'checked', ...named })
    expect(askedFor('get-user-batch')).toBe(before)
    const edited = await at.desk.does.editBatch(
      asked(at.chenJing, { params, body: { kind: 'resign' as const } }),
    )
    expect(edited).toMatchObject({ kind: 'resign', state: 'checking', fingerprint: null })
    expect(await at.reached(batchId, 'checked')).toMatchObject({ verdicts: { already_so: 3 } })
  })

  test('whoever did not make the list changes nothing of it', async () => {
    const { batchId } = await at.checked(await at.leavers(1))
    const linMei = await at.desk.signIn('Lin Mei')
    const params = { batchId }
    const { does } = at.desk
    const tries = [
      does.editBatch(asked(linMei, { params, body: { title: 'x' } })),
      does.checkBatch(asked(linMei, { params, body: { which: 'all' } })),
      does.stopCheck(asked(linMei, { params, body: {} })),
      does.decideRow(
        asked(linMei, { params: { batchId, row: 1 }, body: { decision: 'left_out' as const } }),
      ),
      does.discardBatch(asked(linMei, { params, body: {} })),
    ]
    for (const one of tries) await expect(one).rejects.toMatchObject({ code: 'role_required' })
  })
})
