import { z } from 'zod'
import { userIdTypes } from './user-id-type.ts'

export const UserId = z.string().trim().min(1).max(256)
export const UserIdType = z.enum(userIdTypes)
const Instant = z.string()

/** One line about a user. `status` is GenAuth's word; unknown words pass through. */
export const UserSummary = z.object({
  userId: z.string(),
  name: z.string().nullable(),
  /** The nickname, when it says something else than `name`: 李伟 beside Li Wei. */
  otherName: z.string().nullable(),
  username: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  phoneCountryCode: z.string().nullable(),
  externalId: z.string().nullable(),
  status: z.string(),
  /** Name of the main department; null when there is none or it could not be read. */
  department: z.string().nullable(),
  lastLogin: Instant.nullable(),
})
export type UserSummary = z.infer<typeof UserSummary>

/** Why one upstream read gave nothing: for a sentence, a number and an id to quote. */
export const Unread = z.object({
  code: z.enum(['upstream_refused', 'upstream_unclear', 'upstream_silent', 'upstream_busy']),
  apiCode: z.number().optional(),
  upstreamRequestId: z.string().optional(),
})
export type Unread = z.infer<typeof Unread>

/** A part of a page that was read, or was not and says why; each part stands for itself. */
const sectionOf = <T extends z.ZodType>(item: T) =>
  z.discriminatedUnion('state', [
    z.object({ state: z.literal('read'), items: z.array(item) }),
    z.object({ state: z.literal('unread'), why: Unread }),
  ])

const Identity = z.object({
  identityId: z.string(),
  type: z.string(),
  userIdInIdp: z.string(),
  nameAtSource: z.string().nullable(),
  /** Profile at the source as JSON text, tokens stripped; null when there is none. */
  profile: z.string().nullable(),
})

export const IdentitySource = z.object({
  extIdpId: z.string(),
  provider: z.string(),
  /** The source's name in the pool; null when the list of sources could not be read. */
  name: z.string().nullable(),
  kind: z.enum(['enterprise', 'social']),
  identities: z.array(Identity),
})
export type IdentitySource = z.infer<typeof IdentitySource>

export const SyncRelation = z.object({
  /** null: GenAuth named no provider, so the relation cannot be deleted from here. */
  provider: z.string().nullable(),
  userIdInIdp: z.string(),
  profile: z.string().nullable(),
})
export type SyncRelation = z.infer<typeof SyncRelation>

/** One thing a user has access to: shown as a name with a code in a second line. */
export const AccessItem = z.object({
  name: z.string(),
  code: z.string().nullable(),
  /** The permission space of a role or resource, where there is one. */
  namespace: z.string().nullable(),
})
export type AccessItem = z.infer<typeof AccessItem>

const accessKinds = [
  'departments',
  'roles',
  'groups',
  'positions',
  'authorizations',
  'apps',
] as const
export type AccessKind = (typeof accessKinds)[number]

/** What is read of a user besides the user itself; each may be missing from a snapshot. */
export const userParts = ['identities', 'relations', ...accessKinds] as const
export type UserPart = (typeof userParts)[number]

const Access = z.object({
  departments: sectionOf(AccessItem),
  roles: sectionOf(AccessItem),
  groups: sectionOf(AccessItem),
  positions: sectionOf(AccessItem),
  authorizations: sectionOf(AccessItem),
  /** Signed-in apps. */
  apps: sectionOf(AccessItem),
})
export type Access = z.infer<typeof Access>

/** How the user can sign in, as far as GenAuth tells. `hint`: last digits, or the source's name. */
export const WayIn = z.object({
  kind: z.enum(['password', 'sms', 'email', 'source']),
  hint: z.string().nullable(),
  extIdpId: z.string().nullable(),
})
export type WayIn = z.infer<typeof WayIn>

export const HistoryEntry = z.object({
  /** The audit entry's number in the chain. */
  entryId: z.number(),
  at: Instant,
  who: z.string().nullable(),
  action: z.enum([
    'unlinkIdentity',
    'deleteSyncRelation',
    'endSessions',
    'suspendUser',
    'reactivateUser',
    'resignUser',
    'deleteUser',
  ]),
  /** What it was about: a source's or a provider's name; null for the account itself. */
  about: z.string().nullable(),
  reason: z.string().nullable(),
  /** `open`: sent, and nobody has read back yet. */
  outcome: z.enum(['open', 'done', 'already_so', 'failed', 'not_confirmed']),
  batchId: z.number().nullable(),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** Why the actions on this user are absent; null when they are not. */
const HandsOff = z.enum(['protected', 'yourself']).nullable()

export const User = z.object({
  summary: UserSummary,
  emailVerified: z.boolean(),
  phoneVerified: z.boolean(),
  hasPassword: z.boolean(),
  createdAt: Instant.nullable(),
  statusChangedAt: Instant.nullable(),
  identitySources: sectionOf(IdentitySource),
  syncRelations: sectionOf(SyncRelation),
  /** null while the identities are unread. */
  waysIn: z.array(WayIn).nullable(),
  access: Access,
  history: z.array(HistoryEntry),
  handsOff: HandsOff,
  /** Digest over status, identifiers, name, identities, sync relations and access; every act carries it. */
  version: z.string(),
  readAt: Instant,
})
export type User = z.infer<typeof User>

/** What is kept here about a user that GenAuth no longer has. */
export const UserRecord = z.object({
  snapshot: z
    .object({
      takenAt: Instant,
      summary: UserSummary,
      /** What could not be read when the snapshot was taken. */
      lacks: z.array(z.enum(userParts)),
    })
    .nullable(),
  history: z.array(HistoryEntry),
})
export type UserRecord = z.infer<typeof UserRecord>

/** What GenAuth can sort by and a person may want; it cannot sort by name. */
const sortFields = ['username', 'email', 'status', 'lastLogin', 'createdAt'] as const

export const DirectoryRequest = z.object({
  keywords: z.string().trim().max(256).optional(),
  status: z.enum(['Activated', 'Suspended', 'Deactivated', 'Resigned', 'Archived']).optional(),
  sort: z.enum(sortFields).optional(),
  descending: z.boolean().optional(),
  /** From 1; 50 users a page. */
  page: z.number().int().min(1).max(200_000),
})
export type DirectoryRequest = z.infer<typeof DirectoryRequest>

export const DirectoryPage = z.object({
  totalCount: z.number(),
  page: z.number(),
  users: z.array(UserSummary),
})
export type DirectoryPage = z.infer<typeof DirectoryPage>
