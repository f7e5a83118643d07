import { z } from 'zod'

export const Status = z.enum(['Suspended', 'Resigned', 'Activated', 'Archived', 'Deactivated'])
export type Status = z.infer<typeof Status>

/** What is kept of a person after resigning: the fields of UserDto in which people differ. */
export type Profile = {
  name: string
  nickname: string | null
  username: string | null
  email: string | null
  /** Without its country code. */
  phone: string | null
  phoneCountryCode: string | null
  externalId: string | null
  status: Status
  gender: 'M' | 'F' | 'U'
  emailVerified: boolean
  phoneVerified: boolean
  passwordLastSetAt: string | null
  createdAt: string
  updatedAt: string
  statusChangedAt: string | null
  lastLogin: string | null
  loginsCount: number
  userSourceType: 'excel' | 'register' | 'adminCreated' | 'sync'
}

/** Any JSON; what a source tells about somebody is opaque to GenAuth. */
const SourceProfile = z.record(z.string(), z.unknown())
type SourceProfile = Readonly<z.infer<typeof SourceProfile>>

export const Identity = z.object({
  identityId: z.string(),
  extIdpId: z.string(),
  provider: z.string(),
  type: z.string(),
  userIdInIdp: z.string(),
  userInfoInIdp: SourceProfile,
  accessToken: z.string().optional(),
  refreshToken: z.string().optional(),
  originConnIds: z.array(z.string()),
})
export type Identity = z.infer<typeof Identity>

export type SyncRelation = {
  /** null: GenAuth's own examples leave it out. */
  provider: string | null
  userIdInIdp: string
  userInfoInIdp: SourceProfile
}

/** What ties a person to the rest of the pool: by code, the things themselves stand in company.ts. */
export type Ties = {
  identities: readonly Identity[]
  syncRelations: readonly SyncRelation[]
  /** Department codes, the main one first. */
  departments: readonly string[]
  roles: readonly string[]
  groups: readonly string[]
  posts: readonly string[]
  /** Resource codes. */
  authorizations: readonly string[]
  /** Codes of the apps that the person is signed in to. */
  apps: readonly string[]
}

export type Person = {
  readonly userId: string
  /** Position in the directory as it was invented. */
  readonly number: number
  profile: Profile
  /** Fields that update-user has set and that `Profile` does not hold. */
  more?: Readonly<Record<string, unknown>>
  /** Absent until somebody changes it: worked out from the seed when asked for. */
  ties?: Ties
  /** Deleted. */
  gone?: true
}
