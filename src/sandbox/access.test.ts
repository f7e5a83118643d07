import { expect, test } from 'vitest'
import { byHand, personIn, sandboxInTest, sdkFor } from './sandbox.fixture.ts'

async function liWeiIn(policy = '') {
  const sandbox = await sandboxInTest({ policy })
  return { sandbox, sdk: sdkFor(sandbox), userId: personIn(sandbox, 'li-wei').userId }
}

test('roles are those of the default space unless another is named', async () => {
  const { sandbox, sdk } = await liWeiIn()
  const all = await sdk.listUsers({ options: { pagination: { page: 4, limit: 50 } } })
  const roles = async (namespace?: string) => {
    const found: string[] = []
    for (const { userId } of all.data.list) {
      const { data } = await sdk.getUserRoles({ userId, ...(namespace && { namespace }) })
      for (const role of data.list) found.push(role.namespace)
    }
    return new Set(found)
  }
  expect(await roles()).toEqual(new Set(['default']))
  expect(await roles('devops')).toEqual(new Set(['devops']))
  expect(sandbox.ledger().every(({ answered }) => answered?.statusCode === 200)).toBe(true)
})

test('authorizations are counted in one space, of one type, or all', async () => {
  const { sdk, userId } = await liWeiIn()
  const count = async (asked: { namespace?: string; resourceType?: 'MENU' }) =>
    (await sdk.getUserAuthorizedResources({ userId, ...asked })).data.totalCount
  expect(await count({})).toBe(41)
  expect(await count({ namespace: 'billing' })).toBe(8)
  expect(await count({ namespace: 'devops' })).toBe(1)
  expect(await count({ namespace: 'billing', resourceType: 'MENU' })).toBe(2)
  const strict = await liWeiIn('resource-spaces=default')
  const asked = await strict.sdk.getUserAuthorizedResources({ userId })
  expect(asked.data.totalCount).toBe(8)
})

test('departments come in pages, the main one first, with the way to them', async () => {
  const { sdk, userId } = await liWeiIn()
  const page = (number: number) =>
    sdk.getUserDepartments({ userId, page: number, limit: 1, withDepartmentPaths: true })
  const first = await page(1)
  expect(first.data).toMatchObject({
    totalCount: 2,
    list: [
      {
        name: 'Platform',
        isMainDepartment: true,
        departmentNamePath: ['Hanlin Group', 'Engineering', 'Platform'],
      },
    ],
  })
  expect((await page(2)).data.list).toMatchObject([
    { name: 'Site Reliability', isMainDepartment: false },
  ])
  expect((await page(3)).data.list).toEqual([])
  const { mainDepartmentId } = (await sdk.getUser({ userId })).data
  expect(first.data.list[0]?.departmentId).toBe(mainDepartmentId)
})

test.each([
  ['DepartmentName', 'Asc', ['Platform', 'Site Reliability']],
  ['DepartmentName', 'Desc', ['Site Reliability', 'Platform']],
  ['DepartmemtCode', 'Desc', ['Site Reliability', 'Platform']],
  ['JoinDepartmentAt', 'Asc', ['Site Reliability', 'Platform']],
] as const)('departments sort by %s %s', async (sortBy, orderBy, names) => {
  const { sdk, userId } = await liWeiIn()
  const { data } = await sdk.getUserDepartments({ userId, sortBy, orderBy })
  expect(data.list.map(({ name }) => name)).toEqual(names)
})

test('sign-ins are listed newest first, in pages, within times in milliseconds', async () => {
  const { sdk, userId } = await liWeiIn()
  const { data } = await sdk.getUserLoginHistory({ userId, limit: 50 })
  const times = data.list.map(({ time }) => Date.parse(time))
  expect(times).toHaveLength(50)
  expect(times).toEqual(times.toSorted((a, b) => b - a))
  const [newest = 0, second = 0, third = 0] = times
  const { lastLogin } = (await sdk.getUser({ userId })).data
  expect(newest).toBe(Date.parse(lastLogin ?? ''))
  const between = await sdk.getUserLoginHistory({ userId, start: third, end: second })
  expect(between.data.totalCount).toBe(2)
  const next = await sdk.getUserLoginHistory({ userId, page: 2, limit: 1 })
  expect(next.data.list.map(({ time }) => Date.parse(time))).toEqual([second])
})

test('somebody who never signed in has no history and no sessions', async () => {
  const { sandbox, sdk } = await liWeiIn()
  const { userId } = personIn(sandbox, 'gao-xiang')
  expect((await sdk.getUserLoginHistory({ userId })).data).toEqual({ totalCount: 0, list: [] })
})

test.each([
  'get-user-departments?limit=51',
  'get-user-departments?sortBy=DepartmentCode',
  'get-user-authorized-resources?resourceType=EVERYTHING',
  'get-user-login-history?start=yesterday',
])('%s is refused', async (asked) => {
  const { sandbox, userId } = await liWeiIn()
  const [name = '', query = ''] = asked.split('?')
  const path = `/api/v3/${name}?${query}&userId=${userId}`
  expect(await byHand(sandbox, { path })).toMatchObject({ statusCode: 400, data: null })
})
