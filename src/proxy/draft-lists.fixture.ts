import { expect } from 'vitest'
import { listFileLimit } from '#contract/limits.ts'
import type { ColumnsRequest, ListQuery } from '#contract/list.ts'
import { asked, openDesk } from './desk.fixture.ts'

export const staff = '工号,姓名\n0010203,赵敏\n10023,李伟\n'

/** A desk whose batches hold ten rows, and the steps of a draft's lists by name. */
export async function openListDesk() {
  const desk = await openDesk({ settings: { batchMax: 10 } })
  const chenJing = await desk.signIn('Chen Jing')
  const listsOf = async (batchId: number, who = chenJing) =>
    (await desk.does.getLists(asked(who, { params: { batchId } }))).lists
  return {
    desk,
    chenJing,
    listsOf,
    async add(text: string, query: Partial<ListQuery> = {}, who = chenJing) {
      const at = desk.clock.now().toISOString()
      const upload = await desk.store.lists.receive(new Blob([text]).stream(), listFileLimit, at)
      const call = { query: { kind: 'resign' as const, source: 'file' as const, ...query }, upload }
      return desk.does.addList(asked(who, call))
    },
    firstListOf: async (batchId: number) => (await listsOf(batchId))[0]?.listId ?? '',
    setColumns(batchId: number, listId: string, change: Partial<ColumnsRequest>) {
      const usual = { header: true, idColumn: 0, nameColumn: 1, idKind: 'auto' as const }
      const body = { ...usual, ...change }
      return desk.does.setColumns(asked(chenJing, { params: { batchId, listId }, body }))
    },
    remove: (batchId: number, listId: string, who = chenJing) =>
      desk.does.removeList(asked(who, { params: { batchId, listId }, body: {} })),
    /** The rows that the check made, once it is over. */
    async rowsOf(batchId: number) {
      await expect
        .poll(async () => (await desk.store.batches.find(batchId))?.state, { timeout: 10_000 })
        .toBe('checked')
      const all = { order: 'list', offset: 0, limit: 100 } as const
      const { rows } = await desk.store.batches.rows(batchId, all)
      return rows.map(({ row, given, givenName }) => [row, given, givenName])
    },
  }
}

export type ListDesk = Awaited<ReturnType<typeof openListDesk>>
