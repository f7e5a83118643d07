import { type Change, change } from './change.ts'
import { inventSourceTies, inventTies } from './invent.ts'
import type { Person, Ties } from './person.ts'

/** The seven kinds of id by which GenAuth finds a user. */
export const userIdTypes = [
  'user_id',
  'external_id',
  'phone',
  'email',
  'username',
  'identity',
  'sync_relation',
] as const
export type UserIdType = (typeof userIdTypes)[number]

export type Directory = {
  /** Undefined: nobody has this id. Ids are compared as they are, e-mail addresses without case. */
  find(kind: UserIdType, id: string): Person | undefined
  /** Everybody who has not been deleted, in a constant order. */
  everyone(): readonly Person[]
  tiesOf(person: Person): Ties
  /** Grows with each change of somebody's profile; not when somebody leaves. */
  edits(): number
  /** Makes a change; false when the person it names is not there. */
  apply(happened: Change): boolean
}

const some = (...ids: readonly (string | null)[]) => ids.filter((id) => id !== null && id !== '')

/** The ids of one kind that a person answers to. */
function idsOf(kind: UserIdType, person: Person, seed: number) {
  const { profile, userId, ties } = person
  switch (kind) {
    case 'user_id':
      return [userId]
    case 'external_id':
      return some(profile.externalId)
    case 'phone':
      return profile.phone === null
        ? []
        : some(profile.phone, profile.phoneCountryCode && profile.phoneCountryCode + profile.phone)
    case 'email':
      return some(profile.email?.toLowerCase() ?? null)
    case 'username':
      return some(profile.username)
    case 'identity':
      return (ties ?? inventSourceTies(seed, person)).identities.map(
        ({ extIdpId, userIdInIdp }) => `${extIdpId}:${userIdInIdp}`,
      )
    case 'sync_relation':
      return (ties ?? inventSourceTies(seed, person)).syncRelations.map(
        ({ provider, userIdInIdp }) => `${provider}:${userIdInIdp}`,
      )
    default:
      return kind satisfies never
  }
}

/** People in memory, with one index per kind of id, built when it is first asked for. */
export function directoryOf(seed: number, people: readonly Person[]): Directory {
  const indexes = new Map<UserIdType, Map<string, Person>>()
  let living = people
  let someoneLeft = false
  let edits = 0

  const tiesOf = (person: Person) => person.ties ?? inventTies(seed, person)

  const enter = (index: Map<string, Person>, kind: UserIdType, person: Person) => {
    for (const id of idsOf(kind, person, seed)) {
      if (id !== null && !index.has(id)) index.set(id, person)
    }
  }
  const leave = (index: Map<string, Person>, kind: UserIdType, person: Person) => {
    for (const id of idsOf(kind, person, seed)) {
      if (id !== null && index.get(id) === person) index.delete(id)
    }
  }
  const indexOf = (kind: UserIdType) => {
    const built = indexes.get(kind)
    if (built) return built
    const index = new Map<string, Person>()
    for (const person of people) if (!person.gone) enter(index, kind, person)
    indexes.set(kind, index)
    return index
  }
  const find: Directory['find'] = (kind, id) =>
    indexOf(kind).get(kind === 'email' ? id.toLowerCase() : id)

  return {
    find,
    tiesOf,
    everyone() {
      if (someoneLeft) living = living.filter(({ gone }) => !gone)
      someoneLeft = false
      return living
    },
    edits: () => edits,
    apply(happened) {
      const person = find('user_id', happened.userId)
      if (!person) return false
      for (const [kind, index] of indexes) leave(index, kind, person)
      const { profile } = person
      change(person, tiesOf(person), happened)
      if (person.profile !== profile) edits += 1
      if (person.gone) someoneLeft = true
      else for (const [kind, index] of indexes) enter(index, kind, person)
      return true
    },
  }
}
