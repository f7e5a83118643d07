import { afterEach, describe, expect, test } from 'vitest'
import type { Guards } from './guards.fixture.ts'
import { openGuards } from './guards.fixture.ts'

type Browser = Awaited<ReturnType<Guards['signIn']>>
let at: Guards
let chenJing: Browser

const minute = 60_000

async function open(options: Parameters<typeof openGuards>[0] = {}) {
  at = await openGuards(options)
  chenJing = await at.signIn('Chen Jing', 'operator')
}
afterEach(() => at.close())

const start = (batchId: number) => at.step(chenJing, 'start', batchId)

describe('the limits of one list', () => {
  test('more than a share of the pool needs a second person, just so many do not', async () => {
    await open()
    const most = await at.checked(chenJing, await at.people(13))
    expect(most.approval).toMatchObject({ needed: null, allowance: 13 })
    const more = await at.confirmed(chenJing, await at.people(14))
    expect(more.approval).toMatchObject({ needed: 'share', allowance: 13, sentBefore: 0 })
    expect(await start(more.batchId)).toMatchObject({ code: 'approval_required' })
    expect(at.writes()).toEqual([])
  })

  test('of a pool whose size cannot be read, more than ten need one', async () => {
    await open({ settings: { approvalShare: 1 } })
    const [ten, eleven] = [await at.people(10), await at.people(11)]
    at.desk.sandbox.switches({ faults: [{ call: 'list-users', behave: '503' }] })
    at.desk.clock.move(6 * minute)
    chenJing = await at.signIn('Chen Jing', 'operator')
    const { batchId } = await at.confirmed(chenJing, eleven)
    expect(await start(batchId)).toMatchObject({ code: 'approval_required' })
    expect((await at.seen(chenJing, batchId)).approval).toMatchObject({
      needed: 'pool_unread',
      allowance: 10,
    })
    expect(await at.ran(chenJing, ten)).toMatchObject({ state: 'finished', outcomes: { done: 10 } })
  })

  test('a list that was small enough when it was confirmed is judged again at its start', async () => {
    await open({ settings: { approvalShare: 1 } })
    const { batchId, approval } = await at.confirmed(chenJing, await at.people(5))
    expect(approval.needed).toBeNull()
    at.desk.settings.approvalAbove = 4
    expect(await start(batchId)).toMatchObject({ code: 'approval_required' })
    expect(at.writes()).toEqual([])
  })

  test('whoever watches a list does not ask GenAuth each time how large the pool is', async () => {
    await open()
    const { batchId } = await at.checked(chenJing, await at.people(3))
    const before = at.desk.calls('list-users').length
    for (let times = 0; times < 20; times += 1) {
      await chenJing.get(`/api/batches/${batchId}/changes?since=0`)
      await chenJing.get('/api/batches')
    }
    expect(at.desk.calls('list-users')).toHaveLength(before)
  })
})
