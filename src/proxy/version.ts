import { createHash } from 'node:crypto'
import type { Read } from '#genauth/genauth.ts'
import type { UserDto } from '#genauth/wire.ts'
import type { Reading } from './reading.ts'
import { rights } from './reading.ts'

const unreadMark = '-'

/**
 * A digest over status, identifiers, name, identities, sync relations and access, one piece per part,
 * so that a part which could not be read then, or cannot be read now, does not look like a change.
 */
export function versionOf(reading: Reading): string {
  const { identities, relations, access } = reading
  return [
    profileVersion(reading.user),
    piece(identities, (i) => [i.extIdpId, i.type, i.userIdInIdp]),
    piece(relations, (r) => [r.provider, r.userIdInIdp]),
    piece(access.departments, (d) => [d.departmentId]),
    piece(access.roles, (r) => [r.namespace, r.code]),
    piece(access.groups, (g) => [g.code]),
    piece(access.positions, (p) => [p.code]),
    piece(access.authorizations, (a) => [a.namespace, a.resourceType, a.resourceCode]),
  ].join('.')
}

/** Digest of who somebody is and in which state: status, identifiers and name, never sign-in times. */
export function profileVersion(user: UserDto): string {
  const { userId, status, username, email, phone, phoneCountryCode, externalId, name, nickname } =
    user
  return digest([
    userId,
    status,
    username,
    email,
    phone,
    phoneCountryCode,
    externalId,
    name,
    nickname,
    user.passwordLastSetAt !== null,
    user.emailVerified,
    user.phoneVerified,
  ])
}

/** What became of the version that a screen showed. `unseen`: parts of the preview that were not on it. */
export type Comparison = { same: boolean; rightsUnseen: boolean }

/**
 * Compares the version that was shown with the one just read. A part that cannot be read now is no
 * change. A part that was not on the screen and is there now is one, except for rights: whoever goes
 * on without seeing them has to say so.
 */
export function compareVersions(shown: string, now: string): Comparison {
  const before = shown.split('.')
  const after = now.split('.')
  const firstRight = after.length - rights.length
  const same =
    before.length === after.length &&
    after.every((part, index) => {
      const was = before[index]
      return was === part || part === unreadMark || (was === unreadMark && index >= firstRight)
    })
  const rightsUnseen = [before, after].some((parts) => parts.slice(firstRight).includes(unreadMark))
  return { same, rightsUnseen }
}

function piece<T>(read: Read<T[]>, key: (item: T) => readonly (string | null)[]): string {
  if (!read.ok) return unreadMark
  return digest(read.value.map((item) => JSON.stringify(key(item))).sort())
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16)
}
