import { setImmediate } from 'node:timers/promises'
import type { ChainKeys } from './audit-link.ts'
import type { ChainEnd, Found } from './audit-walk.ts'
import { AuditWalk } from './audit-walk.ts'
import type { Db, Tx } from './connect.ts'

const pageSize = 1_000

/**
 * Reads every entry and both ends of the chain. Works beside a running server: it looks no further
 * than the last entry it saw at first.
 */
export async function surveyChain(
  db: Db | Tx,
  keys: ChainKeys,
  belongsTo: string,
  outside?: ChainEnd,
): Promise<AuditWalk> {
  const walk = new AuditWalk(keys, belongsTo, outside)
  const { head, last } = await endsOf(db)
  while (walk.last.seq < last) {
    const page = await pageAfter(db, walk.last.seq, last)
    for (const found of page) walk.step(found)
    if (page.length === 0) break
    // A long chain must not keep everybody else waiting.
    await setImmediate()
  }
  walk.arrive(head)
  return walk
}

/** Head and last entry in one statement, so that an append in between cannot part them. */
async function endsOf(db: Db | Tx): Promise<{ head: ChainEnd | null; last: number }> {
  const { seq, mac, last } = await db
    .selectNoFrom((all) => [
      all.selectFrom('auditHead').select('seq').where('one', '=', 1).as('seq'),
      all.selectFrom('auditHead').select('mac').where('one', '=', 1).as('mac'),
      all
        .selectFrom('auditEntries')
        .select((entry) => entry.fn.max('seq').as('seq'))
        .as('last'),
    ])
    .executeTakeFirstOrThrow()
  return { head: seq === null || mac === null ? null : { seq, mac }, last: last ?? 0 }
}

async function pageAfter(db: Db | Tx, from: number, through: number): Promise<Found[]> {
  const entries = await db
    .selectFrom('auditEntries')
    .selectAll()
    .where('seq', '>', from)
    .where('seq', '<=', through)
    .orderBy('seq')
    .limit(pageSize)
    .execute()
  const [personal, snapshots] = await partsOf(
    db,
    entries.map(({ entryId }) => entryId),
  )
  return entries.map((entry) => ({
    entry,
    personal: personal.get(entry.entryId) ?? null,
    snapshot: snapshots.get(entry.entryId) ?? null,
  }))
}

type Parts = Map<string | null, NonNullable<Found['personal']>>

/** By entry; asked for by name, because a join has no plan that is good for a short and a long chain. */
async function partsOf(db: Db | Tx, entryIds: readonly string[]): Promise<[Parts, Parts]> {
  if (entryIds.length === 0) return [new Map(), new Map()]
  const personal = await db
    .selectFrom('auditPersonal')
    .selectAll()
    .where('entryId', 'in', entryIds)
    .execute()
  const snapshots = await db
    .selectFrom('snapshots')
    .select(['entryId', 'salt', 'takenAt', 'lacks', 'body'])
    .where('entryId', 'in', entryIds)
    .execute()
  return [
    new Map(personal.map(({ entryId, salt, body }) => [entryId, [salt, body]])),
    new Map(
      snapshots.map(({ entryId, salt, takenAt, lacks, body }) => [
        entryId,
        [salt, takenAt, lacks, body],
      ]),
    ),
  ]
}
