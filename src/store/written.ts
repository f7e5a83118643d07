import type { Db, Tx } from './connect.ts'
import { CannotRecord, Superseded, UserBusy } from './store.ts'

/**
 * Runs one transaction. Whatever the database itself refuses (a full disk, no connection, a lock held
 * too long) becomes {@link CannotRecord}; {@link UserBusy} and {@link Superseded} pass. In each case
 * nothing was written.
 */
export async function written<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await db.transaction().execute(work)
  } catch (error) {
    if (error instanceof UserBusy || error instanceof Superseded) throw error
    if (error instanceof CannotRecord || error instanceof TypeError) throw error
    throw new CannotRecord('the database did not take the record', { cause: error })
  }
}
