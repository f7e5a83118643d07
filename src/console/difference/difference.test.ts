import { expect, test } from 'vitest'
import type { User } from '#contract/user.ts'
import { difference } from './difference.ts'

const read = <Item = never>(...items: Item[]) => ({ state: 'read' as const, items })
const role = (name: string) => ({ name, code: name, namespace: 'default' })
const silent = { state: 'unread' as const, why: { code: 'upstream_silent' as const } }

const liWei: User = {
  summary: {
    userId: '65f1c0a94be2d7831e0a9c42',
    name: 'Li Wei',
    otherName: '李伟',
    username: 'liwei',
    email: 'li.wei@hanlin.example',
    phone: '13800134821',
    phoneCountryCode: '+86',
    externalId: '10023',
    status: 'Activated',
    department: 'Platform',
    lastLogin: null,
  },
  emailVerified: true,
  phoneVerified: true,
  hasPassword: true,
  createdAt: null,
  statusChangedAt: null,
  identitySources: read({
    extIdpId: 'feishu',
    provider: 'lark',
    name: 'Feishu',
    kind: 'enterprise' as const,
    identities: ['ou_8bae', 'on_77c1'].map((userIdInIdp) => ({
      identityId: userIdInIdp,
      type: 'openid',
      userIdInIdp,
      nameAtSource: null,
      profile: null,
    })),
  }),
  syncRelations: read({ provider: 'lark', userIdInIdp: 'ou_8bae', profile: null }),
  waysIn: [{ kind: 'password', hint: null, extIdpId: null }],
  access: {
    departments: read(),
    roles: read(role('on-call'), role('deployer')),
    groups: read(),
    positions: read(),
    authorizations: read(),
    apps: read(),
  },
  history: [],
  handsOff: null,
  version: 'v1',
  readAt: '2026-11-24T10:04:12.000Z',
}

test('nothing differs between a user and the same user read again', () => {
  const again = { ...liWei, version: 'v2', readAt: '2026-11-24T10:05:12.000Z' }
  expect(difference(liWei, again)).toEqual([])
})

test('a status set by somebody else is shown from old to new', () => {
  const now = { ...liWei, summary: { ...liWei.summary, status: 'Suspended' } }
  expect(difference(liWei, now)).toEqual([
    { part: 'status', gone: ['Activated'], come: ['Suspended'] },
  ])
})

test('a role that came and one that went are named, the kept one is not', () => {
  const roles = read(role('deployer'), role('billing-viewer'))
  const now = { ...liWei, access: { ...liWei.access, roles } }
  expect(difference(liWei, now)).toEqual([
    { part: 'roles', gone: ['default: on-call'], come: ['default: billing-viewer'] },
  ])
})

test('one of two equal items that went is not hidden by the other', () => {
  const twice = { ...liWei, access: { ...liWei.access, roles: read(role('a'), role('a')) } }
  const once = { ...liWei, access: { ...liWei.access, roles: read(role('a')) } }
  expect(difference(twice, once)).toEqual([{ part: 'roles', gone: ['default: a'], come: [] }])
})

test('an identity that was unlinked meanwhile is named by source, type and id', () => {
  const now = { ...liWei, identitySources: read() }
  expect(difference(liWei, now)).toEqual([
    { part: 'identities', gone: ['Feishu openid ou_8bae', 'Feishu openid on_77c1'], come: [] },
  ])
})

test('a part that can no longer be read is not taken for an empty one', () => {
  const now = { ...liWei, syncRelations: silent }
  expect(difference(liWei, now)).toEqual([
    { part: 'syncRelations', gone: ['lark:ou_8bae'], come: null },
  ])
})
