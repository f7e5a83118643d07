import { expect, test } from 'vitest'
import { byHand, envelopeIn, personIn, sandboxInTest, sdkFor, tokenFor } from './sandbox.fixture.ts'

/** Asks as a client with a token does, so that the query can be spelt in any way. */
async function clientWithToken(policy = '') {
  const sandbox = await sandboxInTest({ policy })
  const authorization = await tokenFor(sandbox)
  const ask = async (path: string, body?: unknown) =>
    envelopeIn(
      await fetch(`${sandbox.url}/api/v3/${path}`, {
        headers: { authorization, 'content-type': 'application/json;charset=UTF-8' },
        ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      }),
    )
  const ids = ['li-wei', 'zhao-min'].map((key) => personIn(sandbox, key).userId)
  return { sandbox, ask, liWei: ids[0] ?? '', zhaoMin: ids[1] ?? '' }
}

test.each([
  ['Node', (a: string, b: string) => `userIds%5B%5D=${a}&userIds%5B%5D=${b}`],
  ['Python', (a: string, b: string) => `userIds=${a}&userIds=${b}`],
  ['Go', (a: string, b: string) => `userIds=%5B${a}+${b}%5D`],
  ['Java', (a: string, b: string) => `userIds=[${a},%20${b}]`],
])('two ids as %s spells them in a query are two users', async (_, spelt) => {
  const { ask, liWei, zhaoMin } = await clientWithToken()
  expect(await ask(`get-user-batch?${spelt(liWei, zhaoMin)}`)).toMatchObject({
    statusCode: 200,
    data: [{ userId: liWei }, { userId: zhaoMin }],
  })
})

test('one id in brackets is a list of one', async () => {
  const { ask, liWei } = await clientWithToken()
  for (const spelt of [`userIds%5B%5D=${liWei}`, `userIds=${liWei}`, `userIds=[${liWei}]`]) {
    expect(await ask(`get-user-batch?${spelt}`)).toMatchObject({ data: [{ userId: liWei }] })
  }
})

test('a signature over a list in a query is made over its JSON', async () => {
  const sandbox = await sandboxInTest()
  const path = '/api/v3/get-user-batch'
  const wrong = { path: `${path}?userIds%5B%5D=a&userIds%5B%5D=b`, signedPath: `${path}?userIds=a` }
  expect(await byHand(sandbox, wrong)).toMatchObject({ apiCode: 1300 })
  const right = { ...wrong, signedPath: `${path}?userIds=["a","b"]` }
  expect(await byHand(sandbox, right)).toMatchObject({ statusCode: 200, data: [] })
})

test('the vendor’s client signs a list of one as a list, and is understood', async () => {
  const sandbox = await sandboxInTest()
  const { userId } = personIn(sandbox, 'li-wei')
  expect(await sdkFor(sandbox).getUserBatch({ userIds: [userId] })).toMatchObject({
    statusCode: 200,
    data: [{ userId }],
  })
})

test('Python’s True and an unset parameter are understood', async () => {
  const { ask, liWei } = await clientWithToken()
  const asked = `get-user?userId=${liWei}&userIdType=&withDepartmentIds=True&withIdentities=False`
  const { data } = await ask(asked)
  expect(data).toMatchObject({ departmentIds: [expect.any(String), expect.any(String)] })
  expect(data).not.toHaveProperty('identities')
})

test('what is left out has the documented default', async () => {
  const { ask, liWei } = await clientWithToken()
  expect(await ask(`get-user?userId=${liWei}`)).toMatchObject({ data: { userId: liWei } })
  const listed = await ask('list-users', { keywords: '', options: { pagination: {} } })
  expect(listed).toMatchObject({ data: { totalCount: 200, list: { length: 10 } } })
  expect(await ask('list-users', {})).toMatchObject({ data: { list: { length: 10 } } })
  const deleted = await ask('delete-users-batch', { userIds: [liWei], options: {} })
  expect(deleted).toMatchObject({ statusCode: 200, data: { success: true } })
})

test('a plus in a query is a space, and an encoded plus is a plus', async () => {
  const { sandbox, ask } = await clientWithToken()
  const { userId } = personIn(sandbox, 'wu-di')
  const sdk = sdkFor(sandbox)
  const edit = { userId, username: 'a+b c', email: 'a+b@hanlin.example' }
  const data = { ...edit, options: {} }
  await sdk.makeRequest({ method: 'POST', url: '/api/v3/update-user', data })
  expect(await ask('get-user?userId=a%2Bb+c&userIdType=username')).toMatchObject({
    data: { userId },
  })
  const found = await sdk.getUser({ userId: 'a+b@hanlin.example', userIdType: 'email' })
  expect(found.data.userId).toBe(userId)
})

test('the example spelling turns a list of one into its member and no list into null', async () => {
  const { sandbox, ask, liWei } = await clientWithToken('shape=examples')
  expect(await ask(`get-user-sync-relations?userId=${liWei}`)).toMatchObject({
    data: { provider: 'lark' },
  })
  const wuDi = personIn(sandbox, 'wu-di').userId
  expect(await ask(`get-user-identities?userId=${wuDi}`)).toMatchObject({ data: null })
  const { data } = await ask(`get-user?userId=${liWei}&withDepartmentIds=true`)
  expect(data).toMatchObject({ departmentIds: expect.stringMatching(/^\["[0-9a-f]{24}",/) })
})
