import { expect, test } from 'vitest'
import { departmentOf } from './populate.ts'
import { byHand, personIn, sandboxInTest, sdkFor } from './sandbox.fixture.ts'

const path = '/api/v3/list-users'

async function directoryIn() {
  const sandbox = await sandboxInTest()
  /** Names of everybody whom a search finds. */
  const names = async (body: Record<string, unknown>) => {
    const options = { pagination: { page: 1, limit: 50 } }
    const { data } = await byHand(sandbox, { path, body: { options, ...body } })
    const list: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'list') : []
    return Array.isArray(list) ? list.map(({ name }) => String(name)) : []
  }
  return { sandbox, sdk: sdkFor(sandbox), names }
}

test.each([
  ['a name', 'li wei', 'Li Wei'],
  ['characters', '李伟', 'Li Wei'],
  ['part of an e-mail address', 'zhao.min@', 'Zhao Min'],
  ['part of a phone number', '0013482', 'Li Wei'],
  ['a username', 'stubbornst', 'Stubborn Stan'],
])('keywords find %s', async (_, keywords, name) => {
  const { names } = await directoryIn()
  expect(await names({ keywords })).toContain(name)
})

test('keywords are sought in the usual five fields unless others are named', async () => {
  const { names } = await directoryIn()
  expect(await names({ keywords: '0010203' })).toEqual([])
  const options = { fuzzySearchOn: ['externalId'] }
  expect(await names({ keywords: '0010203', options })).toEqual(['Zhao Min'])
  const spaced = { fuzzySearchOn: [' profile', 'externalId'] }
  expect(await names({ keywords: '0010203', options: spaced })).toEqual(['Zhao Min'])
})

test('pages follow each other without gap or overlap, and end', async () => {
  const { sdk } = await directoryIn()
  const seen: string[] = []
  for (let page = 1; page <= 5; page += 1) {
    const { data } = await sdk.listUsers({ options: { pagination: { page, limit: 50 } } })
    expect(data.totalCount).toBe(200)
    expect(data.list).toHaveLength(page < 5 ? 50 : 0)
    seen.push(...data.list.map(({ userId }) => userId))
  }
  expect(new Set(seen).size).toBe(200)
})

test.each([
  [{ page: 1, limit: 51 }, 'limit must less than 50'],
  [{ page: 0, limit: 10 }, 'page'],
  [{ page: 1, limit: 'many' }, 'limit'],
])('%j is refused', async (pagination, message) => {
  const { sandbox } = await directoryIn()
  expect(await byHand(sandbox, { path, body: { options: { pagination } } })).toMatchObject({
    statusCode: 400,
    message: expect.stringContaining(message),
    data: null,
  })
})

