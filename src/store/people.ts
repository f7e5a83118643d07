import { randomUUID } from 'node:crypto'
import type { AuditChain } from './audit-chain.ts'
import type { Db } from './connect.ts'
import type { Person } from './records.ts'
import { restore, revoke } from './revocation.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

/** Who has signed in; a person is `iss` and `sub` together. */
export function peopleIn(db: Db, chain: AuditChain): Store['people'] {
  return {
    async signedIn(person, at) {
      const { iss, sub, ...told } = person
      const latest = {
        ...told,
        emailVerified: told.emailVerified ? 1 : 0,
        verifiedEmail: verifiedEmail(told),
        signedInAt: at,
      }
      const row = await db
        .insertInto('people')
        .values({ personId: randomUUID(), iss, sub, revoked: 0, ...latest })
        .onConflict((conflict) => conflict.columns(['iss', 'sub']).doUpdateSet(latest))
        .returningAll()
        .executeTakeFirstOrThrow()
      return personFrom(row)
    },

    async byId(personId) {
      const row = await db
        .selectFrom('people')
        .selectAll()
        .where('personId', '=', personId)
        .executeTakeFirst()
      return row ? personFrom(row) : null
    },

    async names(personIds) {
      if (personIds.length === 0) return new Map()
      const rows = await db
        .selectFrom('people')
        .select(['personId', 'name'])
        .where('personId', 'in', personIds)
        .execute()
      return new Map(rows.map(({ personId, name }) => [personId, name]))
    },

    async same(personId) {
      const rows = await db
        .selectFrom('people')
        .select('personId')
        .where('verifiedEmail', '=', ({ selectFrom }) =>
          selectFrom('people as one').select('one.verifiedEmail').where('personId', '=', personId),
        )
        .where('personId', '<>', personId)
        .orderBy('personId')
        .execute()
      return [personId, ...rows.map((row) => row.personId)]
    },

    async setRevoked(who, revoked, at) {
      const row = await (revoked ? revoke(db, chain, who, at) : restore(chain, who, at))
      return row && personFrom(row)
    },
  }
}

/** An e-mail in the form in which two are compared. */
function verifiedEmail({ email, emailVerified }: Pick<Person, 'email' | 'emailVerified'>) {
  return (emailVerified && email?.normalize('NFC').trim().toLowerCase()) || null
}

/** A person as they leave the store. */
export function personFrom(row: Tables['people']): Person {
  const { personId, iss, sub, name, email, ownUserId, role } = row
  return {
    personId,
    iss,
    sub,
    name,
    email,
    emailVerified: row.emailVerified === 1,
    ownUserId,
    role,
    revoked: row.revoked === 1,
  }
}
