import { expect, test } from 'vitest'
import { personIn, sandboxInTest, sdkFor } from './sandbox.fixture.ts'

const access = ['departments', 'roles', 'groups', 'posts', 'authorizations'] as const

async function liWeiIn(policy = '') {
  const sandbox = await sandboxInTest({ policy })
  const sdk = sdkFor(sandbox)
  const { userId } = personIn(sandbox, 'li-wei')
  /** How much Li Wei has of everything; null: he is not there. */
  async function has() {
    const lengths = async (read: Promise<{ data: unknown }>) => {
      const { data } = await read
      if (data === null || typeof data !== 'object') return null
      const list: unknown = Array.isArray(data) ? data : Reflect.get(data, 'list')
      return Array.isArray(list) ? list.length : null
    }
    return {
      departments: await lengths(sdk.getUserDepartments({ userId })),
      roles: await lengths(sdk.getUserRoles({ userId })),
      groups: await lengths(sdk.getUserGroups({ userId })),
      posts: await lengths(sdk.getUserPosts({ userId })),
      authorizations: await lengths(sdk.getUserAuthorizedResources({ userId })),
      identities: await lengths(sdk.getUserIdentities({ userId })),
      syncRelations: await lengths(sdk.getUserSyncRelations({ userId })),
      apps: await lengths(sdk.getUserLoggedinApps({ userId })),
    }
  }
  return { sandbox, sdk, userId, has }
}

test('Li Wei has two departments, five roles, three groups, a position, 41 authorizations', async () => {
  const { has, sdk, userId } = await liWeiIn()
  expect(await has()).toEqual({
    departments: 2,
    roles: 5,
    groups: 3,
    posts: 1,
    authorizations: 41,
    identities: 3,
    syncRelations: 1,
    apps: 4,
  })
  const { data } = await sdk.getUserAuthorizedResources({ userId })
  const spaces = data.list.map((resource) => Reflect.get(resource, 'namespace'))
  expect(new Set(spaces).size).toBe(6)
})

test('resigning takes all access and keeps profile, identities, relations and sessions', async () => {
  const { sdk, userId, has } = await liWeiIn()
  expect(await sdk.resignUser({ userId })).toMatchObject({ data: { success: true } })
  const after = await has()
  for (const part of access) expect(after[part]).toBe(0)
  expect(after).toMatchObject({ identities: 3, syncRelations: 1, apps: 4 })
  expect(await sdk.getUser({ userId })).toMatchObject({
    data: {
      status: 'Resigned',
      workStatus: 'Closed',
      name: 'Li Wei',
      mainDepartmentId: null,
      statusChangedAt: expect.stringMatching(/^\d{4}-/),
    },
  })
})

test('under resign-keeps=nothing a resignation takes identities, relations and sessions too', async () => {
  const { sdk, userId, has } = await liWeiIn('resign-keeps=nothing')
  await sdk.resignUser({ userId })
  expect(await has()).toMatchObject({ identities: 0, syncRelations: 0, apps: 0 })
})

test('a deleted user is found by no kind of id any more', async () => {
  const { sandbox, sdk, userId, has } = await liWeiIn()
  const { data: identities } = await sdk.getUserIdentities({ userId })
  const [identity] = identities
  const ids = [
    ['user_id', userId],
    ['username', 'liwei'],
    ['email', 'Li.Wei@Hanlin.example'],
    ['phone', '13800134821'],
    ['phone', '+8613800134821'],
    ['external_id', '10023'],
    ['identity', `${identity?.extIdpId}:${identity?.userIdInIdp}`],
    ['sync_relation', 'lark:ou_8bae1f0c77e24d19'],
  ] as const
  for (const [userIdType, id] of ids) {
    const found = await sdk.getUser({ userId: id, userIdType })
    expect(found.data.userId, userIdType).toBe(userId)
  }
  await sdk.deleteUsersBatch({ userIds: [userId] })
  for (const [userIdType, id] of ids) {
    const gone = await sdk.getUser({ userId: id, userIdType })
    expect(gone, userIdType).toMatchObject({ statusCode: 404, apiCode: 2004, data: null })
    expect(gone.message).toContain('does not exist')
  }
  expect(Object.values(await has())).toEqual(Array(8).fill(null))
  expect((await sdk.getUserBatch({ userIds: [userId] })).data).toEqual([])
  expect((await sdk.listUsers({ keywords: 'liwei' })).data.list).toEqual([])
  expect(sandbox.people().map(({ key }) => key)).not.toContain('li-wei')
})

