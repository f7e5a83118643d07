import type { NewSnapshot } from '#store/records.ts'
import { identitySources, syncRelations } from './identity.ts'
import { summaryOf } from './known-names.ts'
import type { Reading } from './reading.ts'
import { unreadParts } from './reading.ts'
import { mainDepartment } from './user.ts'

/** The state of a user worth keeping before something is taken from them; profiles are redacted. */
export function snapshotOf(reading: Reading): NewSnapshot {
  const { user, identities, relations, access } = reading
  const kept = <T>(read: { ok: true; value: T[] } | { ok: false }) => (read.ok ? read.value : null)
  return {
    body: {
      summary: summaryOf(user, mainDepartment(reading)),
      profile: user,
      identitySources: identities.ok ? identitySources(identities.value, null) : null,
      syncRelations: relations.ok ? syncRelations(relations.value) : null,
      departments: kept(access.departments),
      roles: kept(access.roles),
      groups: kept(access.groups),
      positions: kept(access.positions),
      authorizations: kept(access.authorizations),
      apps: kept(access.apps),
      readAt: reading.readAt.toISOString(),
    },
    lacks: unreadParts(reading),
  }
}
