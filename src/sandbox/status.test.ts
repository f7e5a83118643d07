import { expect, test } from 'vitest'
import { apps } from './company.ts'
import { byHand, personIn, sandboxInTest, sdkFor } from './sandbox.fixture.ts'

type Change = { userId: string; status: string }

async function hanlin(policy = '') {
  const sandbox = await sandboxInTest({ policy })
  const sdk = sdkFor(sandbox)
  const id = (key: string) => personIn(sandbox, key).userId
  return {
    sandbox,
    sdk,
    id,
    one: (userId: string, status: string) =>
      byHand(sandbox, { path: '/api/v3/update-user', body: { userId, status } }),
    several: (list: Change[], userIdType = 'user_id') =>
      byHand(sandbox, {
        path: '/api/v3/update-user-batch',
        body: { list, options: { userIdType } },
      }),
    statusOf: async (userId: string) => (await sdk.getUser({ userId })).data?.status,
    lastEffects: () => sandbox.ledger().at(-1)?.effects,
  }
}

const words = [
  ['Suspended', 'suspended'],
  ['Deactivated', 'deactivated'],
  ['Archived', 'archived'],
  ['Activated', 'reactivated'],
] as const

test('each status that somebody is given is what they have, and an effect of its own', async () => {
  const { id, one, several, statusOf, lastEffects } = await hanlin()
  const userId = id('li-wei')
  for (const [status, effect] of words) {
    expect(await one(userId, status)).toMatchObject({ data: { status } })
    expect(lastEffects()).toEqual({ [userId]: effect })
    expect(await statusOf(userId)).toBe(status)
  }
  for (const [status, effect] of words) {
    expect(await several([{ userId, status }])).toMatchObject({ data: [{ userId, status }] })
    expect(lastEffects()).toEqual({ [userId]: effect })
    expect(await statusOf(userId)).toBe(status)
  }
})

test('whoever was deactivated or suspended before gets exactly the status that is given', async () => {
  const { id, several, statusOf, lastEffects } = await hanlin()
  const [heLin, fangYi] = [id('he-lin'), id('fang-yi')]
  await several([
    { userId: heLin, status: 'Suspended' },
    { userId: fangYi, status: 'Activated' },
  ])
  expect(lastEffects()).toEqual({ [heLin]: 'suspended', [fangYi]: 'reactivated' })
  await several([
    { userId: heLin, status: 'Deactivated' },
    { userId: fangYi, status: 'Suspended' },
  ])
  expect([await statusOf(heLin), await statusOf(fangYi)]).toEqual(['Deactivated', 'Suspended'])
})

test('a status that somebody has already changes nothing about them', async () => {
  const { sdk, id, several, lastEffects } = await hanlin()
  const userId = id('fang-yi')
  const { data: before } = await sdk.getUser({ userId })
  expect(await several([{ userId, status: 'Suspended' }])).toMatchObject({ statusCode: 200 })
  expect(lastEffects()).toEqual({ [userId]: 'none' })
  expect((await sdk.getUser({ userId })).data).toEqual(before)
})

test('suspending takes nothing but the way in', async () => {
  const { sdk, id, several } = await hanlin()
  const userId = id('li-wei')
  await several([{ userId, status: 'Suspended' }])
  expect((await sdk.getUserRoles({ userId })).data.totalCount).toBe(5)
  expect((await sdk.getUserDepartments({ userId })).data.totalCount).toBe(2)
  expect((await sdk.getUserLoggedinApps({ userId })).data).toHaveLength(4)
})

test.each([
  ['strict', 404, 'Activated'],
  ['silent', 200, 'Suspended'],
  ['partial', 404, 'Suspended'],
])(
  'under missing=%s statuses for somebody unknown too answer %i, and the other is %s',
  async (missing, statusCode, status) => {
    const { id, several, statusOf, lastEffects } = await hanlin(`missing=${missing}`)
    const userId = id('li-wei')
    const answer = await several([
      { userId: 'nobody', status: 'Suspended' },
      { userId, status: 'Suspended' },
    ])
    expect(answer.statusCode).toBe(statusCode)
    expect(answer.data).toEqual(
      statusCode === 200 ? [expect.objectContaining({ userId, status })] : null,
    )
    expect(lastEffects()).toEqual({
      nobody: 'none',
      [userId]: status === 'Suspended' ? 'suspended' : 'none',
    })
    expect(await statusOf(userId)).toBe(status)
  },
)

