import { expect } from 'vitest'
import type { ListKind } from '#contract/batch.ts'
import type { Decision } from '#contract/batch-row.ts'
import { listFileLimit } from '#contract/limits.ts'
import { wordsForBatch } from '#contract/typed-words.ts'
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
    const state = async () => (await desk.store.batches.find(batchId))?.state
    await expect.poll(state, { timeout: 20_000, interval: 10 }).toBeOneOf(states)
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

  /** User ids of active people without faults. */
  async function active(count: number): Promise<string[]> {
    const body = { page: 3, status: 'Activated' as const }
    const { users } = await desk.does.listUsers(asked(chenJing, { body }))
    return users.map(({ userId }) => userId).slice(0, count)
  }

  /** The status that GenAuth says a person has. */
  async function statusOf(userId: string) {
    const read = await desk.genauth.getUser(userId, 'user_id')
    return read.ok && read.value?.status
  }

  async function checked(userIds: string[], kind: ListKind = 'delete') {
    const { batchId } = await desk.does.planBatch(asked(chenJing, { body: { kind, userIds } }))
    return reached(batchId, 'checked')
  }

  /** Pasted lines, or a file's, as the list of a new batch; checked. */
  async function listed(lines: string, kind: ListKind = 'resign', columns: object = {}) {
    const at = desk.clock.now().toISOString()
    const bytes = new Blob([lines]).stream()
    const upload = await desk.store.lists.receive(bytes, listFileLimit, at)
    const query = { kind, source: 'file' as const, name: 'leavers.csv' }
    const { batchId } = await desk.does.addList(asked(chenJing, { query, upload }))
    if (Object.keys(columns).length > 0) await setColumns(batchId, columns)
    return reached(batchId, 'checked')
  }

  async function setColumns(batchId: number, changes: object) {
    const { lists } = await desk.does.getLists(asked(chenJing, { params: { batchId } }))
    const [list] = lists
    if (!list) throw new Error('The batch has no list.')
    const { listId, header, idColumn, nameColumn, idKind } = list
    const body = { header, idColumn, nameColumn, idKind, ...changes }
    await desk.does.setColumns(asked(chenJing, { params: { batchId, listId }, body }))
  }

  const decide = (batchId: number, row: number, decision: Decision | null) =>
    desk.does.decideRow(asked(chenJing, { params: { batchId, row }, body: { decision } }))

  async function confirm(batchId: number, changes: object = {}, who = chenJing) {
    const { fingerprint, willRun, kind } = await get(batchId)
    const body = {
      fingerprint: fingerprint ?? '',
      title: 'November leavers',
      reason: 'HR-2231',
      typed: wordsForBatch(kind, willRun).en,
      ...changes,
    }
    return desk.does.confirmBatch(asked(who, { params: { batchId }, body }))
  }

  async function start(batchId: number) {
    const { fingerprint } = await get(batchId)
    const body = { fingerprint: fingerprint ?? '' }
    return desk.does.startBatch(asked(chenJing, { params: { batchId }, body }))
  }

  async function run(userIds: string[], kind: ListKind = 'delete', edit: object = {}) {
    const { batchId } = await checked(userIds, kind)
    if (Object.keys(edit).length > 0) {
      await desk.does.editBatch(asked(chenJing, { params: { batchId }, body: edit }))
    }
    await confirm(batchId)
    await start(batchId)
    return reached(batchId, 'finished', 'paused')
  }

  /** Carries a batch on, and waits until its child is checked. */
  async function goOn(
    batchId: number,
    as: 'retry' | 'suspend_instead' | 'resign' | 'delete' | 'reactivate',
  ) {
    const child = await desk.does.followUp(asked(chenJing, { params: { batchId }, body: { as } }))
    return reached(child.batchId, 'checked')
  }

  const rowsOf = async (batchId: number) =>
    (await desk.store.batches.rows(batchId, { order: 'list', offset: 0, limit: 500 })).rows

  const deletions = () => desk.calls('delete-users-batch')

  return {
    get,
    reached,
    leavers,
    active,
    statusOf,
    checked,
    listed,
    setColumns,
    decide,
    confirm,
    start,
    run,
    goOn,
    rowsOf,
    deletions,
  }
}
