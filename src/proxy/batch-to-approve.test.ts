import { afterEach, beforeEach, expect, test } from 'vitest'
import { BatchList } from '#contract/batch.ts'
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

/** Numbers of the batches that somebody is shown as waiting for a second person. */
async function waiting(who: Browser, page = 1): Promise<{ totalCount: number; numbers: number[] }> {
  const { body } = await who.get(`/api/batches?only=to_approve&page=${page}`)
  const { totalCount, batches } = BatchList.parse(body)
  return { totalCount, numbers: batches.map(({ batchId }) => batchId) }
}

test('Lists that wait for a second person are found, the newest first', async () => {
  const first = await at.confirmed(chenJing, await at.people(4))
  await at.confirmed(chenJing, await at.people(3))
  await at.checked(chenJing, await at.people(5))
  const last = await at.confirmed(chenJing, await at.people(4))
  const both = { totalCount: 2, numbers: [last.batchId, first.batchId] }
  expect(await waiting(wuHan)).toEqual(both)
  expect(await waiting(chenJing)).toEqual(both)
  expect(await waiting(wuHan, 2)).toEqual({ totalCount: 2, numbers: [] })
})

test('A list that was approved, or sent back, waits no longer', async () => {
  const one = await at.confirmed(chenJing, await at.people(4))
  const other = await at.confirmed(chenJing, await at.people(4))
  await at.step(wuHan, 'approve', one.batchId)
  expect((await waiting(wuHan)).numbers).toEqual([other.batchId])
  await at.step(wuHan, 'decline', other.batchId)
  expect((await waiting(wuHan)).numbers).toEqual([])
})

test('A list waits again once whoever approved it may approve no more', async () => {
  const { batchId } = await at.confirmed(chenJing, await at.people(4))
  await at.step(wuHan, 'approve', batchId)
  await at.signIn('Wu Han', 'operator')
  expect((await waiting(chenJing)).numbers).toEqual([batchId])
})

test('A request that is too old waits for nobody: the list is checked again first', async () => {
  await at.confirmed(chenJing, await at.people(4))
  at.desk.clock.move(24 * 3_600_000 + 1)
  expect(await waiting(await at.signIn('Zhou Kai', 'approver'))).toEqual({
    totalCount: 0,
    numbers: [],
  })
})

test.each(['approved', '', 'to_approve,to_approve'])(
  'Asking only for %j is refused',
  async (only) => {
    expect(await wuHan.get(`/api/batches?only=${only}`)).toMatchObject({
      status: 400,
      code: 'bad_request',
    })
  },
)
