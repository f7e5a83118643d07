import { randomUUID } from 'node:crypto'
import type { AuditChain } from './audit-chain.ts'
import { draftNote } from './audit-draft.ts'
import type { Tx } from './connect.ts'
import type { Instant } from './records.ts'
import type { Tables } from './tables.ts'

type Who = { iss: string; sub: string }
type Row = Tables['people']

/** @returns null when the person was kept out already. Error: CannotRecord. */
export function revoke(chain: AuditChain, who: Who, at: Instant): Promise<Row | null> {
  return changed(chain, 'revokePerson', at, (tx) =>
    tx
      .insertInto('people')
      .values({
        personId: randomUUID(),
        ...who,
        name: who.sub,
        emailVerified: 0,
        revoked: 1,
        signedInAt: at,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['iss', 'sub'])
          .doUpdateSet({ revoked: 1 })
          .where('people.revoked', '=', 0),
      )
      .returningAll()
      .executeTakeFirst(),
  )
}

/** @returns null when the person was not kept out. Error: CannotRecord. */
export function restore(chain: AuditChain, { iss, sub }: Who, at: Instant): Promise<Row | null> {
  return changed(chain, 'restorePerson', at, (tx) =>
    tx
      .updateTable('people')
      .set({ revoked: 0 })
      .where(({ eb }) => eb.and({ iss, sub, revoked: 1 }))
      .returningAll()
      .executeTakeFirst(),
  )
}

/** No session outlives the change: not even one that was begun while access was being taken away. */
function changed(
  chain: AuditChain,
  action: 'revokePerson' | 'restorePerson',
  at: Instant,
  change: (tx: Tx) => Promise<Row | undefined>,
): Promise<Row | null> {
  return chain.record(async (tx, append) => {
    const person = await change(tx)
    if (!person) return null
    const { personId: about, iss, sub, name } = person
    await tx.deleteFrom('sessions').where('personId', '=', about).execute()
    // Somebody at the machine does this, whom nobody can name.
    const who = { personId: null, batchId: null, requestId: null }
    const entry = { ...who, action, facts: { person: about }, personal: { iss, sub, name } }
    await append([await draftNote(tx, entry, at)])
    return person
  })
}
