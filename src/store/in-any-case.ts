import type { AuditChain } from './audit-chain.ts'
import { draftNote } from './audit-draft.ts'
import type { Db, Tx } from './connect.ts'
import type { Instant, NewNote } from './records.ts'
import { CannotRecord } from './store.ts'
import { written } from './written.ts'

type Note = (entry: NewNote, at: Instant) => Promise<unknown>

/**
 * For what only takes away: a chain that is broken, or a head that cannot be put outside, must not keep
 * anybody from stopping others. Where the note cannot be taken, the change is made without it.
 * Error: CannotRecord when the database itself does not take the change.
 */
export async function inAnyCase<T>(
  db: Db,
  chain: AuditChain,
  change: (tx: Tx, note: Note) => Promise<T>,
): Promise<T> {
  try {
    return await chain.record((tx, append) =>
      change(tx, async (entry, at) => append([await draftNote(tx, entry, at)])),
    )
  } catch (error) {
    if (!(error instanceof CannotRecord)) throw error
    return written(db, (tx) => change(tx, async () => undefined))
  }
}
