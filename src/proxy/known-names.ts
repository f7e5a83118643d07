import type { UserSummary } from '#contract/user.ts'
import type { ExtIdpDto, UserDto } from '#genauth/wire.ts'
import { inParallel } from './in-parallel.ts'
import type { World } from './world.ts'

const keptForMs = 5 * 60_000
const asksAtOnce = 8

/** Names that GenAuth gives only in another call, kept for five minutes. */
export type KnownNames = {
  /** Department of each user by user id; asks GenAuth for those it does not know yet. */
  departments(users: readonly UserDto[]): Promise<(user: UserDto) => string | null>
  /** The same without asking; what is not known is null. */
  knownDepartment(user: UserDto): string | null
  /** Identity sources of the pool by id; null when they could not be read. */
  sources(): Promise<ReadonlyMap<string, ExtIdpDto> | null>
}

/**
 * A department's name comes with its members only (get-user-departments), so one member of each
 * unknown department is asked about, not every user of the page.
 */
export function knownNames(world: World): KnownNames {
  const names = new Map<string, { name: string | null; until: number }>()
  let sources: { byId: ReadonlyMap<string, ExtIdpDto>; until: number } | null = null

  const known = (id: string) => {
    const entry = names.get(id)
    return entry && entry.until > world.clock.monotonic() ? entry : undefined
  }
  const nameOf = (user: UserDto) =>
    user.mainDepartmentId ? (known(user.mainDepartmentId)?.name ?? null) : null

  const learn = async (member: UserDto) => {
    const read = await world.genauth.getUserDepartments(member.userId)
    if (!read.ok) return
    const until = world.clock.monotonic() + keptForMs
    for (const { departmentId, name } of read.value) names.set(departmentId, { name, until })
    const asked = member.mainDepartmentId
    if (asked && !known(asked)) names.set(asked, { name: null, until })
  }

  return {
    knownDepartment: nameOf,
    async departments(users) {
      const members = new Map<string, UserDto>()
      for (const user of users) {
        const id = user.mainDepartmentId
        if (id && !known(id) && !members.has(id)) members.set(id, user)
      }
      await inParallel(asksAtOnce, [...members.values()], learn)
      return nameOf
    },
    async sources() {
      if (sources && sources.until > world.clock.monotonic()) return sources.byId
      const read = await world.genauth.listExtIdp()
      if (!read.ok) return sources?.byId ?? null
      const byId = new Map(read.value.map((source) => [source.id, source]))
      sources = { byId, until: world.clock.monotonic() + keptForMs }
      return byId
    },
  }
}

/** One line about a user, for lists and heads. */
export function summaryOf(user: UserDto, department: string | null): UserSummary {
  const { userId, name, username, email, phone, phoneCountryCode, externalId, status, lastLogin } =
    user
  const otherName = user.nickname && user.nickname !== name ? user.nickname : null
  return {
    userId,
    name,
    otherName,
    username,
    email,
    phone,
    phoneCountryCode,
    externalId,
    status,
    department,
    lastLogin,
  }
}
