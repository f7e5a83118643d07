import type { z } from 'zod'
import { listPreviewRows } from '#contract/limits.ts'
import { List } from '#contract/list.ts'
import type { ListRecord } from '#store/batch-records.ts'
import { Refused } from './refused.ts'
import type { World } from './world.ts'

/** How the bytes of a list are to be read, and how they begin: what is kept beside them. */
const Reading = List.pick({
  encoding: true,
  delimiter: true,
  header: true,
  columns: true,
  idColumn: true,
  nameColumn: true,
  idKind: true,
  preview: true,
  rounded: true,
})
export type Reading = z.infer<typeof Reading>

/** The reading as the store has it. */
export function readingOf({ reading }: Pick<ListRecord, 'reading'>): Reading {
  return Reading.parse(reading)
}

/** Ids at once, on their way to the store. */
const idsAtOnce = 1_000
const lineBreak = /[\r\n]/

/**
 * Keeps user ids that are known already as a list of their own, one a line: whatever is to be done with
 * somebody begins with a list of bytes.
 * @param source `selection` ticked in the directory · `batch` carried on from another batch
 * @throws Refused `bad_request` when one of them would be two lines.
 */
export async function listOfUserIds(
  world: World,
  userIds: readonly string[],
  source: 'selection' | 'batch',
): Promise<ListRecord> {
  if (userIds.some((userId) => lineBreak.test(userId))) {
    throw new Refused('bad_request', 'A user id has no line break.')
  }
  const at = world.clock.now().toISOString()
  const received = await world.store.lists.receive(linesOf(userIds), Number.MAX_SAFE_INTEGER, at)
  const preview = userIds
    .slice(0, listPreviewRows)
    .map((userId, at) => ({ row: at + 1, cells: [userId] }))
  const reading: Reading = {
    encoding: 'utf-8',
    delimiter: 'none',
    header: false,
    columns: [null],
    idColumn: 0,
    nameColumn: null,
    idKind: 'user_id',
    preview,
    rounded: { count: 0, rows: [] },
  }
  return { ...received, source, name: null, rows: userIds.length, reading }
}

async function* linesOf(userIds: readonly string[]): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < userIds.length; from += idsAtOnce) {
    yield Buffer.from(`${userIds.slice(from, from + idsAtOnce).join('\n')}\n`)
  }
}
