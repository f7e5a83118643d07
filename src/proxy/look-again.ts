import type { Seen } from '#contract/act.ts'
import type { Failure, GenAuth, Read } from '#genauth/genauth.ts'
import type { Action } from '#store/records.ts'
import type { Right } from './reading.ts'
import { rights } from './reading.ts'

/** What was to happen to one user: enough to see later, from the record alone, whether it did. */
export type Expected = {
  action: Action
  userId: string
  /**
   * The source's `extIdpId`, the relation's `provider`, or, of suspending and reactivating, the status
   * to be given; null where the action says it all.
   */
  target: string | null
  /** Rights that the user had before, and that resigning must have emptied. */
  hadRights: readonly Right[]
  /** Resigning only: signed-in sessions were to end with it. */
  endsSessions: boolean
}

/** `shows`: the effect is there to be seen. */
export type Look = { read: true; seen: Seen; shows: boolean } | { read: false; failure: Failure }

/** What is known before anything has been read. */
export const nothingSeen: Seen = {
  gone: false,
  status: null,
  departments: null,
  roles: null,
  groups: null,
  positions: null,
  authorizations: null,
  sessions: null,
  left: null,
}

/** Reads from GenAuth whether what was expected has happened. Sends nothing. */
export async function lookAgain(genauth: GenAuth, expected: Expected): Promise<Look> {
  switch (expected.action) {
    case 'deleteUser':
      return lookAtAccount(genauth, expected)
    case 'resignUser':
      return lookAtResignation(genauth, expected)
    case 'suspendUser':
    case 'reactivateUser':
      return lookAtStatus(genauth, expected)
    case 'endSessions':
      return lookAtSessions(genauth, expected)
    case 'unlinkIdentity':
      return lookAtList(
        genauth,
        expected,
        await genauth.getUserIdentities(expected.userId),
        (i) => i.extIdpId,
      )
    case 'deleteSyncRelation':
      return lookAtList(
        genauth,
        expected,
        await genauth.getUserSyncRelations(expected.userId),
        (relation) => relation.provider,
      )
    default:
      return expected.action satisfies never
  }
}

async function lookAtAccount(genauth: GenAuth, { userId }: Expected): Promise<Look> {
  const read = await genauth.getUser(userId, 'user_id')
  if (!read.ok) return { read: false, failure: read.failure }
  if (!read.value) return { read: true, seen: { ...nothingSeen, gone: true }, shows: true }
  return { read: true, seen: { ...nothingSeen, status: read.value.status }, shows: false }
}

async function lookAtStatus(genauth: GenAuth, { userId, target }: Expected): Promise<Look> {
  const read = await genauth.getUser(userId, 'user_id')
  if (!read.ok) return { read: false, failure: read.failure }
  if (!read.value) return { read: true, seen: { ...nothingSeen, gone: true }, shows: false }
  const { status } = read.value
  return { read: true, seen: { ...nothingSeen, status }, shows: status === target }
}

/** Nobody documents which apps GenAuth lists for a user who is gone, so the user is asked for too. */
async function lookAtSessions(genauth: GenAuth, { userId }: Expected): Promise<Look> {
  const [user, apps] = await Promise.all([
    genauth.getUser(userId, 'user_id'),
    genauth.getUserLoggedInApps(userId),
  ])
  if (!user.ok) return { read: false, failure: user.failure }
  if (!user.value) return { read: true, seen: { ...nothingSeen, gone: true }, shows: false }
  if (!apps.ok) return { read: false, failure: apps.failure }
  const sessions = apps.value.length
  const seen = { ...nothingSeen, status: user.value.status, sessions }
  return { read: true, seen, shows: sessions === 0 }
}

async function lookAtResignation(genauth: GenAuth, expected: Expected): Promise<Look> {
  const { userId, hadRights, endsSessions } = expected
  const [user, departments, roles, groups, positions, authorizations, apps] = await Promise.all([
    genauth.getUser(userId, 'user_id'),
    genauth.getUserDepartments(userId),
    genauth.getUserRoles(userId),
    genauth.getUserGroups(userId),
    genauth.getUserPosts(userId),
    genauth.getUserAuthorizedResources(userId),
    endsSessions ? genauth.getUserLoggedInApps(userId) : null,
  ])
  if (!user.ok) return { read: false, failure: user.failure }
  if (!user.value) return { read: true, seen: { ...nothingSeen, gone: true }, shows: false }
  const counts: Record<Right, number | null> = {
    departments: countOf(departments),
    roles: countOf(roles),
    groups: countOf(groups),
    positions: countOf(positions),
    authorizations: countOf(authorizations),
  }
  const { status } = user.value
  const sessions = apps && countOf(apps)
  const needed = [...hadRights.map((right) => counts[right]), ...(endsSessions ? [sessions] : [])]
  const shows = status === 'Resigned' && needed.every((count) => count === 0)
  // What is left to be seen could not be read: that shows neither that it happened nor that it did not.
  if (status === 'Resigned' && !shows && needed.every((count) => count === 0 || count === null)) {
    const reads = [departments, roles, groups, positions, authorizations, apps]
    const unread = reads.find((read) => read !== null && !read.ok)
    if (unread && !unread.ok) return { read: false, failure: unread.failure }
  }
  return { read: true, seen: { ...nothingSeen, status, ...counts, sessions }, shows }
}

async function lookAtList<T>(
  genauth: GenAuth,
  { userId, target }: Expected,
  read: Read<T[]>,
  key: (item: T) => string | null,
): Promise<Look> {
  if (read.ok) {
    const left = read.value.filter((item) => key(item) === target).length
    return { read: true, seen: { ...nothingSeen, left }, shows: left === 0 }
  }
  const account = await genauth.getUser(userId, 'user_id')
  const gone = account.ok && account.value === null
  return gone
    ? { read: true, seen: { ...nothingSeen, gone: true }, shows: false }
    : { read: false, failure: read.failure }
}

function countOf<T>(read: Read<T[]>): number | null {
  return read.ok ? read.value.length : null
}

/** The expectation as it stands in the facts of an intent. */
export function factsOf(expected: Expected): Record<string, unknown> {
  const { target, hadRights, endsSessions } = expected
  return { target, hadRights, endsSessions }
}

/** The expectation as an intent has it, also one that was written down by an earlier version. */
export function expectedFrom(intent: {
  action: Action
  userId: string
  facts: Record<string, unknown>
}): Expected {
  const { target, hadRights, endsSessions } = intent.facts
  return {
    action: intent.action,
    userId: intent.userId,
    target: typeof target === 'string' ? target : null,
    hadRights: Array.isArray(hadRights) ? rights.filter((right) => hadRights.includes(right)) : [],
    endsSessions: endsSessions === true,
  }
}
