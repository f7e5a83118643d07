import { foreignText } from '#genauth/foreign-text.ts'
import { openStore } from '#store/open.ts'
import { CannotRecord } from '#store/store.ts'
import type { Said } from './audit-commands.ts'
import { keepHeads } from './audit-heads.ts'
import { clock } from './clock.ts'
import type { Environment } from './environment.ts'
import { findSecretKeys } from './secret-key.ts'
import { readDatabase, readSecretKeys } from './settings.ts'

/** Longer ones are no subjects; an issuer is an address, which is kept as short as any. */
const longest = { iss: 2_048, sub: 255 }

/**
 * `revoke ISS SUB`: takes a person's access away at once, beside a running server: their sessions end,
 * their running batches pause within one chunk, and signing in is refused. Also before they ever came.
 */
export async function revokeCommand(env: Environment, args: string[]): Promise<Said> {
  return changed(env, 'revoke', args)
}

/** `restore ISS SUB`: gives it back; the role is the one that their next sign-in claims. */
export async function restoreCommand(env: Environment, args: string[]): Promise<Said> {
  return changed(env, 'restore', args)
}

async function changed(
  env: Environment,
  command: 'revoke' | 'restore',
  args: string[],
): Promise<Said> {
  const who = readWho(args)
  if (!who) {
    return {
      line: `Usage: ${command} ISS SUB (as the provider's ID tokens say: the issuer's address and the subject)`,
      code: 2,
    }
  }
  const database = readDatabase(env)
  const store = await openStore({
    databaseUrl: database.url,
    secretKeys: findSecretKeys({ database, secretKeys: readSecretKeys(env, database) }),
    belongsTo: null,
    lock: false,
    head: keepHeads(env.text('AUDIT_HEADS')),
    now: clock.now,
  })
  try {
    const revoking = command === 'revoke'
    const known = await store.people.haveSignedIn(who)
    const person = await store.people.setRevoked(who, revoking, clock.now().toISOString())
    const named = `${foreignText(who.sub)} of ${foreignText(who.iss)}`
    const name = person && person.name !== who.sub ? `, ${foreignText(person.name)}` : ''
    const line = person ? changedLine(revoking, named + name) : unchangedLine(revoking, named)
    return { line: known ? line : `${line} ${neverCame}`, code: person ? 0 : 1 }
  } catch (error) {
    if (!(error instanceof CannotRecord)) throw error
    return {
      line: `It could not be written down, so nothing was changed: ${error.message}.`,
      code: 1,
    }
  } finally {
    await store.close()
  }
}

/** Somebody may be kept out before they come; whoever made a slip in a name has kept out nobody. */
const neverCame =
  'Nobody has ever signed in under this issuer and subject: make sure that both are as in the ID tokens, letter for letter.'

function changedLine(revoking: boolean, named: string): string {
  return revoking
    ? `Access was taken away from ${named}: every session of theirs has ended.`
    : `Access was given back to ${named}: they may sign in again.`
}

function unchangedLine(revoking: boolean, named: string): string {
  return revoking
    ? `Nothing was changed: ${named} has no access already.`
    : `Nothing was changed: no access was taken away from ${named}.`
}

function readWho([iss = '', sub = '', ...more]: string[]): { iss: string; sub: string } | null {
  const isIssuer = /^https?:$/.test(URL.parse(iss)?.protocol ?? '') && iss.length <= longest.iss
  const isSubject = sub !== '' && sub.length <= longest.sub
  return isIssuer && isSubject && more.length === 0 ? { iss, sub } : null
}
