import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ListKind } from '#contract/batch.ts'
import { openBatchDesk } from './batch.fixture.ts'
import { asked } from './desk.fixture.ts'

type BatchDesk = Awaited<ReturnType<typeof openBatchDesk>>
let at: BatchDesk

beforeEach(async () => {
  at = await openBatchDesk()
})
afterEach(() => at.desk.close())

test('suspending gives everybody the status, fifty in a call, each read back', async () => {
  const userIds = await at.active(12)
  const batch = await at.run(userIds, 'suspend')
  expect(batch).toMatchObject({ state: 'finished', outcomes: { done: 12 } })
  expect(at.desk.calls('update-user-batch').map(({ ids }) => ids.length)).toEqual([5, 7])
  for (const userId of userIds) expect(await at.statusOf(userId)).toBe('Suspended')
})

test('resigning is done once the status and every right are seen to be gone', async () => {
  const userIds = [at.desk.person('gao-xiang').userId, ...(await at.active(6))]
  const batch = await at.run(userIds, 'resign', { endSessions: false })
  expect(batch).toMatchObject({ state: 'finished', outcomes: { done: 7 } })
  expect(at.desk.calls('resign-user-batch').map(({ ids }) => ids.length)).toEqual([5, 2])
  expect(at.desk.calls('kick-users')).toEqual([])
  const [row] = await at.rowsOf(batch.batchId)
  expect(row?.seen).toMatchObject({ status: 'Resigned', roles: 0, departments: 0, sessions: null })
})

test('sessions end first, each an act of its own, and the resignation shows none', async () => {
  const userIds = await at.active(12)
  const signedIn = await Promise.all(
    userIds.map(async (userId) => {
      const read = await at.desk.genauth.getUserLoggedInApps(userId)
      return read.ok && read.value.length > 0 ? [userId] : []
    }),
  )
  expect(signedIn.flat().length).toBeGreaterThan(2)
  const batch = await at.run(userIds, 'resign', { endSessions: true })
  expect(batch).toMatchObject({ state: 'finished', outcomes: { done: 12 } })
  const kicked = at.desk.calls('kick-users').flatMap(({ ids }) => ids)
  expect([...kicked].sort()).toEqual([...signedIn.flat()].sort())
  for (const row of await at.rowsOf(batch.batchId)) {
    expect(row).toMatchObject({ seen: { sessions: 0 }, sends: 1 })
  }
  const entries = await at.desk.store.audit.entries(1, 500)
  const about = entries.filter(({ userId }) => userId === signedIn.flat()[0])
  expect(about.map(({ kind, action }) => [kind, action])).toEqual([
    ['intent', 'endSessions'],
    ['outcome', 'endSessions'],
    ['intent', 'resignUser'],
    ['outcome', 'resignUser'],
  ])
})

test('whoever cannot be signed out is not told to be done', async () => {
  const people = await at.active(12)
  const reads = await Promise.all(people.map((id) => at.desk.genauth.getUserLoggedInApps(id)))
  const stays = people.find((_, index) => {
    const read = reads[index]
    return read?.ok && read.value.length > 0
  })
  // Not among the first few, with whom everything must go well.
  const userIds = [...people.filter((id) => id !== stays), stays ?? '']
  at.desk.sandbox.switches({
    policy: 'resign-keeps=identities,sync,sessions',
    faults: [{ call: 'kick-users', userId: stays ?? '', behave: 'lie' }],
  })
  const batch = await at.run(userIds, 'resign', { endSessions: true })
  expect(batch).toMatchObject({ outcomes: { done: 11, not_confirmed: 1 } })
})

test('nobody is deleted whose sessions were not seen to end', async () => {
  const people = await at.active(12)
  const reads = await Promise.all(people.map((id) => at.desk.genauth.getUserLoggedInApps(id)))
  const signedIn = people.filter((_, index) => {
    const read = reads[index]
    return read?.ok && read.value.length > 0
  })
  const [stays = '', unread = ''] = signedIn
  await at.desk.genauth.updateUserStatuses(
    people.map((userId) => ({ userId, status: 'Suspended' })),
  )
  const userIds = [...people.filter((id) => id !== stays && id !== unread), stays, unread]
  const { batchId } = await at.checked(userIds, 'delete')
  const body = { endSessions: true }
  await at.desk.does.editBatch(asked(at.chenJing, { params: { batchId }, body }))
  await at.confirm(batchId)
  at.desk.sandbox.switches({
    faults: [
      { call: 'kick-users', userId: stays, behave: '500' },
      { call: 'get-user-loggedin-apps', userId: unread, behave: '500' },
    ],
  })
  await at.start(batchId)
  const batch = await at.reached(batchId, 'finished', 'paused')
  expect(batch.outcomes).toMatchObject({ done: 10, not_confirmed: 1, held: 1 })
  const deleted = at.desk.calls('delete-users-batch').flatMap(({ ids }) => ids)
  expect(deleted).not.toContain(stays)
  expect(deleted).not.toContain(unread)
})

test('a resignation that could be read in part only is not sent again', async () => {
  const [first = ''] = await at.active(1)
  const { batchId } = await at.checked([first], 'resign')
  await at.confirm(batchId)
  at.desk.sandbox.switches({ faults: [{ call: 'get-user-roles', behave: '500' }] })
  await at.start(batchId)
  const batch = await at.reached(batchId, 'finished', 'paused')
  expect(batch.outcomes).toMatchObject({ not_confirmed: 1 })
  expect(at.desk.calls('resign-user-batch')).toHaveLength(1)
})

test.each<ListKind>(['suspend', 'resign', 'delete'])(
  '%s: paused by a person, and gone on',
  async (kind) => {
    const userIds = kind === 'delete' ? await at.leavers(12) : await at.active(12)
    const { batchId } = await at.checked(userIds, kind)
    await at.confirm(batchId)
    const calls = {
      suspend: 'update-user-batch',
      resign: 'resign-user-batch',
      delete: 'delete-users-batch',
    }
    at.desk.sandbox.switches({
      faults: [{ call: calls[kind], behave: 'slow', delayMs: 500, times: 1 }],
    })
    await at.start(batchId)
    await expect.poll(() => at.desk.calls(calls[kind]).length).toBe(1)
    const params = { batchId }
    const paused = await at.desk.does.pauseBatch(asked(at.chenJing, { params, body: {} }))
    expect(paused).toMatchObject({ state: 'paused', pausedBecause: 'person' })
    await at.start(batchId)
    expect(await at.reached(batchId, 'finished')).toMatchObject({ outcomes: { done: 12 } })
    const sent = at.desk.calls(calls[kind]).flatMap(({ ids }) => ids)
    expect([...sent].sort()).toEqual([...userIds].sort())
  },
)
