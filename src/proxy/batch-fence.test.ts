import { afterEach, beforeEach, expect, test } from 'vitest'
import { openBatchDesk } from './batch.fixture.ts'
import { runBatch } from './batch-run.ts'
import { asked } from './desk.fixture.ts'

type BatchDesk = Awaited<ReturnType<typeof openBatchDesk>>
let at: BatchDesk

beforeEach(async () => {
  at = await openBatchDesk()
})
afterEach(() => at.desk.close())

const outcomes = async (batchId: number) => (await at.get(batchId)).outcomes

test('a runner that was superseded changes nothing of what the other recorded', async () => {
  const userIds = await at.leavers(4)
  const { batchId } = await at.checked(userIds)
  await at.confirm(batchId)
  at.desk.sandbox.switches({
    faults: [{ call: 'get-user-batch', behave: 'slow', delayMs: 700, times: 1 }],
  })
  await at.start(batchId)
  await expect.poll(() => at.desk.calls('get-user-batch').length).toBe(1)
  await runBatch(at.desk.world, batchId)
  await at.reached(batchId, 'finished')
  await expect
    .poll(() => at.desk.calls('get-user-batch').every(({ answered }) => answered !== null))
    .toBe(true)
  expect(await outcomes(batchId)).toMatchObject({ done: 4, already_so: 0 })
  expect(at.deletions()).toHaveLength(1)
})

test('two starts at once are one start, with one note', async () => {
  const { batchId } = await at.checked(await at.leavers(3))
  await at.confirm(batchId)
  const starts = await Promise.allSettled([1, 2, 3].map(() => at.start(batchId)))
  expect(starts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await at.reached(batchId, 'finished')
  const entries = await at.desk.store.audit.entries(1, 100)
  expect(entries.filter(({ action }) => action === 'startBatch')).toHaveLength(1)
})

test('who became protected after the check is held when their turn comes', async () => {
  const [first = '', second = ''] = await at.leavers(2)
  const { batchId } = await at.checked([first, second])
  await at.confirm(batchId)
  at.desk.settings.protectedUsers = new Set([second])
  await at.start(batchId)
  expect(await at.reached(batchId, 'paused')).toMatchObject({ pausedBecause: 'drift' })
  expect(await outcomes(batchId)).toMatchObject({ held: 1, waiting: 1 })
  expect(at.deletions()).toEqual([])
})

test('whoever lost the role meanwhile runs nothing', async () => {
  const { batchId } = await at.checked(await at.leavers(2))
  await at.confirm(batchId)
  await at.desk.signIn('Chen Jing', 'viewer')
  await at.start(batchId)
  expect(await at.reached(batchId, 'paused')).toMatchObject({ pausedBecause: 'role' })
  expect(at.deletions()).toEqual([])
})

test('somebody acted on while the chunk was read is held, not sent on an old reading', async () => {
  const [leaver = ''] = await at.leavers(1)
  const { batchId } = await at.checked([leaver])
  await at.confirm(batchId)
  at.desk.sandbox.switches({
    faults: [{ call: 'get-user-batch', behave: 'slow', delayMs: 700, times: 1 }],
  })
  await at.start(batchId)
  await expect.poll(() => at.desk.calls('get-user-batch').length).toBe(1)
  const { acts } = at.desk.store
  const now = at.desk.clock.now().toISOString()
  const intentSeq = await acts.recordIntent(
    {
      action: 'deleteUser',
      userId: leaver,
      personId: at.chenJing.personId,
      roles: ['operator'],
      personal: {},
      facts: {},
      requestId: null,
      snapshot: null,
    },
    now,
  )
  await acts.recordOutcome({ intentSeq, outcome: 'not_confirmed', facts: {}, requestId: null }, now)
  await at.reached(batchId, 'paused')
  expect(await outcomes(batchId)).toMatchObject({ held: 1 })
  expect(at.deletions()).toEqual([])
})

test('reads that are turned away slow the run down and lose nobody', async () => {
  const { batchId } = await at.checked(await at.leavers(12))
  await at.confirm(batchId)
  at.desk.sandbox.switches({ faults: [{ call: 'reads', behave: '429', times: 15 }] })
  await at.start(batchId)
  expect(await at.reached(batchId, 'finished', 'paused')).toMatchObject({ state: 'finished' })
  expect(await outcomes(batchId)).toMatchObject({ done: 12 })
})

test('the rest does not begin before a small chunk was clean', async () => {
  const userIds = await at.leavers(20)
  const { batchId } = await at.checked(userIds)
  await at.confirm(batchId)
  at.desk.sandbox.switches({
    faults: userIds
      .slice(0, 4)
      .map((userId) => ({ call: 'delete-users-batch', userId, behave: 'lie' as const })),
  })
  await at.start(batchId)
  const batch = await at.reached(batchId, 'paused')
  expect(batch).toMatchObject({ pausedBecause: 'failures', canaryAt: null })
  expect(at.deletions().every(({ ids }) => ids.length <= 5)).toBe(true)
})

test('a second send that is refused does not turn the first one into a failure', async () => {
  const { desk } = at
  const stella = desk.person('stubborn-stella').userId
  const { batchId } = await at.checked([stella])
  await at.confirm(batchId)
  desk.sandbox.switches({
    faults: [
      { call: 'delete-users-batch', behave: '500', times: 1 },
      { call: 'delete-users-batch', behave: '404' },
    ],
  })
  await at.start(batchId)
  await at.reached(batchId, 'finished', 'paused')
  expect(await outcomes(batchId)).toMatchObject({ failed: 0, not_confirmed: 1 })
  expect(at.deletions()).toHaveLength(2)
})

test('an act of a batch is not checked as if it were a single one', async () => {
  const { batchId } = await at.checked([at.desk.person('stubborn-stella').userId])
  await at.confirm(batchId)
  await at.start(batchId)
  await at.reached(batchId, 'finished')
  const [last] = await at.desk.store.acts.history(at.desk.person('stubborn-stella').userId, 1)
  const params = { entryId: last?.seq ?? 0 }
  await expect(
    at.desk.does.checkAct(asked(at.chenJing, { params, body: {} })),
  ).rejects.toMatchObject({ code: 'wrong_state' })
})
