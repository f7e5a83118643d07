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
  const rows = await db
    .selectFrom('auditEntries')
    .leftJoin('auditPersonal', 'auditPersonal.entryId', 'auditEntries.entryId')
    .leftJoin('snapshots', 'snapshots.entryId', 'auditEntries.entryId')
    .selectAll('auditEntries')
    .select(['auditPersonal.salt as personalSalt', 'auditPersonal.body as personalBody'])
    .select(['snapshots.salt as snapshotSalt', 'snapshots.body as snapshotBody'])
    .select(['snapshots.takenAt as snapshotTakenAt', 'snapshots.lacks as snapshotLacks'])
    .where('seq', '>', from)
    .where('seq', '<=', through)
    .orderBy('seq')
    .limit(pageSize)
    .execute()
  return rows.map((row) => ({
    entry: row,
    personal: texts(row.personalSalt, row.personalBody),
    snapshot: texts(row.snapshotSalt, row.snapshotTakenAt, row.snapshotLacks, row.snapshotBody),
  }))
}

/** null when the part is not there. */
function texts(salt: string | null, ...parts: (string | null)[]): Found['personal'] {
  return salt === null ? null : [salt, ...parts.map((part) => part ?? '')]
}
