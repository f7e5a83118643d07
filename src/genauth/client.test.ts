import { expect, test } from 'vitest'
import { asking, liWei, ok } from './asking.fixture.ts'
import { type Answer, envelope } from './server.fixture.ts'

test('a user is read without their identities, and the identity number stays behind', async () => {
  const { result, sent } = await asking(ok(liWei), (g) => g.getUser('liwei', 'username'))
  expect(sent).toEqual([
    'GET /api/v3/get-user?userId=liwei&userIdType=username&withIdentities=false',
  ])
  expect(result).toMatchObject({ ok: true, value: { username: 'liwei', email: null } })
  expect(JSON.stringify(result)).not.toContain('110101199003070000')
})

test.each([
  ['statusCode 404', { statusCode: 404, message: '' }],
  ['apiCode 2004', { statusCode: 400, apiCode: 2004, message: '' }],
  ['a sentence', { statusCode: 400, message: '用户不存在' }],
])('a user who does not exist by %s reads as nobody', async (_, body) => {
  const { result } = await asking(envelope(body), (g) => g.getUser('nobody', 'username'))
  expect(result).toEqual({ ok: true, value: null })
})

test('a malformed phone number reads as nobody of this kind', async () => {
  const answer = envelope({ statusCode: 400, message: '参数 userId 格式错误' })
  const { result } = await asking(answer, (g) => g.getUser('1234567890#', 'phone'))
  expect(result).toEqual({ ok: true, value: null })
})

test('a canonical user id that is called malformed is not taken for a deleted user', async () => {
  const answer = envelope({ statusCode: 400, message: '参数 userId 格式错误' })
  const { result } = await asking(answer, (g) => g.getUser(liWei.userId, 'user_id'))
  expect(result).toMatchObject({ ok: false, failure: { kind: 'refused', cause: 'answer' } })
})

test('an answer about another user than the one asked for is no answer', async () => {
  const other = { ...liWei, userId: '6229ffa0c1d2e3f4a5b6c7d9' }
  const { result } = await asking(ok(other), (g) => g.getUser(liWei.userId, 'user_id'))
  expect(result).toMatchObject({ ok: false, failure: { cause: 'unreadable' } })
})

test('a success without a user is not taken for a user who does not exist', async () => {
  const { result } = await asking(ok(null), (g) => g.getUser(liWei.userId, 'user_id'))
  expect(result).toMatchObject({ ok: false, failure: { cause: 'unreadable' } })
})

test('nobody has a blank id, and GenAuth is not asked', async () => {
  const { result, sent } = await asking(ok(liWei), (g) => g.getUser(' ', 'username'))
  expect([result, sent]).toEqual([{ ok: true, value: null }, []])
})

test('the directory is asked for with its filter, sort and page written out', async () => {
  const { result, sent } = await asking(ok({ totalCount: 51, list: [liWei] }), (g) =>
    g.listUsers({
      status: 'Suspended',
      sort: { field: 'email', order: 'asc' },
      page: 2,
      limit: 50,
    }),
  )
  expect(sent).toEqual([
    'POST /api/v3/list-users {"advancedFilter":[{"field":"status","operator":"EQUAL","value":"Suspended"}],"options":{"pagination":{"page":2,"limit":50},"sort":[{"field":"email","order":"asc"}]}}',
  ])
  expect(result).toMatchObject({
    ok: true,
    value: { totalCount: 51, list: [{ userId: liWei.userId }] },
  })
})

test('tokens of an identity never leave the client', async () => {
  const identity = {
    identityId: 'i1',
    extIdpId: 'idp1',
    provider: 'lark',
    type: 'openid',
    userIdInIdp: 'ou_8bae',
    accessToken: 'token-one',
    refreshToken: 'token-two',
    userInfoInIdp: { name: 'Li Wei', raw: { access_token: 'token-three' } },
    originConnIds: '["c1"]',
  }
  const { result } = await asking(ok(identity), (g) => g.getUserIdentities(liWei.userId))
  expect(result).toEqual({
    ok: true,
    value: [
      {
        identityId: 'i1',
        extIdpId: 'idp1',
        provider: 'lark',
        type: 'openid',
        userIdInIdp: 'ou_8bae',
        userInfoInIdp: { name: 'Li Wei', raw: {} },
      },
    ],
  })
})

test('a sync relation without a provider is read, and says so', async () => {
  const relation = { userIdInIdp: 'CN=Li Wei' }
  const { result } = await asking(ok(relation), (g) => g.getUserSyncRelations(liWei.userId))
  expect(result).toMatchObject({ ok: true, value: [{ provider: null, userIdInIdp: 'CN=Li Wei' }] })
})

test('departments are read page by page until all are there', async () => {
  const department = (n: number) => ({ departmentId: `d${n}`, name: `Department ${n}` })
  const all = Array.from({ length: 101 }, (_, n) => department(n))
  const answer: Answer = (received, response) => {
    const page = Number(new URL(received.target, 'http://genauth').searchParams.get('page'))
    const list = all.slice((page - 1) * 50, page * 50)
    ok({ totalCount: 101, list })(received, response)
  }
  const { result, sent } = await asking(answer, (g) => g.getUserDepartments(liWei.userId))
  expect(sent).toHaveLength(3)
  expect(result).toMatchObject({ ok: true, value: { length: 101 } })
})

test('departments of a server that gives the same page for ever are unread, not endless', async () => {
  const list = Array.from({ length: 50 }, (_, n) => ({ departmentId: `d${n}` }))
  const { result, sent } = await asking(ok({ totalCount: 99, list }), (g) =>
    g.getUserDepartments(liWei.userId),
  )
  expect(sent).toHaveLength(20)
  expect(result).toMatchObject({ ok: false, failure: { cause: 'unreadable' } })
})

test.each([
  ['one of two', [{ code: 'admin' }]],
  ['none of two', []],
])('a list of %s roles is no answer', async (_, list) => {
  const { result } = await asking(ok({ totalCount: 2, list }), (g) => g.getUserRoles(liWei.userId))
  expect(result).toMatchObject({ ok: false, failure: { cause: 'unreadable' } })
})

test('a page beyond the last one of the directory is empty', async () => {
  const { result } = await asking(ok({ totalCount: 2, list: [] }), (g) =>
    g.listUsers({ page: 9, limit: 50 }),
  )
  expect(result).toEqual({ ok: true, value: { totalCount: 2, list: [] } })
})

test('the probe asks for one user at most and keeps nothing of the answer', async () => {
  const { result, sent } = await asking(ok({ totalCount: 1, list: [liWei] }), (g) => g.probe())
  expect(sent).toEqual(['POST /api/v3/list-users {"options":{"pagination":{"page":1,"limit":1}}}'])
  expect(result).toEqual({ ok: true, value: null })
})
