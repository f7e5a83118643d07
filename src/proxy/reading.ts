import type { AccessKind, UserPart } from '#contract/user.ts'
import { userParts } from '#contract/user.ts'
import type { GenAuth, Read } from '#genauth/genauth.ts'
import type {
  AppDto,
  AuthorizedResourceDto,
  DepartmentDto,
  GroupDto,
  IdentityDto,
  PostDto,
  RoleDto,
  SyncRelationDto,
  UserDto,
} from '#genauth/wire.ts'
import { Refused } from './refused.ts'
import { refusedBy } from './unread.ts'
import type { World } from './world.ts'

/** What resigning takes away; signed-in apps are sessions, not rights. */
export const rights = [
  'departments',
  'roles',
  'groups',
  'positions',
  'authorizations',
] as const satisfies readonly AccessKind[]
export type Right = (typeof rights)[number]

/** Everything known of one user at one moment; each part was read or says why not. */
export type Reading = {
  user: UserDto
  identities: Read<IdentityDto[]>
  relations: Read<SyncRelationDto[]>
  access: {
    departments: Read<DepartmentDto[]>
    roles: Read<RoleDto[]>
    groups: Read<GroupDto[]>
    positions: Read<PostDto[]>
    authorizations: Read<AuthorizedResourceDto[]>
    apps: Read<AppDto[]>
  }
  readAt: Date
}

/**
 * Reads all parts of one user at once: the slowest call decides how long it takes.
 * @returns null when GenAuth has no such user. Errors: `Refused` when the user itself could not be read.
 */
async function readUser(world: World, userId: string): Promise<Reading | null> {
  const { genauth } = world
  const [user, identities, relations, access] = await Promise.all([
    genauth.getUser(userId, 'user_id'),
    genauth.getUserIdentities(userId),
    genauth.getUserSyncRelations(userId),
    readAccess(genauth, userId),
  ])
  if (!user.ok) throw refusedBy(user.failure)
  if (!user.value) return null
  return { user: user.value, identities, relations, access, readAt: world.clock.now() }
}

/** The same; a user who is gone is a refusal. */
export async function readExistingUser(world: World, userId: string): Promise<Reading> {
  const reading = await readUser(world, userId)
  if (reading) return reading
  throw new Refused('user_gone', 'This user no longer exists.')
}

/** The same for a user who was read already. */
export async function readAround(
  genauth: GenAuth,
  user: UserDto,
  now: () => Date,
): Promise<Reading> {
  const [identities, relations, access] = await Promise.all([
    genauth.getUserIdentities(user.userId),
    genauth.getUserSyncRelations(user.userId),
    readAccess(genauth, user.userId),
  ])
  return { user, identities, relations, access, readAt: now() }
}

async function readAccess(genauth: GenAuth, userId: string): Promise<Reading['access']> {
  const [departments, roles, groups, positions, authorizations, apps] = await Promise.all([
    genauth.getUserDepartments(userId),
    genauth.getUserRoles(userId),
    genauth.getUserGroups(userId),
    genauth.getUserPosts(userId),
    genauth.getUserAuthorizedResources(userId),
    genauth.getUserLoggedInApps(userId),
  ])
  return { departments, roles, groups, positions, authorizations, apps }
}

/** The parts that could not be read, by name. */
export function unreadParts({ identities, relations, access }: Reading): UserPart[] {
  const reads = { identities, relations, ...access }
  return userParts.filter((part) => !reads[part].ok)
}

/** Rights that could not be read. */
export function unreadRights({ access }: Pick<Reading, 'access'>): Right[] {
  return rights.filter((right) => !access[right].ok)
}
