import type { AccessItem, User } from '#contract/user.ts'
import type { Read } from '#genauth/genauth.ts'
import type { OwnNames } from '#store/records.ts'
import { handsOff } from './guard.ts'
import type { Handler } from './handler.ts'
import { historyOf } from './history.ts'
import { identitySources, syncRelations, waysIn } from './identity.ts'
import type { KnownNames } from './known-names.ts'
import { summaryOf } from './known-names.ts'
import type { Reading } from './reading.ts'
import { readExistingUser } from './reading.ts'
import { unread } from './unread.ts'
import { versionOf } from './version.ts'
import type { World } from './world.ts'

/** One user with identities, sync relations, access, history and version. */
export function getUser(world: World, names: KnownNames): Handler<'getUser'> {
  return async ({ params, caller }) => {
    const [reading, sources, history, own] = await Promise.all([
      readExistingUser(world, params.userId),
      names.sources(),
      historyOf(world, params.userId),
      world.store.people.ownNames(caller.personId),
    ])
    return userView(world, reading, sources, history, own)
  }
}

function userView(
  world: World,
  reading: Reading,
  sources: Awaited<ReturnType<KnownNames['sources']>>,
  history: User['history'],
  own: OwnNames,
): User {
  const { user, identities, relations, access } = reading
  const grouped = identities.ok ? identitySources(identities.value, sources) : null
  return {
    summary: summaryOf(user, mainDepartment(reading)),
    emailVerified: user.emailVerified,
    phoneVerified: user.phoneVerified,
    hasPassword: user.passwordLastSetAt !== null,
    createdAt: user.createdAt,
    statusChangedAt: user.statusChangedAt,
    identitySources: section(identities, () => grouped ?? []),
    syncRelations: section(relations, syncRelations),
    waysIn: grouped && waysIn(user, grouped),
    access: {
      departments: section(access.departments, (all) => all.map(named)),
      roles: section(access.roles, (all) => all.map(named)),
      groups: section(access.groups, (all) => all.map(named)),
      positions: section(access.positions, (all) => all.map(named)),
      authorizations: section(access.authorizations, (all) =>
        all.map(({ resourceCode, description, namespace }) => ({
          name: description || resourceCode,
          code: resourceCode,
          namespace,
        })),
      ),
      apps: section(access.apps, (all) =>
        all.map(({ appId, appName }) => ({ name: appName || appId, code: appId, namespace: null })),
      ),
    },
    history,
    handsOff: handsOff(world.settings, own, user),
    version: versionOf(reading),
    readAt: reading.readAt.toISOString(),
  }
}

/** The main department's name, from the departments that were read along. */
export function mainDepartment({ user, access }: Reading): string | null {
  if (!access.departments.ok) return null
  const all = access.departments.value
  const main = all.find((department) => department.departmentId === user.mainDepartmentId) ?? all[0]
  return main?.name ?? null
}

function section<T, R>(read: Read<T[]>, show: (items: T[]) => R[]) {
  return read.ok
    ? { state: 'read' as const, items: show(read.value) }
    : { state: 'unread' as const, why: unread(read.failure) }
}

function named(item: {
  name: string | null
  code: string | null
  namespace?: string | null
}): AccessItem {
  return {
    name: item.name || item.code || '?',
    code: item.code,
    namespace: item.namespace ?? null,
  }
}
