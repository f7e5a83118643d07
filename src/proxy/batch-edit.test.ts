import { afterEach, beforeEach, expect, test } from 'vitest'
import { openBatchDesk } from './batch.fixture.ts'
import { asked } from './desk.fixture.ts'

type BatchDesk = Awaited<ReturnType<typeof openBatchDesk>>
let at: BatchDesk

beforeEach(async () => {
  at = await openBatchDesk()
})
afterEach(() => at.desk.close())

test('sessions that are to end, said while the list is being checked, are part of what is confirmed', async () => {
  const { desk, chenJing } = at
  desk.sandbox.switches({
    faults: [{ call: 'get-user', behave: 'slow', delayMs: 500, times: 1 }],
  })
  const body = { kind: 'resign' as const, userIds: [desk.person('li-wei').userId] }
  const { batchId } = await desk.does.planBatch(asked(chenJing, { body }))
  await expect.poll(() => desk.calls('get-user').length).toBe(1)
  const edit = { params: { batchId }, body: { endSessions: true } }
  expect(await desk.does.editBatch(asked(chenJing, edit))).toMatchObject({ state: 'checking' })
  await at.reached(batchId, 'checked')
  expect(await at.confirm(batchId)).toMatchObject({ state: 'confirmed', endSessions: true })
})
