import type { Batch } from '#contract/batch.ts'
import type { ColumnsRequest, List } from '#contract/list.ts'
import { ListSource } from '#contract/list.ts'
import type { BatchRecord, ListRecord, Received } from '#store/batch-records.ts'
import { endsSessions } from './batch-plan.ts'
import { foundBatch, ownBatch, step } from './batch-steps.ts'
import { batchView } from './batch-view.ts'
import { editable } from './draft.ts'
import type { Admissions, Caller, Handlers } from './handler.ts'
import { inTurn } from './in-turn.ts'
import { surveyList } from './list/read-list.ts'
import { readingOf } from './lists.ts'
import { Refused } from './refused.ts'
import type { World } from './world.ts'

type ListHandlers = Pick<Handlers, 'addList' | 'getLists' | 'setColumns' | 'removeList'>

/** Receiving the lists of a draft, reading them and taking them out again. Nothing is sent. */
export function listHandlers(world: World): ListHandlers {
  const { batches } = world.store
  const now = () => world.clock.now().toISOString()
  /** Lists of a draft change one after the other: none takes the place of another unseen. */
  const inItsTurn = inTurn<number>()

  /** Gives a draft other lists, and has it checked anew. */
  const edit = (
    batchId: number,
    caller: Caller,
    listsOf: (lists: readonly ListRecord[]) => Promise<ListRecord[]>,
    title = '',
  ): Promise<Batch> =>
    inItsTurn(batchId, async () => {
      const batch = await openDraft(world, batchId, caller)
      const lists = await listsOf(await batches.lists(batchId))
      const patch = {
        ...(lists.length > 0 && { checkBegunAt: now() }),
        ...(batch.title === '' && { title }),
      }
      const edited = await step(world, batch, () =>
        batches.setLists(batchId, editable, lists, patch),
      )
      return batchView(world, edited, caller)
    })

  return {
    async addList({ query, upload, caller }) {
      const { kind, source, name = null, batchId, replace } = query
      const title = titleFrom(name)
      const read = async () => ({ ...upload, source, name, ...(await surveyed(world, upload)) })
      if (batchId !== undefined) {
        const add = async (lists: readonly ListRecord[]) =>
          fitting(world, [...(replace === '1' ? [] : lists), await read()])
        return edit(batchId, caller, add, title)
      }
      const lists = [await read()]
      const { personId: createdBy } = caller
      const endSessions = endsSessions(kind)
      const made = { kind, title, reason: null, endSessions, createdBy, parentId: null }
      return batchView(world, await batches.create({ ...made, lists }, now()), caller)
    },

    async getLists({ params }) {
      const { batchId } = await foundBatch(world, params.batchId)
      return { lists: shown(await batches.lists(batchId)) }
    },

    setColumns: ({ params, body, caller }) =>
      edit(params.batchId, caller, async (lists) => {
        const list = found(lists, params.listId)
        if (list.source === 'selection' || list.source === 'batch') {
          throw new Refused('wrong_state', 'These rows are user ids, and nothing else.')
        }
        if (body.idColumn === body.nameColumn) {
          throw new Refused('bad_request', 'One column cannot hold both the ids and the names.')
        }
        const read = { ...list, ...(await surveyed(world, list, body)) }
        return fitting(
          world,
          lists.map((each) => (each === list ? read : each)),
        )
      }),

    removeList: ({ params, caller }) =>
      edit(params.batchId, caller, async (lists) => {
        const list = found(lists, params.listId)
        return lists.filter((each) => each !== list)
      }),
  }
}

/** A list is received only for a new batch, or for one of whoever sends it that is still a draft. */
export function admitList(world: World): NonNullable<Admissions['addList']> {
  return async ({ query: { batchId }, caller }) => {
    if (batchId !== undefined) await openDraft(world, batchId, caller)
  }
}

/** @throws Refused `not_found`, `role_required`, `wrong_state`: nobody, or not they, may change its lists. */
async function openDraft(world: World, batchId: number, caller: Caller): Promise<BatchRecord> {
  const batch = await ownBatch(world, batchId, caller)
  if (!editable.includes(batch.state)) {
    throw new Refused('wrong_state', `This batch is ${batch.state}, and its list is fixed.`)
  }
  if (batch.kind === 'reactivate') {
    throw new Refused('wrong_state', 'This list only leads back to the status people had.')
  }
  return batch
}

/** Reads the bytes of a list once to their end. Errors: the refusals of the reader. */
async function surveyed(
  world: World,
  { listId }: Pick<Received, 'listId'>,
  chosen?: ColumnsRequest,
): Promise<Pick<ListRecord, 'rows' | 'reading'>> {
  const bytes = () => world.store.lists.bytes(listId)
  const limit = { rows: world.settings.batchMax }
  const { rows, ...reading } = await surveyList(bytes, chosen, limit)
  return { rows, reading }
}

/** @throws Refused `list_too_long` when a batch cannot have so many rows. */
function fitting(world: World, lists: ListRecord[]): ListRecord[] {
  const { batchMax } = world.settings
  const rows = lists.reduce((sum, list) => sum + list.rows, 0)
  if (rows <= batchMax) return lists
  throw new Refused(
    'list_too_long',
    `The list has ${rows} rows; at most ${batchMax} fit in one batch.`,
  )
}

function found(lists: readonly ListRecord[], listId: string): ListRecord {
  const list = lists.find((each) => each.listId === listId)
  if (list) return list
  throw new Refused('not_found', 'There is no such list in this batch.')
}

/** Lists as they are shown: their rows are counted on from one to the next. */
function shown(lists: readonly ListRecord[]): List[] {
  let before = 0
  return lists.map((list) => {
    const { preview, rounded, ...reading } = readingOf(list)
    const { listId, name, bytes, sha256, receivedAt, rows } = list
    const first = before
    before += rows
    return {
      ...{ listId, name, bytes, sha256, receivedAt, rows },
      ...reading,
      source: ListSource.parse(list.source),
      preview: preview.map(({ row, cells }) => ({ row: row + first, cells })),
      rounded: { ...rounded, rows: rounded.rows.map((row) => row + first) },
    }
  })
}

/** What a file is called, without what says its kind: `leavers 2026.csv` is about leavers 2026. */
function titleFrom(name: string | null): string {
  return (name ?? '').replace(/(?<=.)\.\w{1,5}$/u, '').trim()
}
