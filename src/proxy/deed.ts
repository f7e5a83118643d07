import { wordsForUser } from '#contract/typed-words.ts'
import type { GenAuth, Written } from '#genauth/genauth.ts'
import { idLimit } from '#genauth/id-limit.ts'
import type { Action } from '#store/records.ts'
import { identitySources, isLastWayIn, waysIn } from './identity.ts'
import type { KnownNames } from './known-names.ts'
import type { Reading } from './reading.ts'
import { rights } from './reading.ts'
import { Refused } from './refused.ts'
import { refusedBy } from './unread.ts'

type Sending = (genauth: GenAuth) => Promise<Written>

/** One destructive act on one user, made from what was just read of that user. */
export type Deed = {
  action: Action
  /** See `Expected`. */
  target: string | null
  /** The source's or the provider's name, for the history; null for the account itself. */
  about: string | null
  /** The words that must have been typed; null: none. */
  words: string | null
  reasonRequired: boolean
  /** The account itself ends: nothing of the preview may be missing unless somebody said so. */
  endsAccount: boolean
  /** Nobody may be signed in afterwards. */
  endsSessions: boolean
  /** Calls that end sessions before an act on the account itself; the act follows only a clear success. */
  before: readonly Sending[]
  /** The calls, in order; it stops at the first that is not a clear success. */
  calls: readonly Sending[]
}

/** Unlinks every identity under a source: one call per type, since `type` narrows what a call removes. */
export function unlinking(
  reading: Reading,
  extIdpId: string,
  sources: Awaited<ReturnType<KnownNames['sources']>>,
): Deed {
  if (!reading.identities.ok) throw refusedBy(reading.identities.failure)
  const { user } = reading
  const grouped = identitySources(reading.identities.value, sources)
  const source = grouped.find((candidate) => candidate.extIdpId === extIdpId)
  if (!source) throw new Refused('nothing_there', 'This identity source is no longer linked.')
  const types = [...new Set(source.identities.map((identity) => identity.type))]
  return {
    action: 'unlinkIdentity',
    target: extIdpId,
    about: source.name ?? source.provider,
    words: isLastWayIn(waysIn(user, grouped), extIdpId) ? wordsForUser(user) : null,
    reasonRequired: false,
    endsAccount: false,
    endsSessions: false,
    before: [],
    calls: types.map((type) => (genauth) => genauth.unlinkIdentity(user.userId, extIdpId, type)),
  }
}

/** Deletes every relation of one provider: GenAuth knows no finer call. */
export function relationDeletion(reading: Reading, provider: string): Deed {
  if (!reading.relations.ok) throw refusedBy(reading.relations.failure)
  if (!reading.relations.value.some((relation) => relation.provider === provider)) {
    throw new Refused('nothing_there', 'This sync relation no longer exists.')
  }
  const { userId } = reading.user
  return {
    action: 'deleteSyncRelation',
    target: provider,
    about: provider,
    words: null,
    reasonRequired: true,
    endsAccount: false,
    endsSessions: false,
    before: [],
    calls: [(genauth) => genauth.deleteUserSyncRelations(userId, provider)],
  }
}

export function resignation(reading: Reading, endsSessions: boolean): Deed {
  const { userId, status } = reading.user
  if (status === 'Resigned') {
    throw new Refused('nothing_there', 'This user has already been resigned.')
  }
  return {
    ...endOf(reading, endsSessions),
    action: 'resignUser',
    calls: [(genauth) => genauth.resignUser(userId)],
  }
}

export function deletion(reading: Reading, endsSessions: boolean): Deed {
  const { userId } = reading.user
  return {
    ...endOf(reading, endsSessions),
    action: 'deleteUser',
    calls: [(genauth) => genauth.deleteUsersBatch([userId])],
  }
}

function endOf(reading: Reading, endsSessions: boolean): Omit<Deed, 'action' | 'calls'> {
  return {
    target: null,
    about: null,
    words: wordsForUser(reading.user),
    reasonRequired: true,
    endsAccount: true,
    endsSessions,
    before: endsSessions ? kicks(reading) : [],
  }
}

/** Signs a user out of every app that they are signed in to. */
export function endingSessions(reading: Reading): Deed {
  const calls = kicks(reading)
  if (calls.length === 0) {
    throw new Refused('nothing_there', 'This user is not signed in to any app.')
  }
  return {
    action: 'endSessions',
    target: null,
    about: null,
    words: null,
    reasonRequired: false,
    endsAccount: false,
    endsSessions: true,
    before: [],
    calls,
  }
}

function kicks({ user, access: { apps } }: Reading): Sending[] {
  if (!apps.ok) throw refusedBy(apps.failure)
  const appIds = [...new Set(apps.value.map(({ appId }) => appId))]
  const calls = Math.ceil(appIds.length / idLimit)
  return Array.from({ length: calls }, (_, call) => (genauth) => {
    return genauth.kickUsers(user.userId, appIds.slice(call * idLimit, (call + 1) * idLimit))
  })
}

/** Kinds of rights that the user was seen to have: those that resigning must be seen to empty. */
export function rightsHeld({ access }: Reading) {
  return rights.filter((right) => {
    const read = access[right]
    return read.ok && read.value.length > 0
  })
}
