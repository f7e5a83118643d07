import { expect, test } from 'vitest'
import { apps } from './company.ts'
import { byHand, personIn, sandboxInTest, sdkFor } from './sandbox.fixture.ts'

async function liWeiIn(policy = '') {
  const sandbox = await sandboxInTest({ policy })
  const { userId } = personIn(sandbox, 'li-wei')
  const update = (edit: Record<string, unknown>) =>
    byHand(sandbox, { path: '/api/v3/update-user', body: { userId, ...edit } })
  return { sandbox, sdk: sdkFor(sandbox), userId, update }
}

test('suspending blocks and reactivating lets in again; access stays', async () => {
  const { sdk, userId, update } = await liWeiIn()
  expect(await update({ status: 'Suspended' })).toMatchObject({
    statusCode: 200,
    data: { userId, status: 'Suspended', workStatus: 'Active' },
  })
  expect((await sdk.getUserRoles({ userId })).data.totalCount).toBe(5)
  await update({ status: 'Activated' })
  expect(await sdk.getUser({ userId })).toMatchObject({ data: { status: 'Activated' } })
})

test('nobody returns from a resignation unless policy lets them', async () => {
  const strict = await liWeiIn()
  await strict.sdk.resignUser({ userId: strict.userId })
  expect(await strict.update({ status: 'Activated' })).toMatchObject({ statusCode: 422 })
  const lenient = await liWeiIn('resigned-returns=yes')
  await lenient.sdk.resignUser({ userId: lenient.userId })
  expect(await lenient.update({ status: 'Activated' })).toMatchObject({
    data: { status: 'Activated' },
  })
})

test('a new e-mail address finds the user and the old one does not', async () => {
  const { sdk, userId, update } = await liWeiIn()
  await update({ email: 'new@hanlin.example', customData: { shoe: 43 }, city: 'Xi’an' })
  const found = await sdk.getUser({ userId: 'new@hanlin.example', userIdType: 'email' })
  expect(found.data).toMatchObject({ userId, city: 'Xi’an' })
  const before = await sdk.getUser({ userId: 'li.wei@hanlin.example', userIdType: 'email' })
  expect(before).toMatchObject({ statusCode: 404 })
})

test('an identifier of somebody else is a conflict', async () => {
  const { update } = await liWeiIn()
  expect(await update({ username: 'zhaomin' })).toMatchObject({ statusCode: 409 })
})

test('custom data of more than 1,024 characters is refused', async () => {
  const { update } = await liWeiIn()
  expect(await update({ customData: { long: 'x'.repeat(1024) } })).toMatchObject({
    statusCode: 400,
    message: expect.stringContaining('customData'),
  })
})

test('kicking ends the sessions in the apps that are named', async () => {
  const { sdk, userId } = await liWeiIn()
  const [portal, mail] = apps
  const appIds = [portal.appId, mail?.appId ?? '']
  expect(await sdk.kickUsers({ userId, appIds })).toMatchObject({ data: { success: true } })
  const { data } = await sdk.getUserLoggedinApps({ userId })
  expect(data.map(({ appName }) => appName)).toEqual(['Wiki', 'Cloud console'])
})

test('kicking out of no app, or of an unknown one, is refused', async () => {
  const { sdk, userId } = await liWeiIn()
  const none = await sdk.kickUsers({ userId, appIds: [] })
  expect(none).toMatchObject({ statusCode: 400, message: expect.stringContaining('appIds') })
  const unknown = await sdk.kickUsers({ userId, appIds: ['nowhere'] })
  expect(unknown).toMatchObject({ statusCode: 404, apiCode: 2011 })
})

test('a batch of updates answers each user as they are now', async () => {
  const { sandbox, sdk, userId } = await liWeiIn()
  const { userId: other } = personIn(sandbox, 'wu-di')
  const list = [userId, other].map((id) => ({ userId: id, nickname: '某人' }))
  expect(await sdk.updateUserBatch({ list })).toMatchObject({
    data: [
      { userId, nickname: '某人' },
      { userId: other, nickname: '某人' },
    ],
  })
})
