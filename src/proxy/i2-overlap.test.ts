import { afterEach, beforeEach, expect, test } from 'vitest'
import { wordsForBatch } from '#contract/typed-words.ts'
import type { Desk } from './desk.fixture.ts'
import { asked, openDesk } from './desk.fixture.ts'
import type { Caller } from './handler.ts'
import { freshPeople } from './pool-people.fixture.ts'

let desk: Desk
let people: ReturnType<typeof freshPeople>

beforeEach(async () => {
  desk = await openDesk({ users: 1_200 })
  people = freshPeople(desk.genauth, { people: async () => desk.sandbox.people() })
})
afterEach(() => desk.close())

/** An operator with a list that has been checked. */
async function operator(name: string, userIds: string[], kind: 'suspend' | 'delete') {
  const caller: Caller = await desk.signIn(name)
  const planned = await desk.does.planBatch(asked(caller, { body: { kind, userIds } }))
  const params = { batchId: planned.batchId }
  const get = () => desk.does.getBatch(asked(caller, { params }))
  const reached = async (...states: string[]) => {
    await expect
      .poll(async () => (await get()).state, { timeout: 20_000 })
      .toSatisfy((state: string) => states.includes(state))
    return get()
  }
  await reached('checked')
  return {
    get,
    reached,
    /** Checks again, and lets everybody go who is held. */
    async acceptAll() {
      await desk.does.checkBatch(asked(caller, { params, body: { which: 'all' as const } }))
      await reached('checked')
      const { rows } = await desk.store.batches.rows(params.batchId, {
        order: 'list',
        offset: 0,
        limit: 100,
      })
      for (const { row } of rows.filter(({ verdict }) => verdict === 'in_another_batch')) {
        const of = { params: { ...params, row }, body: { decision: 'accepted' as const } }
        await desk.does.decideRow(asked(caller, of))
      }
    },
    async confirm() {
      const { fingerprint, willRun } = await get()
      const typed = wordsForBatch(kind, willRun).en
      const body = { fingerprint: fingerprint ?? '', title: name, reason: 'HR-2231', typed }
      await desk.does.confirmBatch(asked(caller, { params, body }))
    },
    async start() {
      const { fingerprint } = await get()
      await desk.does.startBatch(
        asked(caller, { params, body: { fingerprint: fingerprint ?? '' } }),
      )
    },
    words: async () => {
      const page = { order: 'list' as const, offset: 0, limit: 100 }
      const { rows } = await desk.store.batches.rows(params.batchId, page)
      return new Map(rows.map(({ userId, outcome }) => [userId ?? '', outcome]))
    },
  }
}

test.each(['suspend', 'delete'] as const)(
  '%s: of two operators with the same people only one may confirm them unasked',
  async (kind) => {
    const userIds = await people(14, kind === 'delete' ? 'Resigned' : 'Activated')
    const chenJing = await operator('Chen Jing', userIds.slice(0, 9), kind)
    const zhaoMin = await operator('Zhao Min', userIds.slice(5), kind)
    await chenJing.confirm()
    await expect(zhaoMin.confirm()).rejects.toMatchObject({ code: 'plan_changed' })
    expect(await zhaoMin.get()).toMatchObject({ willRun: 5, verdicts: { in_another_batch: 4 } })
    await zhaoMin.confirm()
    await Promise.all([chenJing.start(), zhaoMin.start()])
    await Promise.all([chenJing.reached('finished'), zhaoMin.reached('finished')])
    const sent = writes().flatMap(({ ids }) => ids)
    expect(sent.toSorted()).toEqual(userIds.toSorted())
    const words = await zhaoMin.words()
    for (const userId of userIds.slice(5, 9)) expect(words.get(userId)).toBe('skipped')
    expect((await chenJing.get()).outcomes).toMatchObject({ done: 9 })
    expect((await zhaoMin.get()).outcomes).toMatchObject({ done: 5, skipped: 4 })
  },
)

test.each(['suspend', 'delete'] as const)(
  '%s: two operators who both insist act on each person once, and the other batch says so',
  async (kind) => {
    const userIds = await people(14, kind === 'delete' ? 'Resigned' : 'Activated')
    const chenJing = await operator('Chen Jing', userIds.slice(0, 9), kind)
    const zhaoMin = await operator('Zhao Min', userIds.slice(5), kind)
    await chenJing.confirm()
    await zhaoMin.acceptAll()
    await zhaoMin.confirm()
    await Promise.all([chenJing.start(), zhaoMin.start()])
    for (const one of [chenJing, zhaoMin]) {
      while ((await one.reached('finished', 'paused')).state === 'paused') await one.start()
    }
    const sent = writes().flatMap(({ ids }) => ids)
    expect(sent.toSorted()).toEqual(userIds.toSorted())
    const [hers, his] = [await chenJing.words(), await zhaoMin.words()]
    for (const userId of userIds.slice(5, 9)) {
      const words = [hers.get(userId), his.get(userId)]
      expect(words.filter((word) => word === 'done')).toHaveLength(1)
      expect(['held', 'already_so']).toContain(words.find((word) => word !== 'done'))
    }
  },
)

function writes() {
  return desk.sandbox
    .ledger()
    .filter(({ call }) => call === 'update-user-batch' || call === 'delete-users-batch')
}
