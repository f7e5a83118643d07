import { randomUUID } from 'node:crypto'
import type { AuditChain } from './audit-chain.ts'
import { comparableEmail } from './comparable-email.ts'
import type { Db, Tx } from './connect.ts'
import type { OwnNames, Person } from './records.ts'
import { neverSignedIn, restore, revoke } from './revocation.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

/** Who has signed in; a person is `iss` and `sub` together. */
export function peopleIn(db: Db, chain: AuditChain): Store['people'] {
  return {
    signedIn: (person, at) =>
      db.transaction().execute(async (tx) => {
        const { iss, sub, ...told } = person
        const latest = { ...told, emailVerified: told.emailVerified ? 1 : 0, signedInAt: at }
        const row = await tx
          .insertInto('people')
          .values({ personId: randomUUID(), iss, sub, revoked: 0, ...latest })
          .onConflict((conflict) => conflict.columns(['iss', 'sub']).doUpdateSet(latest))
          .returningAll()
          .executeTakeFirstOrThrow()
        await keepEmail(tx, row.personId, told)
        return personFrom(row)
      }),

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

    same: (personId) => samePeople(db, personId),
    ownNames: (personId) => ownNames(db, personId),

    async setRevoked(who, revoked, at) {
      const row = await (revoked ? revoke(db, chain, who, at) : restore(chain, who, at))
      return row && personFrom(row)
    },

    async haveSignedIn({ iss, sub }) {
      const row = await db
        .selectFrom('people')
        .select('signedInAt')
        .where(({ eb }) => eb.and({ iss, sub }))
        .executeTakeFirst()
      return row !== undefined && row.signedInAt !== neverSignedIn
    },
  }
}

/** An address stays known: whoever is told another one later is still whoever they were. */
async function keepEmail(
  tx: Tx,
  personId: string,
  told: Pick<Person, 'email' | 'emailVerified'>,
): Promise<void> {
  const verifiedEmail = told.emailVerified ? comparableEmail(told.email) : null
  if (verifiedEmail === null) return
  await tx
    .insertInto('personEmails')
    .values({ personId, verifiedEmail })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** From person to address to person, until nobody is new; the person themselves first, the rest by id. */
async function samePeople(db: Db, personId: string): Promise<string[]> {
  const others = await db
    .withRecursive('known(personId)', (query) =>
      query
        .selectFrom('people')
        .select('people.personId')
        .where('people.personId', '=', personId)
        .union(
          query
            .selectFrom('known')
            .innerJoin('personEmails as theirs', 'theirs.personId', 'known.personId')
            .innerJoin('personEmails as shared', 'shared.verifiedEmail', 'theirs.verifiedEmail')
            .select('shared.personId'),
        ),
    )
    .selectFrom('known')
    .select('known.personId')
    .where('known.personId', '<>', personId)
    .orderBy('known.personId')
    .execute()
  return [personId, ...others.map((other) => other.personId)]
}

async function ownNames(db: Db, personId: string): Promise<OwnNames> {
  const personIds = await samePeople(db, personId)
  const people = await db
    .selectFrom('people')
    .select(['sub', 'ownUserId'])
    .where('personId', 'in', personIds)
    .orderBy('personId')
    .execute()
  const emails = await db
    .selectFrom('personEmails')
    .select('verifiedEmail')
    .distinct()
    .where('personId', 'in', personIds)
    .orderBy('verifiedEmail')
    .execute()
  return {
    userIds: people.flatMap(({ sub, ownUserId }) =>
      ownUserId === null ? [sub] : [sub, ownUserId],
    ),
    addresses: emails.map(({ verifiedEmail }) => verifiedEmail),
  }
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
