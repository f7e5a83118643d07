import { z } from 'zod'
import { Identity, type Person, type Profile, Status, type Ties } from './person.ts'

const userId = z.string()
/** ISO 8601. */
const at = z.string()
const text = z.string().nullable()

/** Fields of a profile that update-user may set. */
export const ProfileEdit = z.object({
  name: z.string().optional(),
  nickname: text.optional(),
  username: text.optional(),
  email: text.optional(),
  phone: text.optional(),
  phoneCountryCode: text.optional(),
  externalId: text.optional(),
  gender: z.enum(['M', 'F', 'U']).optional(),
  emailVerified: z.boolean().optional(),
  phoneVerified: z.boolean().optional(),
  passwordLastSetAt: at.optional(),
})
export type ProfileEdit = z.infer<typeof ProfileEdit>

/** Something that happened to one person: what a write does, what the journal keeps. */
export const Change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('deleted'), userId }),
  z.object({ kind: z.literal('vanished'), userId }),
  z.object({
    kind: z.literal('resigned'),
    userId,
    at,
    keeps: z.array(z.enum(['identities', 'sync', 'sessions'])),
  }),
  z.object({ kind: z.literal('status'), userId, at, status: Status }),
  z.object({
    kind: z.literal('updated'),
    userId,
    at,
    profile: ProfileEdit,
    more: z.record(z.string(), z.unknown()),
  }),
  z.object({ kind: z.literal('linked'), userId, identity: Identity }),
  z.object({ kind: z.literal('unlinked'), userId, extIdpId: z.string(), type: text }),
  z.object({ kind: z.literal('relation_deleted'), userId, provider: z.string() }),
  z.object({ kind: z.literal('kicked'), userId, apps: z.array(z.string()) }),
])
export type Change = z.infer<typeof Change>

const statusEffects = {
  Activated: 'reactivated',
  Suspended: 'suspended',
  Deactivated: 'deactivated',
  Archived: 'archived',
  Resigned: 'resigned',
} as const satisfies Record<Status, string>

/** What a change did, in a word of its own for each status that somebody was given. */
export type Effect = Exclude<Change['kind'], 'status'> | (typeof statusEffects)[Status]

export const effectOf = (happened: Change): Effect =>
  happened.kind === 'status' ? statusEffects[happened.status] : happened.kind

/** Makes the change to the person; `ties` are those that the person had until now. */
export function change(person: Person, ties: Ties, happened: Change): void {
  switch (happened.kind) {
    case 'deleted':
    case 'vanished':
      person.gone = true
      return
    case 'resigned':
      person.ties = afterResigning(ties, happened.keeps)
      setStatus(person, 'Resigned', happened.at)
      return
    case 'status':
      person.ties = ties
      setStatus(person, happened.status, happened.at)
      return
    case 'updated':
      person.ties = ties
      person.profile = { ...person.profile, ...given(happened.profile), updatedAt: happened.at }
      person.more = { ...person.more, ...happened.more }
      return
    case 'linked':
      person.ties = { ...ties, identities: [...ties.identities, happened.identity] }
      return
    case 'unlinked':
      person.ties = {
        ...ties,
        identities: ties.identities.filter((identity) => !isUnlinked(identity, happened)),
      }
      return
    case 'relation_deleted':
      person.ties = {
        ...ties,
        syncRelations: ties.syncRelations.filter(({ provider }) => provider !== happened.provider),
      }
      return
    case 'kicked':
      person.ties = { ...ties, apps: ties.apps.filter((code) => !happened.apps.includes(code)) }
      return
    default:
      happened satisfies never
  }
}

/** Whether unlinking takes this identity; without a type it takes all of the source. */
export function isUnlinked(
  identity: Identity,
  from: { extIdpId: string; type: string | null },
): boolean {
  return identity.extIdpId === from.extIdpId && (from.type === null || from.type === identity.type)
}

function setStatus(person: Person, status: Profile['status'], at: string): void {
  person.profile = { ...person.profile, status, statusChangedAt: at, updatedAt: at }
}

function afterResigning(ties: Ties, keeps: readonly string[]): Ties {
  return {
    identities: keeps.includes('identities') ? ties.identities : [],
    syncRelations: keeps.includes('sync') ? ties.syncRelations : [],
    apps: keeps.includes('sessions') ? ties.apps : [],
    departments: [],
    roles: [],
    groups: [],
    posts: [],
    authorizations: [],
  }
}

const given = ({ name, ...rest }: ProfileEdit): Partial<Profile> => ({
  ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
  ...(name !== undefined && { name }),
})
