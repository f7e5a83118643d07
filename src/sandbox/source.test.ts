import { expect, test } from 'vitest'
import { personIn, sandboxInTest, sdkFor } from './sandbox.fixture.ts'

async function peopleIn(policy = '') {
  const sandbox = await sandboxInTest({ policy })
  const sdk = sdkFor(sandbox)
  const identities = async (userId: string) =>
    (await sdk.getUserIdentities({ userId })).data.map(({ type, userIdInIdp }) => ({
      type,
      userIdInIdp,
    }))
  const sources = (await sdk.listExtIdp({})).data.list
  const feishu = sources.find(({ name }) => name === 'Feishu')?.id ?? ''
  return { sandbox, sdk, identities, feishu, userId: personIn(sandbox, 'li-wei').userId }
}

test('unlinking takes the identities of one source and one type', async () => {
  const { sdk, identities, feishu: extIdpId, userId } = await peopleIn()
  const id = { userId: `${extIdpId}:ou_8bae1f0c77e24d19`, userIdType: 'identity' } as const
  expect((await sdk.getUser(id)).data.userId).toBe(userId)
  const unlinked = await sdk.unlinkIdentity({ userId, extIdpId, type: 'openid', isSocial: false })
  expect(unlinked).toMatchObject({ data: { success: true } })
  expect(await identities(userId)).toEqual([
    { type: 'unionid', userIdInIdp: 'on_77c1e02b9d5a4f36' },
    { type: 'unionid', userIdInIdp: 'o6_bmjrPTlm6_2sgVt7' },
  ])
  expect(await sdk.getUser(id)).toMatchObject({ statusCode: 404 })
})

test('without a type unlinking means the type generic, so that Feishu stays', async () => {
  const { sdk, identities, feishu: extIdpId, userId } = await peopleIn()
  expect(await sdk.unlinkIdentity({ userId, extIdpId })).toMatchObject({ statusCode: 200 })
  expect(await identities(userId)).toHaveLength(3)
})

test('under unlink-scope=source one call takes everything of the source', async () => {
  const { sdk, identities, feishu: extIdpId, userId } = await peopleIn('unlink-scope=source')
  await sdk.unlinkIdentity({ userId, extIdpId, type: 'openid' })
  expect(await identities(userId)).toEqual([
    { type: 'unionid', userIdInIdp: 'o6_bmjrPTlm6_2sgVt7' },
  ])
})

test('an identity that was unlinked can be linked again and finds its user again', async () => {
  const { sdk, identities, feishu: extIdpId, userId } = await peopleIn()
  const identity = { userIdInIdp: 'ou_8bae1f0c77e24d19', type: 'openid' }
  await sdk.unlinkIdentity({ userId, extIdpId, type: 'openid' })
  expect(await sdk.linkIdentity({ userId, extIdpId, ...identity })).toMatchObject({
    data: { success: true },
  })
  expect(await identities(userId)).toContainEqual(identity)
  const found = { userId: `${extIdpId}:${identity.userIdInIdp}`, userIdType: 'identity' } as const
  expect((await sdk.getUser(found)).data.userId).toBe(userId)
})

test('an identity of somebody else, or of an unknown source, cannot be linked', async () => {
  const { sandbox, sdk, feishu: extIdpId } = await peopleIn()
  const { userId } = personIn(sandbox, 'wu-di')
  const taken = { userId, extIdpId, userIdInIdp: 'ou_8bae1f0c77e24d19', type: 'openid' }
  expect(await sdk.linkIdentity(taken)).toMatchObject({ statusCode: 409 })
  expect(await sdk.linkIdentity({ ...taken, extIdpId: 'nowhere' })).toMatchObject({
    statusCode: 404,
  })
})

test('linking and unlinking know users by GenAuth’s own id only', async () => {
  const { sdk, identities, feishu: extIdpId, userId } = await peopleIn()
  const data = { userId: 'liwei', userIdType: 'username', extIdpId, type: 'openid' }
  const answer: unknown = await sdk.makeRequest({
    method: 'POST',
    url: '/api/v3/unlink-identity',
    data,
  })
  expect(answer).toMatchObject({ statusCode: 404 })
  expect(await identities(userId)).toHaveLength(3)
})

test('deleting a relation takes every relation of that provider and no other', async () => {
  const { sandbox, sdk } = await peopleIn()
  const { userId } = personIn(sandbox, 'tan-xin')
  const id = 'active-directory:tanxin-adm@corp.hanlin.example'
  const found = () => sdk.getUser({ userId: id, userIdType: 'sync_relation' })
  expect((await found()).data.userId).toBe(userId)
  await sdk.deleteUserSyncRelations({ userId, provider: 'active-directory' })
  const { data } = await sdk.getUserSyncRelations({ userId })
  expect(data.map(({ provider }) => provider)).toEqual(['lark'])
  expect(await found()).toMatchObject({ statusCode: 404 })
})

test('a relation whose provider is unknown has none on the wire', async () => {
  const { sandbox, sdk } = await peopleIn()
  const { userId } = personIn(sandbox, 'ren-jie')
  const { data } = await sdk.getUserSyncRelations({ userId })
  expect(data).toHaveLength(2)
  expect(data[0]).not.toHaveProperty('provider')
})

test('unlinking or deleting what is not there is an error where policy says so', async () => {
  const { sdk, userId } = await peopleIn('repeat=error')
  expect(await sdk.unlinkIdentity({ userId, extIdpId: 'nowhere' })).toMatchObject({
    statusCode: 422,
  })
  expect(await sdk.deleteUserSyncRelations({ userId, provider: 'moka' })).toMatchObject({
    statusCode: 422,
  })
})

test('social identities carry tokens that nobody should pass on', async () => {
  const { sdk, userId } = await peopleIn()
  const { data } = await sdk.getUserIdentities({ userId })
  const weChat = data.find(({ provider }) => String(provider) === 'wechat')
  expect(weChat?.accessToken).toMatch(/^not-a-real-token/)
})
