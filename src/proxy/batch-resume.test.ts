import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { databasesOn, engines } from '#store/database.fixture.ts'
import { openBatchDesk } from './batch.fixture.ts'
import { withUser } from './batch-deed.ts'

type BatchDesk = Awaited<ReturnType<typeof openBatchDesk>>
describe.each(engines)('a run on %s', (engine) => {
  const databases = databasesOn(engine)
  let at: BatchDesk

  beforeEach(async () => {
    at = await openBatchDesk({ databaseUrl: await databases.fresh() })
  })
  afterEach(() => at.desk.close())

  /** Brings a batch to where its first rows were written down as sent, and the process ended. */
  async function diedAfterIntent(userIds: string[], sent: number) {
    const { desk, chenJing } = at
    const { batchId } = await at.checked(userIds)
    await at.confirm(batchId)
    const { batches } = desk.store
    await batches.change(batchId, ['confirmed'], {
      state: 'running',
      startedBy: chenJing.personId,
      startedAt: desk.clock.now().toISOString(),
    })
    const fence = await batches.takeFence(batchId, ['running'])
    const rows = withUser(await batches.nextRows(batchId, 'waiting', sent))
    const intents = rows.map(({ row, userId }) => ({
      row,
      userId,
      action: 'deleteUser' as const,
      personId: chenJing.personId,
      roles: ['operator'],
      requestId: null,
      snapshot: null,
      facts: {},
      personal: {},
    }))
    await batches.recordIntents(batchId, fence, intents, desk.clock.now().toISOString())
    return batchId
  }

  const sends = () => at.deletions().map(({ ids }) => ids)

  test('a call that was applied before the process died is done, and not sent again', async () => {
    const userIds = await at.leavers(6)
    const batchId = await diedAfterIntent(userIds, 5)
    await at.desk.genauth.deleteUsersBatch(userIds.slice(0, 5))
    await at.desk.restart()
    const batch = await at.reached(batchId, 'finished')
    expect(batch.outcomes).toMatchObject({ done: 6 })
    expect(sends()).toEqual([userIds.slice(0, 5), userIds.slice(5)])
  })

  test('a call that never left is sent again one by one, after it was read', async () => {
    const userIds = await at.leavers(6)
    const batchId = await diedAfterIntent(userIds, 2)
    await at.desk.restart()
    const batch = await at.reached(batchId, 'finished')
    expect(batch.outcomes).toMatchObject({ done: 6 })
    const [first, second, third] = sends()
    expect([first, second]).toEqual([[userIds[0]], [userIds[1]]])
    expect(third).toEqual(userIds.slice(2))
  })

  test('who was sent twice already and is still there is not confirmed, and not sent a third time', async () => {
    const { desk } = at
    const stella = desk.person('stubborn-stella').userId
    const batchId = await diedAfterIntent([stella], 1)
    await desk.restart()
    const batch = await at.reached(batchId, 'finished')
    expect(batch.outcomes).toMatchObject({ not_confirmed: 1 })
    expect(sends()).toHaveLength(1)
  })

  test('each intent has exactly one outcome after the restart', async () => {
    const batchId = await diedAfterIntent(await at.leavers(4), 4)
    await at.desk.restart()
    await at.reached(batchId, 'finished')
    const entries = await at.desk.store.audit.entries(1, 200)
    const intents = entries.filter(({ kind }) => kind === 'intent').map(({ seq }) => seq)
    const outcomes = entries
      .filter(({ kind }) => kind === 'outcome')
      .map(({ intentSeq }) => intentSeq)
    expect(intents).toHaveLength(8)
    expect([...outcomes].sort()).toEqual([...intents].sort())
  })

  test('being told to end in mid batch leaves it to the next start', async () => {
    const userIds = await at.leavers(12)
    const { batchId } = await at.checked(userIds)
    await at.confirm(batchId)
    await at.start(batchId)
    await at.desk.restart()
    const batch = await at.reached(batchId, 'finished')
    expect(batch.outcomes).toMatchObject({ done: 12 })
    expect(sends().flat()).toHaveLength(12)
  })

  test('where batches are to wait after a restart, what was in flight is read and nothing is sent', async () => {
    const userIds = await at.leavers(6)
    const batchId = await diedAfterIntent(userIds, 5)
    await at.desk.genauth.deleteUsersBatch(userIds.slice(0, 5))
    at.desk.settings.waitAfterRestart = true
    await at.desk.restart()
    const batch = await at.reached(batchId, 'paused')
    expect(batch).toMatchObject({ pausedBecause: 'restart', outcomes: { done: 5, waiting: 1 } })
    expect(sends()).toHaveLength(1)
    await at.start(batchId)
    expect(await at.reached(batchId, 'finished')).toMatchObject({ outcomes: { done: 6 } })
  })

  test('what a paused batch left open is settled by reading, and nothing is sent', async () => {
    const { desk } = at
    const userIds = await at.leavers(6)
    const batchId = await diedAfterIntent(userIds, 5)
    await desk.store.batches.change(batchId, ['running'], { state: 'paused' })
    await desk.genauth.deleteUsersBatch(userIds.slice(0, 5))
    await desk.restart()
    await expect.poll(async () => (await at.get(batchId)).outcomes.done).toBe(5)
    expect(await at.get(batchId)).toMatchObject({ state: 'paused', outcomes: { waiting: 1 } })
    expect(await desk.store.acts.open({ batchId })).toEqual([])
    expect(sends()).toHaveLength(1)
  })
})
