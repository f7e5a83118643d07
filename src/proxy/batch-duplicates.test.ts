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

describe('rows that mean the same user', () => {
  const choose = (batchId: number, row: number, userId: string) =>
    at.desk.does.chooseUser(asked(at.chenJing, { params: { batchId, row }, body: { userId } }))

  test('the next one counts when the first comes to mean somebody else', async () => {
    const { batchId } = await at.listed('id\n10023\n10023 \n')
    const wuDi = at.desk.person('wu-di').userId
    await choose(batchId, 1, wuDi)
    expect(await choose(batchId, 2, wuDi)).toMatchObject({ willRun: 1 })
    expect(await verdictsOf(batchId)).toEqual(['ready', 'duplicate'])
    await choose(batchId, 1, at.desk.person('ma-chao').userId)
    expect((await at.rowsOf(batchId)).map(({ userId }) => userId)[1]).toBe(wuDi)
    expect(await verdictsOf(batchId)).toEqual(['already_so', 'ready'])
  })

  test('the next one counts when the first is left out, and no longer when it is taken back', async () => {
    const { externalId, username } = at.desk.person('wu-di')
    const { batchId } = await at.listed(`工号,姓名\n${externalId},王芳\n${username} ,吴迪\n`)
    const kind = { idKind: 'auto' as const }
    await at.setColumns(batchId, kind)
    await at.reached(batchId, 'checked')
    const [first] = await at.rowsOf(batchId)
    expect(first).toMatchObject({ verdict: 'name_differs' })
    await choose(batchId, 2, first?.userId ?? '')
    expect(await verdictsOf(batchId)).toEqual(['name_differs', 'duplicate'])
    expect(await at.decide(batchId, 1, 'left_out')).toMatchObject({ willRun: 1 })
    expect((await verdictsOf(batchId))[1]).toBe('ready')
    expect(await at.decide(batchId, 1, null)).toMatchObject({ willRun: 0 })
    expect(await verdictsOf(batchId)).toEqual(['name_differs', 'duplicate'])
  })

  test('a decision is about whom somebody saw', async () => {
    const { externalId } = at.desk.person('wu-di')
    const { batchId } = await at.listed(`工号,姓名\n${externalId},王芳\n`)
    const body = { decision: 'accepted' as const, userId: at.desk.person('fang-yi').userId }
    await expect(
      at.desk.does.decideRow(asked(at.chenJing, { params: { batchId, row: 1 }, body })),
    ).rejects.toMatchObject({ code: 'plan_changed' })
  })
})
