import { expect, test } from 'vitest'
import type { Failure } from '#genauth/genauth.ts'
import { UserDto } from '#genauth/wire.ts'
import type { Reading } from './reading.ts'
import { compareVersions, versionOf } from './version.ts'

const silent: Failure = { kind: 'ambiguous', cause: 'silent', detail: '' }
const read = <T>(value: T) => ({ ok: true as const, value })
const unread = { ok: false as const, failure: silent }

const liWei = UserDto.parse({
  userId: 'u1',
  name: 'Li Wei',
  status: 'Activated',
  lastLogin: 'then',
})
const feishu = {
  identityId: 'i1',
  extIdpId: 's1',
  provider: 'lark',
  type: 'openid',
  userIdInIdp: 'ou_1',
  userInfoInIdp: null,
}
const admin = { code: 'admin', name: 'Admin', namespace: 'default' }
const viewer = { code: 'viewer', name: 'Viewer', namespace: 'default' }

function reading(changes: Partial<Reading> = {}, access: Partial<Reading['access']> = {}): Reading {
  return {
    user: liWei,
    identities: read([feishu]),
    relations: read([]),
    access: {
      departments: read([]),
      roles: read([admin, viewer]),
      groups: read([]),
      positions: read([]),
      authorizations: read([]),
      apps: read([]),
      ...access,
    },
    readAt: new Date(0),
    ...changes,
  }
}

const before = versionOf(reading())
const compared = (now: Reading) => compareVersions(before, versionOf(now))

test('the same user has the same version, whatever order the lists come in', () => {
  expect(compared(reading({}, { roles: read([viewer, admin]) })).same).toBe(true)
})

test('a later sign-in is no change', () => {
  const signedIn = reading({ user: { ...liWei, lastLogin: 'now' } })
  expect(compared(signedIn).same).toBe(true)
  expect(compared(reading({}, { apps: read([{ appId: 'a', appName: 'A' }]) })).same).toBe(true)
})

test.each([
  ['status', reading({ user: { ...liWei, status: 'Suspended' } })],
  ['name', reading({ user: { ...liWei, name: 'Li Wie' } })],
  ['e-mail', reading({ user: { ...liWei, email: 'li@hanlin.example' } })],
  ['identity', reading({ identities: read([]) })],
  [
    'relation',
    reading({ relations: read([{ provider: 'lark', userIdInIdp: 'ou_1', userInfoInIdp: null }]) }),
  ],
  ['role', reading({}, { roles: read([admin]) })],
])('another %s is a change', (_, now) => {
  expect(compared(now).same).toBe(false)
})

test('a part that cannot be read now is no change, but the preview is incomplete', () => {
  expect(compared(reading({}, { groups: unread }))).toEqual({ same: true, rightsUnseen: true })
})

test('identities that cannot be read do not make the preview of rights incomplete', () => {
  expect(compared(reading({ identities: unread }))).toEqual({ same: true, rightsUnseen: false })
})

test('a missing or invented version is a change', () => {
  expect(compareVersions('', before).same).toBe(false)
  expect(compareVersions('-', before).same).toBe(false)
  expect(compareVersions('-.-.-.-.-.-.-.-', before).same).toBe(false)
})

test('identities that were not on the screen are a change once they can be read', () => {
  const unseen = versionOf(reading({ identities: unread }))
  expect(compareVersions(unseen, before).same).toBe(false)
})

test('rights that were not on the screen leave the preview incomplete', () => {
  const unseen = versionOf(reading({}, { roles: unread }))
  expect(compareVersions(unseen, before)).toEqual({ same: true, rightsUnseen: true })
})
