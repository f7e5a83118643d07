import type { Db, Tx } from './connect.ts'
import { CannotRecord, OverLimit, Stopped, Superseded, Unentitled, UserBusy } from './store.ts'

const refusals = [CannotRecord, OverLimit, Stopped, Superseded, Unentitled, UserBusy]
/** Mistakes of the program itself, which must not pass for a database that is away. */
const mistakes = [TypeError, RangeError, ReferenceError, SyntaxError]

/**
 * Runs one transaction. Whatever the database itself refuses (a full disk, no connection, a lock held
 * too long) becomes {@link CannotRecord}; what the store itself refuses with passes. In each case
 * nothing was written. Only when PostgreSQL goes away during the commit itself nobody can know: then an
 * intent may stand that was never sent, and like any open one it is settled by reading.
 */
export async function written<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await db.transaction().execute(work)
  } catch (error) {
    if ([...refusals, ...mistakes].some((known) => error instanceof known)) throw error
    throw new CannotRecord('the database did not take the record', { cause: error })
  }
}
