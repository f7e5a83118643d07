import type { Tx } from './connect.ts'
import { Superseded } from './store.ts'

/** What must be so for the change to happen. */
export type While = { fence?: number; state?: string }

/**
 * Hands out the batch's next `count` revisions and keeps the batch to this transaction until it ends.
 * Every changed row takes one of its own, so that a reader who was cut off after some rows finds the
 * rest behind the last one.
 * @returns the revision before the first. Error: Superseded.
 */
export async function takeRevisions(
  tx: Tx,
  batchId: number,
  count: number,
  asLongAs: While = {},
): Promise<number> {
  const taken = await tx
    .updateTable('batches')
    .set(({ eb }) => ({ revision: eb('revision', '+', count) }))
    .where(({ eb }) => eb.and({ batchId, ...asLongAs }))
    .returning('revision')
    .executeTakeFirst()
  if (!taken) throw new Superseded(`batch ${batchId} is in other hands or in another state`)
  return taken.revision - count
}
