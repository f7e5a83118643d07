import { expect } from 'vitest'
import type { Desk, DeskOptions } from './desk.fixture.ts'
import { asked, openDesk } from './desk.fixture.ts'
import type { Caller } from './handler.ts'

/** A desk with batches: an operator, people who have left already, and the steps of a batch by name. */
export async function openBatchDesk(options: DeskOptions = {}) {
  const desk = await openDesk({ users: 240, ...options })
  const chenJing = await desk.signIn('Chen Jing')
  return { ...batchesOf(desk, chenJing), desk, chenJing }
}

function batchesOf(desk: Desk, chenJing: Caller) {
  const get = (batchId: number) => desk.does.getBatch(asked(chenJing, { params: { batchId } }))

  async function reached(batchId: number, ...states: string[]) {
    await expect
      .poll(async () => (await get(batchId)).state, { timeout: 20_000 })
      .toSatisfy((state: string) => states.includes(state))
    return get(batchId)
  }

  /** User ids of people who have left already: nothing holds them back. */
  async function leavers(count: number): Promise<string[]> {
    const pages = await Promise.all(
      [1, 2, 3].map((page) =>
        desk.does.listUsers(asked(chenJing, { body: { page, status: 'Resigned' as const } })),
      ),
    )
    const faulty = ['gone-greta', 'stubborn-stella', 'timeout-theo'].map(
      (key) => desk.person(key).userId,
    )
    const all = pages.flatMap(({ users }) => users.map(({ userId }) => userId))
    return all.filter((userId) => !faulty.includes(userId)).slice(0, count)
  }

  async function checked(userIds: string[]) {
    const body = { kind: 'delete' as const, userIds }
    const { batchId } = await desk.does.planBatch(asked(chenJing, { body }))
    return reached(batchId, 'checked')
  }

  async function confirm(batchId: number, changes: object = {}, who = chenJing) {
    const { fingerprint, willRun } = await get(batchId)
    const body = {
      fingerprint: fingerprint ?? '',
      title: 'November leavers',
      reason: 'HR-2231',
      typed: `delete ${willRun}`,
      ...changes,
    }
    return desk.does.confirmBatch(asked(who, { params: { batchId }, body }))
  }

  async function start(batchId: number) {
    const { fingerprint } = await get(batchId)
    const body = { fingerprint: fingerprint ?? '' }
    return desk.does.startBatch(asked(chenJing, { params: { batchId }, body }))
  }

  async function run(userIds: string[]) {
    const { batchId } = await checked(userIds)
    await confirm(batchId)
    await start(batchId)
    return reached(batchId, 'finished', 'paused')
  }

  const rowsOf = async (batchId: number) =>
    (await desk.store.batches.rows(batchId, { order: 'list', offset: 0, limit: 500 })).rows

  const deletions = () => desk.calls('delete-users-batch')

  return { get, reached, leavers, checked, confirm, start, run, rowsOf, deletions }
}