test.each([
  ['', 422, 'Activated', 'Resigned'],
  ['missing=silent', 422, 'Activated', 'Resigned'],
  ['missing=partial', 422, 'Suspended', 'Resigned'],
  ['resigned-returns=yes', 200, 'Suspended', 'Suspended'],
])(
  'under "%s" a batch with somebody resigned answers %i, leaving the other %s and them %s',
  async (policy, statusCode, other, resigned) => {
    const { id, several, statusOf } = await hanlin(policy)
    const [maChao, liWei] = [id('ma-chao'), id('li-wei')]
    const answer = await several([
      { userId: maChao, status: 'Suspended' },
      { userId: liWei, status: 'Suspended' },
    ])
    expect(answer.statusCode).toBe(statusCode)
    expect([await statusOf(liWei), await statusOf(maChao)]).toEqual([other, resigned])
  },
)

test('one malformed id refuses the statuses of all', async () => {
  const { several, statusOf, id } = await hanlin('missing=partial')
  const list = [
    { userId: '13900227781', status: 'Suspended' },
    { userId: '1234567890#', status: 'Suspended' },
  ]
  const answer = await several(list, 'phone')
  expect(answer).toMatchObject({
    statusCode: 400,
    message: 'Parameter userId has a wrong format',
  })
  expect(await statusOf(id('gao-xiang'))).toBe('Activated')
})

test('an unknown status is refused', async () => {
  const { one, several, id } = await hanlin()
  const change = { userId: id('li-wei'), status: 'suspended' }
  expect(await one(change.userId, change.status)).toMatchObject({ statusCode: 400 })
  expect(await several([change])).toMatchObject({ statusCode: 400 })
})

test('under missing=partial resigned people do not keep the others from resigning', async () => {
  const { sdk, id, statusOf } = await hanlin('missing=partial repeat=error')
  const userIds = [id('ma-chao'), id('li-wei')]
  expect(await sdk.resignUserBatch({ userIds })).toMatchObject({ statusCode: 422 })
  expect(await statusOf(id('li-wei'))).toBe('Resigned')
})

const appIdsOf = (...names: string[]) =>
  apps.filter(({ appName }) => names.includes(appName)).map(({ appId }) => appId)

test('signing somebody out twice ends no second session', async () => {
  const { sdk, id, lastEffects } = await hanlin()
  const userId = id('xu-ting')
  const appIds = appIdsOf('Mail', 'Wiki')
  await sdk.kickUsers({ userId, appIds })
  expect(lastEffects()).toEqual({ [userId]: 'kicked' })
  expect((await sdk.getUserLoggedinApps({ userId })).data).toHaveLength(apps.length - 2)
  expect(await sdk.kickUsers({ userId, appIds })).toMatchObject({ data: { success: true } })
  expect(lastEffects()).toEqual({ [userId]: 'none' })
})

test.each([
  ['strict', 404, 6],
  ['silent', 200, 5],
  ['partial', 404, 5],
])(
  'under missing=%s signing out of an unknown app too answers %i and leaves %i apps',
  async (missing, statusCode, left) => {
    const { sdk, id } = await hanlin(`missing=${missing}`)
    const userId = id('xu-ting')
    const appIds = [...appIdsOf('Mail'), 'nowhere']
    expect((await sdk.kickUsers({ userId, appIds })).statusCode).toBe(statusCode)
    expect((await sdk.getUserLoggedinApps({ userId })).data).toHaveLength(left)
  },
)

test('somebody can be signed out by another kind of id', async () => {
  const { sandbox, lastEffects } = await hanlin()
  const options = { userIdType: 'external_id' }
  const body = { userId: '0010306', appIds: appIdsOf('Mail'), options }
  expect(await byHand(sandbox, { path: '/api/v3/kick-users', body })).toMatchObject({
    data: { success: true },
  })
  expect(lastEffects()).toEqual({ '0010306': 'kicked' })
})
