import type { ChainKeys } from './audit-link.ts'
import { seedOf } from './audit-link.ts'
import { CannotOpen } from './cannot-open.ts'
import type { Db } from './connect.ts'

const fact = 'belongs_to'

/**
 * Lets a new database remember the pool it begins with, and lay the first stone of its audit chain.
 * Error: {@link CannotOpen} when it began with another pool.
 */
export async function rememberPool(db: Db, keys: ChainKeys, belongsTo: string): Promise<void> {
  await db
    .insertInto('about')
    .values({ name: fact, value: belongsTo })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const began = await poolOf(db)
  if (began !== belongsTo) {
    throw new CannotOpen(
      `The database belongs to ${began} and cannot be used with ${belongsTo}; give this pool one of its own.`,
    )
  }
  await db
    .insertInto('auditHead')
    .values({ one: 1, seq: 0, mac: seedOf(keys[0], belongsTo) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The pool that a database began with. Error: {@link CannotOpen} when it has none. */
export async function poolOf(db: Db): Promise<string> {
  const row = await db
    .selectFrom('about')
    .select('value')
    .where('name', '=', fact)
    .executeTakeFirst()
  if (!row) throw new CannotOpen('The database has never been used by a server.')
  return row.value
}
