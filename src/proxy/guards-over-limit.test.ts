import { afterEach, describe, expect, test } from 'vitest'
import { asked } from './desk.fixture.ts'
import type { Guards } from './guards.fixture.ts'
import { openGuards } from './guards.fixture.ts'
import { handlers } from './handlers.ts'

type Browser = Awaited<ReturnType<Guards['signIn']>>
let at: Guards
let chenJing: Browser

const minute = 60_000

async function open(options: Parameters<typeof openGuards>[0] = {}) {
  at = await openGuards(options)
  chenJing = await at.signIn('Chen Jing', 'operator')
}
afterEach(() => at.close())

const suspend = (userId: string) => at.act(chenJing, 'suspend', userId)
const start = (batchId: number) => at.step(chenJing, 'start', batchId)

test('of a batch that waits, only those who are left count again, and each once', async () => {
  await open({ settings: { approvalAbove: 9 } })
  const userIds = await at.people(7, true)
  const { batchId } = await at.confirmed(chenJing, userIds)
  const others = await at.people(6)
  at.desk.sandbox.switches({
    faults: [{ call: 'update-user-batch', behave: 'slow', delayMs: 500, times: 1 }],
  })
  await start(batchId)
  await expect.poll(() => at.writes().length).toBe(1)
  await chenJing.post(`/api/batches/${batchId}/pause`)
  await expect
    .poll(async () => (await at.seen(chenJing, batchId)).outcomes)
    .toMatchObject({ done: 5, waiting: 2 })
  at.desk.clock.move(61 * minute)
  chenJing = await at.signIn('Chen Jing', 'operator')
  for (const userId of others) expect(await suspend(userId)).toMatchObject({ status: 200 })
  for (const userId of userIds.slice(5)) {
    expect(await at.act(chenJing, 'end-sessions', userId)).toMatchObject({ status: 200 })
  }
  expect((await at.seen(chenJing, batchId)).approval).toMatchObject({
    needed: null,
    allowance: 9,
    sentBefore: 8,
  })
  expect(await start(batchId)).toMatchObject({ status: 200 })
  await at.reached(chenJing, batchId, 'finished')
})

test('a list that becomes another one while its start is judged does not start', async () => {
  await open({ settings: { approvalAbove: 3 } })
  const userIds = await at.people(4)
  const { batchId, fingerprint } = await at.confirmed(chenJing, userIds.slice(0, 3))
  const judged = Promise.withResolvers<void>()
  const judging = Promise.withResolvers<void>()
  const poolSize = async () => {
    judging.resolve()
    await judged.promise
    return 10_000
  }
  const { startBatch } = handlers({ ...at.desk.world, poolSize })
  const body = { fingerprint: fingerprint ?? '' }
  const starting = startBatch(asked(chenJing, { params: { batchId }, body }))
  await judging.promise
  const more = await chenJing.paste(`${userIds[3]}\n`, 'suspend', batchId)
  expect(more).toMatchObject({ status: 200 })
  await at.reached(chenJing, batchId, 'checked')
  await at.step(chenJing, 'confirm', batchId)
  judged.resolve()
  await expect(starting).rejects.toMatchObject({ code: 'wrong_state' })
  expect(await at.seen(chenJing, batchId)).toMatchObject({ state: 'confirmed', willRun: 4 })
  expect(at.writes()).toEqual([])
})

describe('a batch that runs into the limit', () => {
  /** Starts a list of seven while three others are acted on before its first chunk is written down. */
  async function overtaken() {
    await open({ settings: { approvalAbove: 9 } })
    const { batchId } = await at.confirmed(chenJing, await at.people(7))
    const others = await at.people(3)
    at.desk.sandbox.switches({
      faults: [{ call: 'get-user-batch', behave: 'slow', delayMs: 1_000, times: 1 }],
    })
    expect(await start(batchId)).toMatchObject({ status: 200 })
    for (const userId of others) expect(await suspend(userId)).toMatchObject({ status: 200 })
    return { batchId, paused: await at.reached(chenJing, batchId, 'paused', 'finished') }
  }

  test('waits, with everybody accounted for, and goes on once a second person has approved', async () => {
    const { batchId, paused } = await overtaken()
    expect(paused).toMatchObject({
      state: 'paused',
      pausedBecause: 'approval',
      outcomes: { done: 5, waiting: 2, sending: 0 },
      approval: { needed: 'window', allowance: 9, sentBefore: 3 },
    })
    expect(await start(batchId)).toMatchObject({ code: 'approval_required' })
    const wuHan = await at.signIn('Wu Han', 'approver')
    expect(await at.step(wuHan, 'decline', batchId)).toMatchObject({ code: 'wrong_state' })
    expect(await at.step(wuHan, 'approve', batchId)).toMatchObject({ status: 200 })
    expect(await start(batchId)).toMatchObject({ status: 200 })
    const finished = await at.reached(chenJing, batchId, 'finished')
    expect(finished.outcomes).toMatchObject({ done: 7 })
  })

  test('goes on without one once the window has moved on', async () => {
    const { batchId } = await overtaken()
    at.desk.clock.move(61 * minute)
    chenJing = await at.signIn('Chen Jing', 'operator')
    expect((await at.seen(chenJing, batchId)).approval).toMatchObject({
      needed: null,
      sentBefore: 0,
    })
    expect(await start(batchId)).toMatchObject({ status: 200 })
    expect(await at.reached(chenJing, batchId, 'finished')).toMatchObject({ outcomes: { done: 7 } })
  })
})
