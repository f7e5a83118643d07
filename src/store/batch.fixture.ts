import type { BatchRecord, ListRecord } from './batch-records.ts'
import { friday } from './database.fixture.ts'
import type { Store } from './store.ts'

type Batches = Pick<Store, 'batches' | 'lists'>
type Plan = Parameters<Store['batches']['create']>[0]

/** A file with these ids, one a line, received and not yet of any batch. */
export async function receivedList(
  { lists }: Pick<Store, 'lists'>,
  ids: readonly string[],
): Promise<ListRecord> {
  const received = await lists.receive(chunks(ids.join('\n')), 1_000_000_000, friday)
  return { ...received, source: 'file', name: 'leavers.csv', rows: ids.length, reading: {} }
}

/** The bytes of a text as they might come, some at a time. */
export async function* chunks(text: string, bytesEach = 65_536): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let from = 0; from < bytes.length; from += bytesEach) {
    yield bytes.subarray(from, from + bytesEach)
  }
}

/** A batch of one list that is being checked under fence 1, its rows made but not looked at. */
export async function listedBatch(
  store: Batches,
  createdBy: string,
  ids: readonly string[],
  plan: Partial<Plan> = {},
): Promise<BatchRecord> {
  const { batches } = store
  const lists = [await receivedList(store, ids)]
  const leavers = { kind: 'delete', title: 'Leavers', reason: null, endSessions: false }
  const { batchId } = await batches.create(
    { ...leavers, createdBy, parentId: null, lists, ...plan },
    friday,
  )
  const fence = await batches.takeFence(batchId, ['checking'])
  const slice = 1_000
  for (let from = 0; from < ids.length; from += slice) {
    const rows = ids.slice(from, from + slice).map((id, index) => rowOf(from + index + 1, id))
    await batches.addRows(batchId, fence, rows)
  }
  return found(await batches.find(batchId))
}

/** The same, each row resolved to the user whose id it gives. */
export async function resolvedBatch(
  store: Batches,
  createdBy: string,
  userIds: readonly string[],
  plan: Partial<Plan> = {},
): Promise<BatchRecord> {
  const { batchId } = await listedBatch(store, createdBy, userIds, plan)
  const resolved = userIds.map((userId, index) => ({ row: index + 1, userId }))
  await store.batches.patchRows(batchId, resolved)
  return found(await store.batches.find(batchId))
}

/** What Zhao Min's approval of a list leaves on a batch, after she had sent an earlier one back. */
export const approval = {
  approvedBy: 'zhao-min',
  approvedAt: friday,
  approvedFingerprint: 'f',
  declinedBy: 'zhao-min',
  declinedAt: friday,
  declinedBecause: 'Row 3 is my neighbour',
} as const

/** The same once the list was changed: whoever asks again still reads why it came back. */
export const approvalVoid = {
  ...approval,
  approvedBy: null,
  approvedAt: null,
  approvedFingerprint: null,
} as const

/** A row as a list of user ids gives it. */
export function rowOf(row: number, given: string) {
  return { row, given, givenKind: 'user_id', asWritten: null, givenName: null }
}

function found(batch: BatchRecord | null): BatchRecord {
  if (batch === null) throw new Error('the batch that was just made is not there')
  return batch
}