test('more than fifty ids, or none, are refused and nothing is done', async () => {
  const { sdk } = await liWeiIn()
  const { data } = await sdk.listUsers({ options: { pagination: { page: 1, limit: 50 } } })
  const fifty = data.list.map(({ userId }) => userId)
  for (const userIds of [[], [...fifty, 'one-more']]) {
    for (const answer of [
      await sdk.deleteUsersBatch({ userIds }),
      await sdk.resignUserBatch({ userIds }),
    ]) {
      expect(answer).toMatchObject({ statusCode: 400, data: null })
      expect(answer.message).toContain('userIds')
    }
  }
  expect((await sdk.listUsers({})).data.totalCount).toBe(200)
  expect(await sdk.deleteUsersBatch({ userIds: fifty.slice(20) })).toMatchObject({
    data: { success: true },
  })
  expect((await sdk.listUsers({})).data.totalCount).toBe(170)
})

test.each([
  ['strict', 404, 'Activated'],
  ['silent', 200, 'Resigned'],
  ['partial', 404, 'Resigned'],
])(
  'under missing=%s a batch with somebody unknown answers %i, and the other is %s',
  async (missing, statusCode, status) => {
    const { sdk, userId } = await liWeiIn(`missing=${missing}`)
    const answer = await sdk.resignUserBatch({ userIds: [userId, 'nobody'] })
    expect(answer.statusCode).toBe(statusCode)
    expect(await sdk.getUser({ userId })).toMatchObject({ data: { status } })
    expect(await sdk.getUser({ userId: 'nobody' })).toMatchObject({ statusCode: 404 })
  },
)

test('under missing=silent even one unknown user is a success that does nothing', async () => {
  const { sdk, sandbox } = await liWeiIn('missing=silent')
  const nobody = { userId: 'nobody' }
  expect(await sdk.resignUser(nobody)).toMatchObject({ data: { success: true } })
  expect(await sdk.unlinkIdentity({ ...nobody, extIdpId: 'x' })).toMatchObject({ statusCode: 200 })
  expect(await sdk.getUserSyncRelations(nobody)).toMatchObject({ statusCode: 200, data: [] })
  expect(sandbox.ledger().map(({ effects }) => effects)).toEqual(Array(3).fill({ nobody: 'none' }))
})

test('resigning twice is a success or an error, as policy has it', async () => {
  const lenient = await liWeiIn()
  await lenient.sdk.resignUser({ userId: lenient.userId })
  const again = await lenient.sdk.resignUser({ userId: lenient.userId })
  expect(again).toMatchObject({ statusCode: 200, data: { success: true } })
  expect(lenient.sandbox.ledger()[1]?.effects).toEqual({ [lenient.userId]: 'none' })

  const strict = await liWeiIn('repeat=error')
  await strict.sdk.resignUser({ userId: strict.userId })
  const refused = await strict.sdk.resignUser({ userId: strict.userId })
  expect(refused.statusCode).toBe(422)
})

test('under delete-needs=resigned only people who have resigned are deleted', async () => {
  const { sdk, userId } = await liWeiIn('delete-needs=resigned')
  expect(await sdk.deleteUsersBatch({ userIds: [userId] })).toMatchObject({ statusCode: 422 })
  await sdk.resignUser({ userId })
  expect(await sdk.deleteUsersBatch({ userIds: [userId] })).toMatchObject({ statusCode: 200 })
  expect(await sdk.getUser({ userId })).toMatchObject({ statusCode: 404 })
})