test('sorting goes both ways, keeps the empty ones last, and follows a change', async () => {
  const { sandbox, sdk } = await directoryIn()
  const externalIds = async (order: string) => {
    const body = {
      options: { pagination: { page: 1, limit: 50 }, sort: [{ field: 'externalId', order }] },
    }
    const { data } = await byHand(sandbox, { path, body })
    expect(data).toMatchObject({ totalCount: 200 })
    return JSON.stringify(data).match(/"externalId":("[^"]*"|null)/g) ?? []
  }
  const up = await externalIds('asc')
  expect(up).toEqual(up.toSorted())
  expect(up).not.toContain('"externalId":null')
  const down = await externalIds('desc')
  expect(down).toEqual(down.toSorted().reverse())

  const { userId } = personIn(sandbox, 'li-wei')
  const body = { userId, externalId: '!first' }
  await byHand(sandbox, { path: '/api/v3/update-user', body })
  expect((await externalIds('asc'))[0]).toBe('"externalId":"!first"')
  await sdk.deleteUsersBatch({ userIds: [userId] })
  expect((await externalIds('asc').catch(() => []))[0]).not.toBe('"externalId":"!first"')
})

test('a sort by a field that GenAuth does not sort by is refused', async () => {
  const { sandbox } = await directoryIn()
  const body = { options: { sort: [{ field: 'name', order: 'asc' }] } }
  expect(await byHand(sandbox, { path, body })).toMatchObject({ statusCode: 400 })
})

test('direction is understood where order is documented', async () => {
  const { names } = await directoryIn()
  const sorted = (sort: Record<string, string>) =>
    names({ options: { pagination: { page: 1, limit: 5 }, sort: [sort] } })
  expect(await sorted({ field: 'username', direction: 'desc' })).toEqual(
    await sorted({ field: 'username', order: 'desc' }),
  )
})

test.each([
  [{ field: 'status', operator: 'EQUAL', value: 'Suspended' }, 'Fang Yi', 'Li Wei'],
  [{ field: 'status', operator: 'IN', value: ['Resigned'] }, 'Ma Chao', 'Li Wei'],
  [{ field: 'username', operator: 'NOT_EQUAL', value: 'liwei' }, 'Wu Di', 'Li Wei'],
  [{ field: 'email', operator: 'CONTAINS', value: 'LI.WEI@' }, 'Li Wei', 'Wu Di'],
  [{ field: 'email', operator: 'NOT_CONTAINS', value: 'li.wei@' }, 'Wu Di', 'Li Wei'],
  [{ field: 'phone', operator: 'IS_NULL' }, 'Zhao Min', 'Li Wei'],
  [{ field: 'phone', operator: 'NOT_NULL' }, 'Li Wei', 'Zhao Min'],
  [{ field: 'loginsCount', operator: 'BETWEEN', value: [120, 120] }, 'Li Wei', 'Wu Di'],
  [{ field: 'loginsCount', operator: 'LESSER', value: 120 }, 'Li Wei', 'Wu Di'],
  [{ field: 'id', operator: 'EQUAL', value: '65f1c0a94be2d7831e0a9c42' }, 'Li Wei', 'Wu Di'],
  [
    { field: 'identity', operator: 'IN', value: [{ userIdInIdp: 'ou_51d0c2aa9e0b4471' }] },
    'Zhao Min',
    'Li Wei',
  ],
])('the filter %j finds %s and not %s', async (condition, found, other) => {
  const { names } = await directoryIn()
  const all = await names({ advancedFilter: [condition] })
  expect(all).toContain(found)
  expect(all).not.toContain(other)
})

test('lastLogin compares with milliseconds, as documented, and with an instant', async () => {
  const { sandbox, sdk, names } = await directoryIn()
  const { userId } = personIn(sandbox, 'li-wei')
  const lastLogin = (await sdk.getUser({ userId })).data.lastLogin ?? ''
  for (const value of [lastLogin, Date.parse(lastLogin)]) {
    for (const field of ['lastLogin', 'lastLoginTime']) {
      const condition = { field, operator: 'BETWEEN', value: [value, value] }
      expect(await names({ advancedFilter: [condition] })).toEqual(['Li Wei'])
    }
  }
})

test('a department is found with those below it, or alone', async () => {
  const { names } = await directoryIn()
  const { departmentId } = departmentOf('operations')
  const within = (includeChildrenDepartments: boolean) => {
    const value = [{ organizationCode: 'hanlin', departmentId, includeChildrenDepartments }]
    return names({ advancedFilter: [{ field: 'department', operator: 'IN', value }] })
  }
  expect(await within(true)).toContain('Wu Di')
  expect(await within(false)).not.toContain('Wu Di')
})

test('all conditions have to hold at once, keywords among them', async () => {
  const { names } = await directoryIn()
  const condition = { field: 'status', operator: 'EQUAL', value: 'Resigned' }
  const found = await names({ keywords: 'gone g', advancedFilter: [condition] })
  expect(found).toEqual(['Gone Greta'])
})

test('a raw query is not supported', async () => {
  const { sandbox } = await directoryIn()
  expect(await byHand(sandbox, { path, body: { searchQuery: { match_all: {} } } })).toMatchObject({
    statusCode: 501,
  })
})

test('the older list filters by all five statuses and by seconds', async () => {
  const { sandbox, sdk } = await directoryIn()
  const resigned = await sdk.listUsersLegacy({ status: 'Resigned', limit: 50 })
  expect(resigned.data.totalCount).toBeGreaterThan(5)
  expect(new Set(resigned.data.list.map(({ status }) => String(status)))).toEqual(
    new Set(['Resigned']),
  )
  const { userId } = personIn(sandbox, 'li-wei')
  await byHand(sandbox, { path: '/api/v3/update-user', body: { userId, city: 'Suzhou' } })
  const updatedAtStart = Math.floor(Date.now() / 1000) - 60
  const recent = await sdk.listUsersLegacy({ updatedAtStart })
  expect(recent.data.list.map(({ name }) => name)).toEqual(['Li Wei'])
})
