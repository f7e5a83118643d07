import { newSalt, saltedDigest } from './audit-link.ts'
import type { Db, Tx } from './connect.ts'
import { inSlices } from './in-slices.ts'
import { jsonObject, jsonTexts } from './json.ts'
import { newId } from './new-id.ts'
import type { Instant, NewSnapshot, Snapshot } from './records.ts'
import type { SnapshotTable } from './tables.ts'

const rowsPerStatement = 500

type Taken = NewSnapshot & {
  userId: string
  batchId: number | null
  entryId: string | null
}

/** A snapshot ready to be stored, and the digest by which it enters the chain. */
export function draftSnapshot(taken: Taken, at: Instant): { row: SnapshotTable; digest: string } {
  const { userId, batchId, entryId } = taken
  const salt = newSalt()
  const body = JSON.stringify(taken.body)
  const lacks = JSON.stringify(taken.lacks)
  return {
    row: { snapshotId: newId(), userId, batchId, entryId, takenAt: at, salt, body, lacks },
    digest: saltedDigest(salt, at, lacks, body),
  }
}

export async function storeSnapshots(tx: Tx, rows: readonly SnapshotTable[]): Promise<void> {
  for (const values of inSlices(rows, rowsPerStatement)) {
    await tx.insertInto('snapshots').values(values).execute()
  }
}

/** The latest of one user; at the same instant the one that an act was recorded with. */
export async function lastSnapshotOf(db: Db, userId: string): Promise<Snapshot | null> {
  const row = await selectSnapshots(db)
    .where('snapshots.userId', '=', userId)
    .orderBy('takenAt', 'desc')
    .orderBy('snapshots.entryId', (order) => order.desc().nullsLast())
    .limit(1)
    .executeTakeFirst()
  return row ? snapshotFrom(row) : null
}

/** The one that an act was recorded with. */
export async function snapshotOfEntry(db: Db, entryId: string): Promise<Snapshot | null> {
  const row = await selectSnapshots(db).where('snapshots.entryId', '=', entryId).executeTakeFirst()
  return row ? snapshotFrom(row) : null
}

function selectSnapshots(db: Db) {
  return db
    .selectFrom('snapshots')
    .leftJoin('auditEntries', 'auditEntries.entryId', 'snapshots.entryId')
    .select(['snapshots.userId', 'takenAt', 'body', 'lacks', 'auditEntries.seq as intentSeq'])
}

function snapshotFrom(row: {
  userId: string
  takenAt: string
  body: string
  lacks: string
  intentSeq: number | null
}): Snapshot {
  const { userId, takenAt, intentSeq } = row
  return { userId, takenAt, intentSeq, body: jsonObject(row.body), lacks: jsonTexts(row.lacks) }
}
