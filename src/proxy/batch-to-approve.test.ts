import { afterEach, beforeEach, expect, test } from 'vitest'
import { BatchList } from '#contract/batch.ts'
import { resolvedBatch } from '#store/batch.fixture.ts'
import type { BatchPatch } from '#store/batch-records.ts'
import { heldVerdicts, runningVerdicts } from './batch-plan.ts'
import { batchesToApprove } from './batch-to-approve.ts'
import type { Guards } from './guards.fixture.ts'
import { openGuards } from './guards.fixture.ts'
import type { World } from './world.ts'

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

test('Whoever may approve is not shown what they had a hand in, which waits for another', async () => {
  const own = await at.confirmed(wuHan, await at.people(4))
  const other = await at.confirmed(chenJing, await at.people(4))
  const both = { totalCount: 2, numbers: [other.batchId, own.batchId] }
  expect(await waiting(wuHan)).toEqual({ totalCount: 1, numbers: [other.batchId] })
  expect(await waiting(await at.signIn('Zhou Kai', 'approver'))).toEqual(both)
  expect(await waiting(chenJing)).toEqual(both)
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

/** A list that Chen Jing has confirmed, put into the store as it lies there then. */
async function stored(userIds: readonly string[], parts: BatchPatch = {}): Promise<number> {
  const { store, clock } = at.desk
  const { batchId } = await resolvedBatch(store, chenJing.personId, userIds, { kind: 'suspend' })
  const rows = userIds.map((_, index) => ({ row: index + 1, verdict: 'ready' }))
  await store.batches.patchRows(batchId, rows)
  await store.batches.freezeRows(batchId, runningVerdicts, heldVerdicts)
  const expiresAt = new Date(clock.now().getTime() + 3_600_000).toISOString()
  const confirmed = { state: 'confirmed', fingerprint: 'f', expiresAt, ...parts }
  await store.batches.change(batchId, ['checking'], confirmed)
  return batchId
}

type Heard = { tallied: number[]; sentBy: number; waitedForGenAuth: number }

/** The world as it is, which writes down what of it is asked for. */
function overheard() {
  const { world } = at.desk
  const { store } = world
  const heard: Heard = { tallied: [], sentBy: 0, waitedForGenAuth: 0 }
  const batches: World['store']['batches'] = {
    ...store.batches,
    tallies(batchId) {
      heard.tallied.push(batchId)
      return store.batches.tallies(batchId)
    },
  }
  const acts: World['store']['acts'] = {
    ...store.acts,
    sentBy(...of) {
      heard.sentBy += 1
      return store.acts.sentBy(...of)
    },
  }
  const poolSize: World['poolSize'] = (how) => {
    if (!how?.atOnce) heard.waitedForGenAuth += 1
    return world.poolSize(how)
  }
  return { heard, world: { ...world, poolSize, store: { ...store, batches, acts } } }
}

test('Of many lists only those of the page are looked at closely, and all are counted', async () => {
  const four = ['user-1', 'user-2', 'user-3', 'user-4']
  const now = at.desk.clock.now().getTime()
  const numbers: number[] = []
  for (let list = 0; list < 13; list += 1) numbers.unshift(await stored(four))
  await stored(four.slice(1))
  await stored(four, { expiresAt: new Date(now - 1).toISOString() })
  const approval = { approvedBy: wuHan.personId, approvedAt: new Date(now).toISOString() }
  await stored(four, approval)

  await at.desk.world.poolSize()
  const asked = at.desk.calls('list-users').length
  expect(asked).toBeGreaterThan(0)
  for (const [offset, shown] of [
    [0, numbers.slice(0, 10)],
    [10, numbers.slice(10)],
    [20, []],
  ] as const) {
    const { world, heard } = overheard()
    const page = await batchesToApprove(world, wuHan, { offset, limit: 10 })
    expect(page.totalCount).toBe(13)
    expect(page.batches.map(({ batchId }) => batchId)).toEqual(shown)
    expect(heard.tallied).toEqual(shown)
    // Once for the one maker of all of them, and once for each view.
    expect(heard.sentBy).toBe(1 + shown.length)
    expect(heard.waitedForGenAuth).toBe(0)
  }
  expect(at.desk.calls('list-users')).toHaveLength(asked)
})

test('A list waits for what was sent before it, and is counted as it is shown', async () => {
  const [one = '', two = '', ...rest] = await at.people(5)
  const small = await at.confirmed(chenJing, [one, two])
  const other = await at.confirmed(chenJing, rest.slice(0, 2))
  expect(await waiting(wuHan)).toEqual({ totalCount: 0, numbers: [] })
  for (const userId of [one, two]) await at.act(chenJing, 'suspend', userId)
  // The first holds nobody else: with what was sent these are two users still.
  expect((await at.seen(wuHan, small.batchId)).approval.needed).toBeNull()
  expect((await at.seen(wuHan, other.batchId)).approval.needed).toBe('window')
  expect(await waiting(wuHan)).toEqual({ totalCount: 1, numbers: [other.batchId] })
})

test('What is left of a paused list waits as far as it was not sent', async () => {
  const four = ['user-1', 'user-2', 'user-3', 'user-4']
  const paused = await stored(four, { state: 'paused', pausedBecause: 'approval' })
  const few = await stored(four.slice(1), { state: 'paused', pausedBecause: 'person' })
  expect(await waiting(wuHan)).toEqual({ totalCount: 1, numbers: [paused] })
  expect((await at.seen(wuHan, few)).approval.needed).toBeNull()
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
