import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openBatchDesk } from './batch.fixture.ts'
import { asked } from './desk.fixture.ts'

type BatchDesk = Awaited<ReturnType<typeof openBatchDesk>>
let desk: BatchDesk['desk']
let chenJing: BatchDesk['chenJing']
let reached: BatchDesk['reached']
let leavers: BatchDesk['leavers']
let checked: BatchDesk['checked']
let confirm: BatchDesk['confirm']
let start: BatchDesk['start']
let run: BatchDesk['run']
let deletions: BatchDesk['deletions']

beforeEach(async () => {
  ;({ desk, chenJing, reached, leavers, checked, confirm, start, run, deletions } =
    await openBatchDesk())
})
afterEach(() => desk.close())

describe('running', () => {
  test('deletes a list in a canary and chunks of at most fifty, each row read back', async () => {
    const userIds = await leavers(20)
    const batch = await run(userIds)
    expect(batch).toMatchObject({ state: 'finished', outcomes: { done: 20 } })
    expect(deletions().map(({ ids }) => ids.length)).toEqual([5, 15])
    expect(deletions().flatMap(({ ids }) => ids)).toEqual(userIds)
    expect(new Set(deletions().map(({ userIdType }) => userIdType))).toEqual(new Set(['user_id']))
    for (const userId of userIds) {
      expect(await desk.genauth.getUser(userId, 'user_id')).toEqual({ ok: true, value: null })
    }
  })

  test('sends nobody who was not on the frozen list', async () => {
    const { batchId } = await checked([desk.person('li-wei').userId, ...(await leavers(2))])
    await confirm(batchId)
    await start(batchId)
    await reached(batchId, 'finished')
    expect(deletions().flatMap(({ ids }) => ids)).not.toContain(desk.person('li-wei').userId)
  })

  test('Stubborn Stella is sent once more, alone, and ends as not confirmed', async () => {
    const stella = desk.person('stubborn-stella').userId
    const batch = await run([...(await leavers(3)), stella])
    expect(batch).toMatchObject({ outcomes: { done: 3, not_confirmed: 1 } })
    expect(deletions().map(({ ids }) => ids.length)).toEqual([4, 1])
  })

  test('Timeout Theo is done without a second call', async () => {
    const theo = desk.person('timeout-theo').userId
    const batch = await run([...(await leavers(3)), theo])
    expect(batch).toMatchObject({ state: 'finished', outcomes: { done: 4 } })
    expect(deletions()).toHaveLength(1)
  })

  test('Gone Greta ends as done or already so, and nobody beside her is lost', async () => {
    const greta = desk.person('gone-greta').userId
    const batch = await run([...(await leavers(3)), greta])
    const { done, already_so } = batch.outcomes
    expect(done + already_so).toBe(4)
  })

  test('who changed since the check is held, and the batch waits for a person', async () => {
    const [first = '', second = ''] = await leavers(2)
    const { batchId } = await checked([first, second])
    await confirm(batchId)
    await desk.store.batches.patchRows(batchId, [{ row: 2, checkedVersion: 'as it was' }])
    await start(batchId)
    const batch = await reached(batchId, 'paused')
    expect(batch).toMatchObject({ pausedBecause: 'drift', outcomes: { held: 1, waiting: 1 } })
    expect(deletions()).toEqual([])
    await start(batchId)
    expect(await reached(batchId, 'finished')).toMatchObject({ outcomes: { held: 1, done: 1 } })
  })

  test('a key that is no longer accepted pauses it with everybody accounted for', async () => {
    desk.sandbox.switches({ faults: [{ call: 'delete-users-batch', behave: '401' }] })
    const batch = await run(await leavers(8))
    expect(batch).toMatchObject({
      state: 'paused',
      pausedBecause: 'refused',
      outcomes: { waiting: 8 },
    })
    desk.sandbox.switches({ faults: [] })
    await start(batch.batchId)
    expect(await reached(batch.batchId, 'finished')).toMatchObject({ outcomes: { done: 8 } })
  })

  test('too many calls: it rests, and loses and repeats nobody', async () => {
    desk.sandbox.switches({ faults: [{ call: 'delete-users-batch', behave: '429', times: 3 }] })
    const batch = await run(await leavers(8))
    expect(batch).toMatchObject({ state: 'finished', outcomes: { done: 8 } })
    const applied = deletions().filter(({ effects }) => Object.values(effects).includes('deleted'))
    expect(applied.flatMap(({ ids }) => ids)).toHaveLength(8)
  })

  test('Stop leaves the rest unsent', async () => {
    const { batchId } = await checked(await leavers(20))
    await confirm(batchId)
    desk.sandbox.switches({
      faults: [{ call: 'delete-users-batch', behave: 'slow', delayMs: 500, times: 1 }],
    })
    await start(batchId)
    await expect.poll(() => deletions().length).toBe(1)
    await desk.does.stopBatch(asked(chenJing, { params: { batchId }, body: {} }))
    const batch = await reached(batchId, 'stopped', 'finished')
    expect(batch).toMatchObject({ state: 'stopped', outcomes: { done: 5, not_started: 15 } })
    expect(deletions().flatMap(({ ids }) => ids)).toHaveLength(5)
  })

  test('after an unclear answer nobody is sent again before the settling time is over', async () => {
    const [leaver = ''] = await leavers(1)
    const { batchId } = await checked([leaver])
    await confirm(batchId)
    desk.sandbox.switches({
      faults: [{ call: 'delete-users-batch', behave: 'reset', times: 1 }],
    })
    await start(batchId)
    expect(await reached(batchId, 'finished')).toMatchObject({ outcomes: { done: 1 } })
    const [first, second] = deletions().map(({ at }) => Date.parse(at))
    const apart = (second ?? 0) - (first ?? 0)
    expect(apart).toBeGreaterThanOrEqual(desk.settings.genauthSettleMs)
  })

  test('each send of each person is one intent and one outcome in a chain that holds', async () => {
    const userIds = await leavers(8)
    await run(userIds)
    const entries = await desk.store.audit.entries(1, 200)
    for (const userId of userIds) {
      const kinds = entries.filter((entry) => entry.userId === userId).map(({ kind }) => kind)
      expect(kinds).toEqual(['intent', 'outcome'])
    }
    expect(await desk.store.audit.verify()).toMatchObject({ holds: true })
  })
})

test('what changed since a cursor is told, and nothing twice', async () => {
  const { batchId, revision } = await checked(await leavers(3))
  const watch = (since: number) =>
    desk.does.watchBatch(asked(chenJing, { params: { batchId }, query: { since } }))
  const all = await watch(0)
  expect(all.rows.map(({ row }) => row)).toEqual([1, 2, 3])
  expect(await watch(revision)).toMatchObject({ rows: [], reload: false, cursor: revision })
})
