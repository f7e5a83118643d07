import { sql } from 'kysely'
import type { Db, Tx } from './connect.ts'
import type { Instant, Within } from './records.ts'
import { OverLimit } from './store.ts'

/** User ids that these persons sent since then, each once, approved batches left out. */
export async function sentBy(
  db: Db,
  personIds: readonly string[],
  since: Instant,
): Promise<string[]> {
  if (personIds.length === 0) return []
  const sent = await intentsBy(db, personIds, since).select('userId').distinct().execute()
  return sent.flatMap(({ userId }) => userId ?? [])
}

/**
 * A statement of its own, after everybody has taken their turn, so that it sees what whoever went
 * before has written.
 * Error: OverLimit when these users, with those sent before, are more than the allowance.
 */
export async function refuseOverLimit(
  tx: Tx,
  intents: readonly { userId: string }[],
  { personIds, since, allowance }: Within,
): Promise<void> {
  const userIds = [...new Set(intents.map(({ userId }) => userId))]
  const { before, again } = await countSent(tx, personIds, since, userIds)
  const users = before + userIds.length - again
  if (users > allowance) {
    throw new OverLimit(users, allowance)
  }
}

/** How many users were sent before, and how many of these are among them. */
async function countSent(
  tx: Tx,
  personIds: readonly string[],
  since: Instant,
  userIds: readonly string[],
): Promise<{ before: number; again: number }> {
  if (personIds.length === 0) return { before: 0, again: 0 }
  return intentsBy(tx, personIds, since)
    .select(({ fn }) => [
      fn.count<number>('userId').distinct().as('before'),
      fn.count<number>('userId').distinct().filterWhere('userId', 'in', userIds).as('again'),
    ])
    .executeTakeFirstOrThrow()
}

function intentsBy(db: Db | Tx, personIds: readonly string[], since: Instant) {
  return (
    db
      .selectFrom('auditEntries')
      .leftJoin('batches', 'batches.batchId', 'auditEntries.batchId')
      // Written out, or the index over intents does not count as fitting.
      .where('auditEntries.kind', '=', sql.lit('intent'))
      .where('personId', 'in', personIds)
      .where('at', '>=', since)
      .where('approvedBy', 'is', null)
  )
}
