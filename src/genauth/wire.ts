import { z } from 'zod'

/** Fields that are absent, null or of another type than documented read as null. */
const text = z.string().nullable().catch(null).default(null)
const flag = z.boolean().catch(false).default(false)

export const UserDto = z.object({
  userId: z.string(),
  name: text,
  nickname: text,
  username: text,
  email: text,
  phone: text,
  phoneCountryCode: text,
  externalId: text,
  status: z.string().catch('Unknown').default('Unknown'),
  emailVerified: flag,
  phoneVerified: flag,
  passwordLastSetAt: text,
  createdAt: text,
  statusChangedAt: text,
  lastLogin: text,
  mainDepartmentId: text,
})
export type UserDto = z.infer<typeof UserDto>

export const IdentityDto = z.object({
  identityId: z.string().catch(''),
  extIdpId: z.string(),
  provider: z.string().catch('unknown'),
  type: z.string().catch(''),
  userIdInIdp: z.string().catch(''),
  /** Opaque JSON from the source, to be redacted before anybody sees it. */
  userInfoInIdp: z.unknown().default(null),
})
export type IdentityDto = z.infer<typeof IdentityDto>

export const SyncRelationDto = z.object({
  /** null: GenAuth named no provider. */
  provider: text,
  userIdInIdp: z.string().catch(''),
  userInfoInIdp: z.unknown().default(null),
})
export type SyncRelationDto = z.infer<typeof SyncRelationDto>

export const DepartmentDto = z.object({ departmentId: z.string(), name: text, code: text })
export type DepartmentDto = z.infer<typeof DepartmentDto>

export const RoleDto = z.object({ code: z.string(), name: text, namespace: text })
export type RoleDto = z.infer<typeof RoleDto>

export const GroupDto = z.object({ code: z.string(), name: text })
export type GroupDto = z.infer<typeof GroupDto>

export const PostDto = z.object({ code: z.string(), name: text })
export type PostDto = z.infer<typeof PostDto>

export const AuthorizedResourceDto = z.object({
  resourceCode: z.string(),
  resourceType: text,
  description: text,
  namespace: text,
})
export type AuthorizedResourceDto = z.infer<typeof AuthorizedResourceDto>

export const AppDto = z.object({ appId: z.string(), appName: text })
export type AppDto = z.infer<typeof AppDto>

/** `connections` of the detail form may hold client secrets and is never asked for. */
export const ExtIdpDto = z.object({ id: z.string(), name: text, type: text })
export type ExtIdpDto = z.infer<typeof ExtIdpDto>
