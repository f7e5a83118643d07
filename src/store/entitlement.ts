import type { Tx } from './connect.ts'
import type { NewIntent } from './records.ts'
import { Unentitled } from './store.ts'

/** How a person stands now. */
type Standing = { revoked: number; role: string | null }
type Turns = ReadonlyMap<string, Standing>

/**
 * Lets the transactions of these persons, and whatever changes how they stand, wait for each other, from
 * here to their ends; in the order of the ids, so that no two wait for each other in a ring.
 */
export async function takeTurns(tx: Tx, personIds: readonly string[]): Promise<Turns> {
  const turns = new Map<string, Standing>()
  for (const personId of [...new Set(personIds)].sort()) {
    const standing = await tx
      .updateTable('people')
      .set((eb) => ({ revoked: eb.ref('revoked') }))
      .where('personId', '=', personId)
      .returning(['revoked', 'role'])
      .executeTakeFirst()
    if (standing) turns.set(personId, standing)
  }
  return turns
}

/**
 * Reading a user takes its time, and so does resting: whoever has lost their access, their role or their
 * session meanwhile begins nothing more.
 * @throws Unentitled
 */
export async function refuseUnentitled(
  tx: Tx,
  turns: Turns,
  intents: readonly Pick<NewIntent, 'personId' | 'roles'>[],
  sessionHash: string | undefined,
): Promise<void> {
  for (const { personId, roles } of intents) {
    const { revoked = 1, role = null } = turns.get(personId) ?? {}
    if (revoked === 1) throw new Unentitled()
    if (role === null || !roles.includes(role)) throw new Unentitled(role)
  }
  if (sessionHash !== undefined && !(await isThere(tx, sessionHash))) {
    throw new Unentitled()
  }
}

/** Whoever ends the session at this moment waits for the end of the transaction, or is waited for. */
async function isThere(tx: Tx, sessionHash: string): Promise<boolean> {
  const session = await tx
    .updateTable('sessions')
    .set((eb) => ({ lastSeenAt: eb.ref('lastSeenAt') }))
    .where('sessionHash', '=', sessionHash)
    .returning('sessionHash')
    .executeTakeFirst()
  return session !== undefined
}
