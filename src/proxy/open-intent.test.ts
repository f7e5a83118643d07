import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Desk } from './desk.fixture.ts'
import { asked, openDesk } from './desk.fixture.ts'
import type { Caller } from './handler.ts'

let desk: Desk
let chenJing: Caller

beforeEach(async () => {
  desk = await openDesk()
  chenJing = await desk.signIn('Chen Jing')
})
afterEach(() => desk.close())

/** An act that was written down and then, as far as anybody here knows, nothing. */
async function leaveOpen(action: 'resignUser' | 'deleteUser', key: string, facts = {}) {
  return desk.store.acts.recordIntent(
    {
      action,
      userId: desk.person(key).userId,
      personId: chenJing.personId,
      roles: ['operator'],
      personal: {},
      facts,
      requestId: null,
      snapshot: null,
    },
    desk.clock.now().toISOString(),
  )
}

test('an act on somebody whose last act is still open is refused', async () => {
  await leaveOpen('resignUser', 'li-wei')
  const params = { userId: desk.person('li-wei').userId }
  const { version } = await desk.does.getUser(asked(chenJing, { params }))
  const body = { version, reason: 'HR-1', typed: 'liwei' }
  await expect(desk.does.deleteUser(asked(chenJing, { params, body }))).rejects.toMatchObject({
    code: 'user_busy',
  })
})

test('an act that the last process left open is settled by reading, not by sending', async () => {
  const entryId = await leaveOpen('deleteUser', 'li-wei')
  await desk.restart()
  await expect.poll(() => desk.store.acts.open()).toEqual([])
  expect((await desk.store.acts.find(entryId))?.outcome).toBe('not_confirmed')
  expect(desk.calls('delete-users-batch')).toEqual([])
})

test('an act that was applied while nobody was there is done once it is seen', async () => {
  await desk.genauth.deleteUsersBatch([desk.person('li-wei').userId])
  const entryId = await leaveOpen('deleteUser', 'li-wei')
  await desk.restart()
  await expect.poll(() => desk.store.acts.open()).toEqual([])
  expect((await desk.store.acts.find(entryId))?.outcome).toBe('done')
  expect(desk.calls('delete-users-batch')).toHaveLength(1)
})

test('looking again frees somebody whose act never got its outcome', async () => {
  const entryId = await leaveOpen('resignUser', 'li-wei')
  const check = () => desk.does.checkAct(asked(chenJing, { params: { entryId }, body: {} }))
  await expect(check()).rejects.toMatchObject({ code: 'wrong_state' })
  desk.clock.move(60_000)
  expect(await check()).toMatchObject({ outcome: 'not_confirmed', seen: { status: 'Activated' } })
  expect(await desk.store.acts.open()).toEqual([])
  expect(desk.calls('resign-user')).toEqual([])
})

test('an act of many calls may take longer before anybody calls it left over', async () => {
  const entryId = await leaveOpen('resignUser', 'li-wei', { calls: 20 })
  const check = () => desk.does.checkAct(asked(chenJing, { params: { entryId }, body: {} }))
  desk.clock.move(20 * desk.settings.genauthTimeoutMs)
  await expect(check()).rejects.toMatchObject({ code: 'wrong_state' })
  desk.clock.move(60_000)
  expect(await check()).toMatchObject({ outcome: 'not_confirmed' })
})

test('an act does not send on a reading from before somebody else acted', async () => {
  const { userId } = desk.person('stubborn-stan')
  const { version } = await desk.does.getUser(asked(chenJing, { params: { userId } }))
  const body = { version, reason: 'HR-1', typed: 'stubbornstan' }
  desk.sandbox.switches({
    faults: [{ call: 'get-user-posts', userId, behave: 'slow', delayMs: 1_500, times: 1 }],
  })
  const slow = desk.does.deleteUser(asked(chenJing, { params: { userId }, body }))
  await expect.poll(() => desk.calls('get-user-posts').length).toBe(2)
  const quick = await desk.does.deleteUser(asked(chenJing, { params: { userId }, body }))
  expect(quick.outcome).toBe('not_confirmed')
  await expect(slow).rejects.toMatchObject({ code: 'user_busy' })
  expect(desk.calls('delete-users-batch')).toHaveLength(1)
})
