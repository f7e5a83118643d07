import { expect, test } from 'vitest'
import { apps } from './company.ts'
import { byHand, leavable, personIn, sandboxInTest, sdkFor } from './sandbox.fixture.ts'

async function meeting(key: string, timeout = 5000) {
  const sandbox = await sandboxInTest()
  sandbox.switches({ slowMs: 60 })
  return { sandbox, sdk: sdkFor(sandbox, timeout), userId: personIn(sandbox, key).userId }
}

test('Slow Sam is answered, but late, by whatever id he is named', async () => {
  const { sandbox, sdk, userId } = await meeting('slow-sam')
  const begun = performance.now()
  expect(await sdk.getUser({ userId })).toMatchObject({ statusCode: 200 })
  expect(await sdk.getUser({ userId: 'slowsam', userIdType: 'username' })).toMatchObject({
    statusCode: 200,
  })
  expect(performance.now() - begun).toBeGreaterThan(110)
  expect(sandbox.ledger().map(({ fault }) => fault)).toEqual(['slow', 'slow'])
})

test.each(['gone-gina', 'gone-greta'])('%s can be read until somebody acts on her', async (key) => {
  const { sandbox, sdk, userId } = await meeting(key)
  expect(await sdk.getUser({ userId })).toMatchObject({ statusCode: 200 })
  expect(await sdk.getUserSyncRelations({ userId })).toMatchObject({ statusCode: 200 })
  expect(await sdk.deleteUsersBatch({ userIds: [userId] })).toMatchObject({ statusCode: 404 })
  expect(await sdk.getUser({ userId })).toMatchObject({ statusCode: 404 })
  expect(sandbox.ledger()[2]).toMatchObject({
    call: 'delete-users-batch',
    effects: { [userId]: 'vanished' },
  })
})

test.each(['stubborn-stan', 'stubborn-stella'])('%s survives what claims success', async (key) => {
  const { sandbox, sdk, userId } = await meeting(key)
  const { data: before } = await sdk.getUser({ userId })
  const { userId: other } = personIn(sandbox, 'wu-di')
  const answer = await sdk.deleteUsersBatch({ userIds: [userId, other] })
  expect(answer).toMatchObject({ statusCode: 200, data: { success: true } })
  expect(await sdk.resignUser({ userId })).toMatchObject({ data: { success: true } })
  expect(await sdk.getUser({ userId })).toMatchObject({ data: { status: before.status } })
  expect(await sdk.getUser({ userId: other })).toMatchObject({ statusCode: 404 })
  expect(sandbox.ledger()[1]?.effects).toEqual({ [userId]: 'none', [other]: 'deleted' })
})

test.each(['timeout-tina', 'timeout-theo'])(
  '%s is changed although the call never answers',
  async (key) => {
    const { sandbox, sdk, userId } = await meeting(key)
    await expect(sdk.deleteUsersBatch({ userIds: [userId] })).rejects.toMatchObject({
      code: 'ECONNABORTED',
    })
    expect(await sdk.getUser({ userId })).toMatchObject({ statusCode: 404 })
    expect(sandbox.ledger()[0]).toMatchObject({
      effects: { [userId]: 'deleted' },
      answered: null,
      withheld: true,
    })
  },
)

test('Timeout Tina loses her identity although the unlinking never answers', async () => {
  const { sdk, userId } = await meeting('timeout-tina', 400)
  const [identity] = (await sdk.getUserIdentities({ userId })).data
  const { extIdpId = '', type } = identity ?? {}
  await expect(sdk.unlinkIdentity({ userId, extIdpId, type })).rejects.toThrow()
  expect((await sdk.getUserIdentities({ userId })).data).toHaveLength(1)
})

const portal = apps[0].appId
const suspend = (userId: string) => ({ list: [{ userId, status: 'Suspended' }] })
const signOut = (userId: string) => ({ userId, appIds: [portal] })

test.each([
  ['update-user-batch', suspend],
  ['update-user', (userId: string) => ({ userId, status: 'Suspended' })],
  ['resign-user-batch', (userId: string) => ({ userIds: [userId] })],
  ['kick-users', signOut],
])('Stubborn Stan stays as he is after %s', async (call, body) => {
  const { sandbox, sdk, userId } = await meeting('stubborn-stan')
  const path = `/api/v3/${call}`
  expect(await byHand(sandbox, { path, body: body(userId) })).toMatchObject({ statusCode: 200 })
  expect((await sdk.getUser({ userId })).data.status).toBe('Activated')
  expect((await sdk.getUserLoggedinApps({ userId })).data).toHaveLength(2)
  expect(sandbox.ledger()[0]).toMatchObject({ effects: { [userId]: 'none' }, fault: 'lie' })
})

test.each([
  ['update-user-batch', suspend, 'suspended'],
  ['kick-users', signOut, 'kicked'],
  ['resign-user-batch', (userId: string) => ({ userIds: [userId] }), 'resigned'],
])('Timeout Tina is changed by %s, which never answers', async (call, body, effect) => {
  const { sandbox, userId } = await meeting('timeout-tina')
  const { abort, asked } = leavable((signal) =>
    byHand(sandbox, { path: `/api/v3/${call}`, body: body(userId), signal }),
  )
  await expect.poll(() => sandbox.ledger()[0]?.withheld, { timeout: 4000 }).toBe(true)
  abort()
  await expect(asked).rejects.toThrow()
  expect(sandbox.ledger()[0]).toMatchObject({ effects: { [userId]: effect }, answered: null })
})

test.each([
  ['update-user-batch', suspend],
  ['kick-users', signOut],
])('Gone Gina is gone as soon as %s names her', async (call, body) => {
  const { sandbox, sdk, userId } = await meeting('gone-gina')
  const path = `/api/v3/${call}`
  expect(await byHand(sandbox, { path, body: body(userId) })).toMatchObject({ statusCode: 404 })
  expect((await sdk.getUser({ userId })).statusCode).toBe(404)
  expect(sandbox.ledger()[0]?.effects).toEqual({ [userId]: 'vanished' })
})
