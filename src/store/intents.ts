import { refuseOverLimit } from './allowance.ts'
import type { Draft } from './audit-draft.ts'
import { draftEntry, storePersonal } from './audit-draft.ts'
import type { Db, Tx } from './connect.ts'
import { refuseUnentitled, takeTurns } from './entitlement.ts'
import { jsonObject } from './json.ts'
import { refuseSecrets } from './never-stored.ts'
import type { Action, AsLongAs, Instant, NewIntent, OpenIntent } from './records.ts'
import { draftSnapshot, storeSnapshots } from './snapshots.ts'
import { refuseStopped } from './stop-everything.ts'
import { UserBusy } from './store.ts'
import type { AuditEntryTable } from './tables.ts'

/** An intent and where it stands: in a row of a batch, or by itself. */
export type PlacedIntent = NewIntent & { batchId: number | null; row: number | null }

/** Refuses what must never be stored, before anything is written. Error: a TypeError. */
export function refuseSecretsIn(intent: NewIntent): void {
  refuseSecrets(intent.personal, 'personal')
  refuseSecrets(intent.facts, 'facts')
  refuseSecrets(intent.snapshot?.body, 'snapshot')
}

/**
 * Writes everything an intent leaves behind but its entry: the user's place among the open ones, the
 * personal part, the snapshot.
 * @returns the entries to append, in the order given. Errors: Unentitled, Stopped, OverLimit, UserBusy.
 */
export async function placeIntents(
  tx: Tx,
  intents: readonly PlacedIntent[],
  at: Instant,
  { readAfter, within, sessionHash }: AsLongAs = {},
): Promise<Draft[]> {
  const actors = intents.map(({ personId }) => personId)
  const turns = await takeTurns(tx, [...actors, ...(within?.personIds ?? [])])
  await refuseUnentitled(tx, turns, intents, sessionHash)
  await refuseStopped(tx)
  if (within) await refuseOverLimit(tx, intents, within)
  const drafted = intents.map((intent) => draftIntent(intent, at))
  await takePlaces(tx, drafted)
  if (readAfter !== undefined) await refuseActedOnSince(tx, intents, readAfter)
  await storePersonal(
    tx,
    drafted.map(({ personal }) => personal),
  )
  await storeSnapshots(
    tx,
    drafted.flatMap(({ snapshot }) => snapshot?.row ?? []),
  )
  return drafted.map(({ draft }) => draft)
}

function draftIntent(intent: PlacedIntent, at: Instant) {
  const { snapshot: taken, row: batchRow, roles: _, ...fields } = intent
  const { draft, personal } = draftEntry({ ...fields, batchRow, at, kind: 'intent' })
  const { userId, batchId } = intent
  const snapshot = taken && draftSnapshot({ ...taken, userId, batchId, entryId: draft.entryId }, at)
  return {
    userId,
    personal,
    snapshot,
    draft: { ...draft, snapshotDigest: snapshot?.digest ?? null },
  }
}

/** In the order of the ids, so that two transactions never wait for each other. */
async function takePlaces(
  tx: Tx,
  drafted: readonly { userId: string; draft: Draft }[],
): Promise<void> {
  const wanted = drafted
    .map(({ userId, draft }) => ({ userId, entryId: draft.entryId }))
    .sort((a, b) => (a.userId < b.userId ? -1 : 1))
  const taken = await tx
    .insertInto('openIntents')
    .values(wanted)
    .onConflict((conflict) => conflict.column('userId').doNothing())
    .returning('entryId')
    .execute()
  if (taken.length === wanted.length) return
  const got = new Set(taken.map(({ entryId }) => entryId))
  throw new UserBusy(wanted.filter(({ entryId }) => !got.has(entryId)).map(({ userId }) => userId))
}

/** Whoever was acted on after they were read has to be read again. Error: UserBusy. */
async function refuseActedOnSince(
  tx: Tx,
  intents: readonly PlacedIntent[],
  readAfter: number,
): Promise<void> {
  const since = await tx
    .selectFrom('auditEntries')
    .select('userId')
    .distinct()
    .where('kind', '=', 'intent')
    .where('seq', '>', readAfter)
    .where(
      'userId',
      'in',
      intents.map(({ userId }) => userId),
    )
    .execute()
  if (since.length > 0) throw new UserBusy(since.flatMap(({ userId }) => userId ?? []))
}

/** Intents without an outcome, oldest first: of single acts (`null`), of one batch, or all. */
export async function openIntents(
  db: Db,
  of: { batchId: number | null } | undefined,
): Promise<OpenIntent[]> {
  const entries = await db
    .selectFrom('openIntents')
    .innerJoin('auditEntries', 'auditEntries.entryId', 'openIntents.entryId')
    .selectAll('auditEntries')
    .where(({ and, eb }) => {
      if (!of) return and([])
      return of.batchId === null ? eb('batchId', 'is', null) : eb('batchId', '=', of.batchId)
    })
    .orderBy('seq')
    .execute()
  return entries.map(intentFrom)
}

/** An intent as it is read back from its entry. */
export function intentFrom(entry: AuditEntryTable): OpenIntent {
  const { seq, at, userId, personId, batchId, batchRow: row } = entry
  const action = actions.find((known) => known === entry.action)
  if (!action || userId === null || personId === null) {
    throw new TypeError(`entry ${seq} is no intent`)
  }
  return { seq, at, action, userId, personId, batchId, row, facts: jsonObject(entry.facts) }
}

const actions = [
  'unlinkIdentity',
  'deleteSyncRelation',
  'endSessions',
  'suspendUser',
  'reactivateUser',
  'resignUser',
  'deleteUser',
] as const satisfies readonly Action[]
