import { expect, test } from 'vitest'
import { asking, ok } from './asking.fixture.ts'
import type { GenAuth } from './genauth.ts'
import { envelope } from './server.fixture.ts'

test.each<[string, (genauth: GenAuth) => Promise<unknown>, string]>([
  [
    'unlinking',
    (g) => g.unlinkIdentity('u1', 'idp1', 'openid'),
    'POST /api/v3/unlink-identity {"userId":"u1","extIdpId":"idp1","type":"openid"}',
  ],
  [
    'deleting a relation',
    (g) => g.deleteUserSyncRelations('u1', 'lark'),
    'POST /api/v3/delete-user-sync-relations {"provider":"lark","userId":"u1","userIdType":"user_id"}',
  ],
  [
    'resigning',
    (g) => g.resignUser('u1'),
    'POST /api/v3/resign-user {"userId":"u1","userIdType":"user_id"}',
  ],
  [
    'ending sessions',
    (g) => g.kickUsers('u1', ['app-1', 'app-2']),
    'POST /api/v3/kick-users {"userId":"u1","appIds":["app-1","app-2"],"options":{"userIdType":"user_id"}}',
  ],
  [
    'resigning several',
    (g) => g.resignUsersBatch(['u1', 'u2']),
    'POST /api/v3/resign-user-batch {"userIds":["u1","u2"],"userIdType":"user_id"}',
  ],
  [
    'deleting',
    (g) => g.deleteUsersBatch(['u1', 'u2']),
    'POST /api/v3/delete-users-batch {"userIds":["u1","u2"],"options":{"userIdType":"user_id"}}',
  ],
])('%s names users by user_id only, and says so', async (_, write, request) => {
  const answer = envelope({
    statusCode: 200,
    message: '',
    requestId: 'r-1',
    data: { success: true },
  })
  const { result, sent } = await asking(answer, write)
  expect(sent).toEqual([request])
  expect(result).toEqual({ ok: true, requestId: 'r-1' })
})

const suspended = (...userIds: string[]) =>
  userIds.map((userId) => ({ userId, status: 'Suspended' }))

test('statuses are given by user_id only, and the users as they are now are the yes', async () => {
  const u1 = { userId: 'u1', status: 'Suspended' }
  const u2 = { userId: 'u2', status: 'Activated' }
  const answer = envelope({ statusCode: 200, message: '', requestId: 'r-1', data: [u2, u1] })
  const { result, sent } = await asking(answer, (g) => g.updateUserStatuses([u1, u2]))
  expect(sent).toEqual([
    'POST /api/v3/update-user-batch {"list":[{"userId":"u1","status":"Suspended"},{"userId":"u2","status":"Activated"}],"options":{"userIdType":"user_id"}}',
  ])
  expect(result).toEqual({ ok: true, requestId: 'r-1' })
})

test('of a change of statuses nothing but the status is sent', async () => {
  const change = { userId: 'u1', status: 'Suspended', email: 'somebody@example.com' }
  const { sent } = await asking(ok([{ userId: 'u1' }]), (g) => g.updateUserStatuses([change]))
  expect(sent.join()).not.toContain('somebody')
})

test.each([
  ['none of the users', []],
  ['one of the two users', [{ userId: 'u1' }]],
  ['one of the two users twice', [{ userId: 'u1' }, { userId: 'u1' }]],
  ['a user nobody asked for', [{ userId: 'u1' }, { userId: 'u3' }]],
  ['somebody without an id', [{ userId: 'u1' }, {}]],
  ['no data', undefined],
  ['an empty object', {}],
  ['success and no users', { success: true }],
])('a change of statuses that is answered with %s is unclear', async (_, data) => {
  const { result } = await asking(ok(data), (g) => g.updateUserStatuses(suspended('u1', 'u2')))
  expect(result).toMatchObject({ ok: false, failure: { kind: 'ambiguous', cause: 'unreadable' } })
})

test('a change of statuses that says success: false is unclear', async () => {
  const { result } = await asking(ok({ success: false }), (g) =>
    g.updateUserStatuses(suspended('u1')),
  )
  expect(result).toMatchObject({ ok: false, failure: { kind: 'ambiguous', cause: 'answer' } })
})

test.each<[string, (genauth: GenAuth, ids: string[]) => Promise<unknown>]>([
  ['a change of statuses', (g, ids) => g.updateUserStatuses(suspended(...ids))],
  ['a resignation', (g, ids) => g.resignUsersBatch(ids)],
  ['a deletion', (g, ids) => g.deleteUsersBatch(ids)],
  ['an end of sessions in apps', (g, ids) => g.kickUsers('u1', ids)],
])('%s that is refused changed nothing for one id; for several nobody knows', async (_, write) => {
  const refusal = envelope({ statusCode: 404, message: '用户不存在' })
  const one = await asking(refusal, (g) => write(g, ['u1']))
  const two = await asking(refusal, (g) => write(g, ['u1', 'u2']))
  expect([one.result, two.result]).toMatchObject([
    { ok: false, failure: { kind: 'not_applied', cause: 'missing' } },
    { ok: false, failure: { kind: 'ambiguous', cause: 'missing' } },
  ])
})

const many = Array.from({ length: 51 }, (_, n) => `u${n}`)

test.each<[string, (genauth: GenAuth) => Promise<unknown>]>([
  ['no users', (g) => g.deleteUsersBatch([])],
  ['51 users', (g) => g.deleteUsersBatch(many)],
  ['a blank user among others', (g) => g.deleteUsersBatch(['u1', ' '])],
  ['the same user twice', (g) => g.deleteUsersBatch(['u1', 'u2', 'u1'])],
  ['a resignation of no users', (g) => g.resignUsersBatch([])],
  ['a resignation of 51 users', (g) => g.resignUsersBatch(many)],
  ['a resignation of a blank user', (g) => g.resignUsersBatch(['u1', ''])],
  ['no statuses', (g) => g.updateUserStatuses([])],
  ['51 statuses', (g) => g.updateUserStatuses(suspended(...many))],
  ['the status of a blank user', (g) => g.updateUserStatuses(suspended('u1', '\u3000'))],
  ['a blank status', (g) => g.updateUserStatuses([{ userId: 'u1', status: ' ' }])],
  ['two statuses of one user', (g) => g.updateUserStatuses(suspended('u1', 'u1'))],
  ['sessions of nobody', (g) => g.kickUsers(' ', ['app-1'])],
  ['sessions in no apps', (g) => g.kickUsers('u1', [])],
  ['sessions in 51 apps', (g) => g.kickUsers('u1', many)],
  ['sessions in a blank app', (g) => g.kickUsers('u1', ['app-1', ''])],
  ['a resignation of nobody', (g) => g.resignUser('')],
  ['a relation without a provider', (g) => g.deleteUserSyncRelations('u1', '')],
  ['an identity without a source', (g) => g.unlinkIdentity('u1', '', 'openid')],
])('a write about %s is not sent', async (_, write) => {
  const { result, sent } = await asking(ok({ success: true }), write)
  expect(sent).toEqual([])
  expect(result).toMatchObject({ ok: false, failure: { kind: 'not_applied' } })
})
