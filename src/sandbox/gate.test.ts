import { describe, expect, test } from 'vitest'
import { byHand, envelopeIn, personIn, sandboxInTest, sdkFor, tokenFor } from './sandbox.fixture.ts'
import type { Sandbox } from './sandbox.ts'

const path = '/api/v3/list-ext-idp'

describe.each(['authing', 'genauth'] as const)('signed with %s names', (family) => {
  test('a right signature is let in', async () => {
    const sandbox = await sandboxInTest()
    expect(await byHand(sandbox, { path, family })).toMatchObject({ statusCode: 200 })
  })

  test.each([
    ['a wrong secret', 1300, { secret: 'another' }],
    ['a signature over another path', 1300, { signedPath: '/api/v3/list-users' }],
    ['no nonce', 1300, { headers: { [`x-${family}-signature-nonce`]: null } }],
    ['another signature method', 1301, { headers: { [`x-${family}-signature-method`]: 'MD5' } }],
    ['another signature version', 1302, { headers: { [`x-${family}-signature-version`]: '2.0' } }],
    ['a date that is none', 1303, { headers: { date: 'yesterday' } }],
    ['no date', 1304, { headers: { date: null } }],
  ])('%s answers apiCode %i at HTTP 200', async (_, apiCode, wrong) => {
    const sandbox = await sandboxInTest()
    expect(await byHand(sandbox, { path, family, ...wrong })).toMatchObject({
      httpStatus: 200,
      statusCode: 401,
      apiCode,
      requestId: expect.any(String),
      data: null,
    })
  })

  test('a signature that was used answers apiCode 1306, and only then', async () => {
    const sandbox = await sandboxInTest()
    const headers = { [`x-${family}-signature-nonce`]: 'the same' }
    expect(await byHand(sandbox, { path, family, headers })).toMatchObject({ statusCode: 200 })
    expect(await byHand(sandbox, { path, family, headers })).toMatchObject({ apiCode: 1306 })
  })

  test('a wrong signature does not use up the nonce of the right one', async () => {
    const sandbox = await sandboxInTest()
    const headers = { [`x-${family}-signature-nonce`]: 'once' }
    const wrong = await byHand(sandbox, { path, family, headers, secret: 'another' })
    expect(wrong).toMatchObject({ apiCode: 1300 })
    expect(await byHand(sandbox, { path, family, headers })).toMatchObject({ statusCode: 200 })
  })
})

test('a signature of one family of names is not one of the other', async () => {
  const sandbox = await sandboxInTest()
  const headers = {
    authorization: 'GenAuth sandbox:AAAA',
    'x-authing-signature-method': 'HMAC-SHA1',
  }
  expect(await byHand(sandbox, { path, headers })).toMatchObject({ apiCode: 1301 })
})

test('a date in milliseconds is as good as an HTTP date', async () => {
  const sandbox = await sandboxInTest()
  const headers = { date: String(Date.now()) }
  expect(await byHand(sandbox, { path, headers })).toMatchObject({ statusCode: 200 })
})

test('a clock that is off is refused only where policy says so', async () => {
  const now = () => new Date('2026-11-21T12:00:00Z')
  const headers = { date: 'Sat, 21 Nov 2026 11:54:59 GMT' }
  const lenient = await sandboxInTest({ now })
  expect(await byHand(lenient, { path, headers })).toMatchObject({ statusCode: 200 })
  const strict = await sandboxInTest({ now, policy: 'skew=300' })
  expect(await byHand(strict, { path, headers })).toMatchObject({ apiCode: 1305 })
  const better = { date: 'Sat, 21 Nov 2026 11:55:01 GMT' }
  expect(await byHand(strict, { path, headers: better })).toMatchObject({ statusCode: 200 })
})

test('another access key id is refused, and policy chooses 401 or 403', async () => {
  const sandbox = await sandboxInTest({ policy: 'key-status=403' })
  const stranger = { ...sandbox, accessKeyId: 'somebody-else' }
  expect(await byHand(stranger, { path })).toMatchObject({ statusCode: 403, apiCode: 1300 })
})

test('without any authorization nobody is let in', async () => {
  const { url } = await sandboxInTest()
  expect(await envelopeIn(await fetch(url + path))).toMatchObject({
    httpStatus: 200,
    statusCode: 401,
    apiCode: 2020,
  })
})

async function tokenOf(sandbox: Sandbox, changes: Record<string, string> = {}) {
  const { accessKeyId, accessKeySecret } = sandbox
  const answer = await fetch(`${sandbox.url}/api/v3/get-management-token`, {
    method: 'POST',
    body: JSON.stringify({ accessKeyId, accessKeySecret, ...changes }, null, 1),
  })
  return envelopeIn(answer)
}

const withToken = async ({ url }: Sandbox, authorization: string) =>
  envelopeIn(await fetch(url + path, { headers: { authorization } }))

test('a token is had for the key, and lets in with and without Bearer', async () => {
  const sandbox = await sandboxInTest()
  expect(await tokenOf(sandbox)).toMatchObject({ statusCode: 200, data: { expires_in: 7200 } })
  const token = await tokenFor(sandbox)
  expect(await withToken(sandbox, token)).toMatchObject({ statusCode: 200 })
  expect(await withToken(sandbox, `Bearer ${token}`)).toMatchObject({ statusCode: 200 })
})

test('a token names the pool and reads as plain base64', async () => {
  const sandbox = await sandboxInTest()
  const [, claims = ''] = (await tokenFor(sandbox)).split('.')
  expect(claims).toMatch(/^[A-Za-z0-9]+$/)
  expect(JSON.parse(Buffer.from(claims, 'base64').toString())).toMatchObject({
    scoped_userpool_id: expect.stringMatching(/^[0-9a-f]{24}$/),
  })
})

test('a wrong secret gets no token', async () => {
  const sandbox = await sandboxInTest()
  expect(await tokenOf(sandbox, { accessKeySecret: 'guess' })).toMatchObject({
    statusCode: 403,
    apiCode: 2333,
    data: null,
  })
})

test('a token ends after two hours, and one that was tampered with never begins', async () => {
  let now = Date.parse('2026-11-21T12:00:00Z')
  const sandbox = await sandboxInTest({ now: () => new Date(now) })
  const token = await tokenFor(sandbox)
  now += 7_199_000
  expect(await withToken(sandbox, token)).toMatchObject({ statusCode: 200 })
  now += 1_000
  expect(await withToken(sandbox, token)).toMatchObject({ statusCode: 401, apiCode: 2020 })
  const [head, , seal] = token.split('.')
  const body = Buffer.from(JSON.stringify({ exp: now })).toString('base64url')
  expect(await withToken(sandbox, `${head}.${body}.${seal}`)).toMatchObject({ apiCode: 2020 })
  expect(await withToken(sandbox, 'Bearer nonsense')).toMatchObject({ apiCode: 2020 })
})

test('what was not let in changes nothing', async () => {
  const sandbox = await sandboxInTest()
  const { userId } = personIn(sandbox, 'li-wei')
  const body = { userIds: [userId], options: {} }
  await byHand(sandbox, { path: '/api/v3/delete-users-batch', body, secret: 'another' })
  expect(await sdkFor(sandbox).getUser({ userId })).toMatchObject({ statusCode: 200 })
  expect(sandbox.ledger()[0]).toMatchObject({
    ids: [userId],
    effects: { [userId]: 'none' },
    answered: { statusCode: 401, apiCode: 1300 },
  })
})
