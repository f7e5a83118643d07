import { afterEach, beforeEach, expect, test } from 'vitest'
import { openBatchDesk } from './batch.fixture.ts'
import { asked } from './desk.fixture.ts'

type BatchDesk = Awaited<ReturnType<typeof openBatchDesk>>
let at: BatchDesk

beforeEach(async () => {
  at = await openBatchDesk()
})
afterEach(() => at.desk.close())

/** Li Wei is on a list of his own, to be resigned and signed out. */
async function listed() {
  const { desk, chenJing } = at
  const { userId } = desk.person('li-wei')
  const { batchId } = await at.checked([userId], 'resign')
  await desk.does.editBatch(asked(chenJing, { params: { batchId }, body: { endSessions: true } }))
  await at.confirm(batchId)
  return batchId
}

const kicks = () => at.desk.calls('kick-users')

test('sessions that never end are asked to end once for each send of the act', async () => {
  const batchId = await listed()
  at.desk.sandbox.switches({ faults: [{ call: 'kick-users', behave: 'reset' }] })
  await at.start(batchId)
  expect(await at.reached(batchId, 'finished', 'paused')).toMatchObject({
    state: 'finished',
    outcomes: { not_confirmed: 1 },
  })
  expect(at.desk.calls('resign-user-batch')).toHaveLength(2)
  expect(kicks()).toHaveLength(2)
})

test('whose sessions were ended, and who was then refused, has not failed without effect', async () => {
  const batchId = await listed()
  at.desk.sandbox.switches({ faults: [{ call: 'resign-user-batch', behave: '404' }] })
  await at.start(batchId)
  const batch = await at.reached(batchId, 'finished', 'paused')
  expect(Object.values(kicks()[0]?.effects ?? {})).toEqual(['kicked'])
  expect(batch.outcomes).toMatchObject({ failed: 0, not_confirmed: 1 })
})

test('whose sessions were ended before somebody pressed Stop has been started', async () => {
  const batchId = await listed()
  at.desk.sandbox.switches({
    faults: [{ call: 'kick-users', behave: 'slow', delayMs: 500, times: 1 }],
  })
  await at.start(batchId)
  await expect.poll(() => kicks().length).toBe(1)
  const stop = { params: { batchId }, body: {} }
  await at.desk.does.stopBatch(asked(at.chenJing, stop))
  const batch = await at.reached(batchId, 'stopped', 'finished')
  expect(at.desk.calls('resign-user-batch')).toEqual([])
  expect(batch.outcomes).toMatchObject({ not_started: 0, not_confirmed: 1 })
})

test('whose sessions were ended, and who then changed, is not merely held', async () => {
  const { desk } = at
  const { userId } = desk.person('li-wei')
  const batchId = await listed()
  desk.sandbox.switches({
    faults: [{ call: 'get-user-loggedin-apps', behave: 'slow', delayMs: 500, times: 2 }],
  })
  await at.start(batchId)
  await expect.poll(() => kicks().length).toBe(1)
  await desk.genauth.updateUserStatuses([{ userId, status: 'Suspended' }])
  const batch = await at.reached(batchId, 'paused', 'finished')
  expect(desk.calls('resign-user-batch')).toEqual([])
  expect(batch.outcomes).toMatchObject({ held: 0, not_confirmed: 1 })
})
