import { randomUUID } from 'node:crypto'
import type { AuditChain } from './audit-chain.ts'
import { draftNote } from './audit-draft.ts'
import type { Db, Tx } from './connect.ts'
import { inAnyCase } from './in-any-case.ts'
import type { Instant, NewNote } from './records.ts'
import type { Tables } from './tables.ts'

type Who = { iss: string; sub: string }
type Row = Tables['people']

/** In place of the instant, of somebody who was kept out before they came. */
export const neverSignedIn = ''

/**
 * Takes access away, whether or not that can be noted.
 * @returns null when the person was kept out already. Error: CannotRecord.
 */
export function revoke(db: Db, chain: AuditChain, who: Who, at: Instant): Promise<Row | null> {
  return inAnyCase(db, chain, async (tx, note) => {
    const person = await tx
      .insertInto('people')
      .values({
        personId: randomUUID(),
        ...who,
        name: who.sub,
        emailVerified: 0,
        revoked: 1,
        signedInAt: neverSignedIn,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['iss', 'sub'])
          .doUpdateSet({ revoked: 1 })
          .where('people.revoked', '=', 0),
      )
      .returningAll()
      .executeTakeFirst()
    if (!person) return null
    await endSessions(tx, person)
    await note(entryOf('revokePerson', person), at)
    return person
  })
}

/** Gives access back. @returns null when the person was not kept out. Error: CannotRecord. */
export function restore(chain: AuditChain, { iss, sub }: Who, at: Instant): Promise<Row | null> {
  return chain.record(async (tx, append) => {
    const person = await tx
      .updateTable('people')
      .set({ revoked: 0 })
      .where(({ eb }) => eb.and({ iss, sub, revoked: 1 }))
      .returningAll()
      .executeTakeFirst()
    if (!person) return null
    await endSessions(tx, person)
    await append([await draftNote(tx, entryOf('restorePerson', person), at)])
    return person
  })
}

/** No session outlives the change: not even one that was begun while access was being taken away. */
async function endSessions(tx: Tx, { personId }: Row): Promise<void> {
  await tx.deleteFrom('sessions').where('personId', '=', personId).execute()
}

/** Somebody at the machine does this, whom nobody can name. */
function entryOf(action: 'revokePerson' | 'restorePerson', person: Row): NewNote {
  const { personId: about, iss, sub, name } = person
  const who = { personId: null, batchId: null, requestId: null }
  return { ...who, action, facts: { person: about }, personal: { iss, sub, name } }
}
