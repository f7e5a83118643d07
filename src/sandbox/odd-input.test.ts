import { request } from 'node:http'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { byHand, envelopeIn, personIn, sandboxInTest, sdkFor, tokenFor } from './sandbox.fixture.ts'
import type { Sandbox } from './sandbox.ts'

/** Sends bytes as they are and waits for the connection to end. */
function bytes({ url }: Sandbox, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    let seen = ''
    socket.on('data', (part) => {
      seen += part
    })
    socket.on('close', () => resolve(seen))
    socket.on('error', () => resolve(seen))
    socket.end(text)
  })
}

const alive = async (sandbox: Sandbox) =>
  expect(await sdkFor(sandbox).listExtIdp({})).toMatchObject({ statusCode: 200 })

test.each([
  'nonsense\r\n\r\n',
  'GET ////? HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
  'GET * HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
  'GET /api/v3/get-user?userId=%ZZ&%&=&userIds[]=&__proto__=1 HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
  'GET /oidc/%ZZ HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
  'GET /oidc/sign-in/%00 HTTP/1.1\r\nhost: [\r\nconnection: close\r\n\r\n',
  'POST /api/v3/resign-user HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{"half":',
  'BREW /sandbox/ledger HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
])('%j does not end the sandbox', async (text) => {
  const sandbox = await sandboxInTest()
  await bytes(sandbox, text)
  await alive(sandbox)
})

test.each([
  ['null', 'null'],
  ['an array', '[]'],
  ['a number', '7'],
  ['broken JSON', '{"userIds":['],
  ['ten thousand levels', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
  ['a prototype', '{"__proto__":{"userIds":["x"]},"constructor":1}'],
  ['ids of another type', '{"userIds":[1,null,{}]}'],
  ['blank ids', '{"userIds":[""," "]}'],
  [
    'a lone surrogate and NUL',
    '{"userIds":["\\ud800","\\u0000"],"options":{"userIdType":"email"}}',
  ],
  ['options that are none', '{"userIds":["x"],"options":7}'],
  ['an unknown kind of id', '{"userIds":["x"],"options":{"userIdType":"custom_field"}}'],
])('a body that is %s gets a clear 400', async (_, body) => {
  const sandbox = await sandboxInTest()
  const answer = await fetch(`${sandbox.url}/api/v3/delete-users-batch`, {
    method: 'POST',
    headers: { authorization: await tokenFor(sandbox) },
    body,
  })
  expect(await envelopeIn(answer)).toMatchObject({ httpStatus: 200, statusCode: 400, data: null })
  expect((await sdkFor(sandbox).listUsers({})).data.totalCount).toBe(200)
})

test('a body of five megabytes is too large', async () => {
  const sandbox = await sandboxInTest()
  const answer = await fetch(`${sandbox.url}/api/v3/list-users`, {
    method: 'POST',
    body: 'x'.repeat(5_000_000),
  })
  expect(await envelopeIn(answer)).toMatchObject({ statusCode: 413 })
})

test.each([
  ['email', 'test#x.com'],
  ['phone', '1234567890#'],
  ['phone', '+86 138 0013 4821'],
  ['identity', 'nothing'],
  ['sync_relation', 'lark:'],
] as const)(
  'an id that cannot be of kind %s, %s, is refused unseen',
  async (userIdType, userId) => {
    const sandbox = await sandboxInTest()
    const answer = await sdkFor(sandbox).getUser({ userId, userIdType })
    expect(answer).toMatchObject({ statusCode: 400, message: expect.stringContaining('userId') })
  },
)

test('messages come in Chinese unless English is asked for', async () => {
  const sandbox = await sandboxInTest()
  const path = '/api/v3/get-user?userId=nobody'
  const inChinese = { path, headers: { 'x-authing-lang': null } }
  expect(await byHand(sandbox, inChinese)).toMatchObject({ message: '用户不存在' })
  expect(await byHand(sandbox, { path })).toMatchObject({ message: 'User does not exist' })
})

test('an unknown endpoint, or the wrong method, is a 404 envelope', async () => {
  const sandbox = await sandboxInTest()
  for (const path of ['/', '/api/v3/delete-everybody', '/api/v3/resign-user']) {
    expect(await envelopeIn(await fetch(sandbox.url + path))).toMatchObject({ statusCode: 404 })
  }
})

test('names with markup, formulas and invisible characters pass through unharmed', async () => {
  const sandbox = await sandboxInTest()
  const sdk = sdkFor(sandbox)
  for (const key of ['markup', 'formula', 'right-to-left', 'zero-width', 'apostrophe']) {
    const { username, name, userId } = personIn(sandbox, key)
    const found = await sdk.getUser({ userId: username ?? '', userIdType: 'username' })
    expect(found.data).toMatchObject({ userId, name })
  }
})

test('a caller who hangs up before the answer changes nothing about the effect', async () => {
  const sandbox = await sandboxInTest({ latencyMs: 50 })
  const { userId } = personIn(sandbox, 'li-wei')
  const authorization = await tokenFor(sandbox)
  const gone = request(`${sandbox.url}/api/v3/resign-user`, {
    method: 'POST',
    headers: { authorization },
  })
  gone.on('error', () => undefined)
  gone.end(JSON.stringify({ userId }))
  await expect.poll(() => sandbox.ledger().some(({ call }) => call === 'resign-user')).toBe(true)
  gone.destroy()
  await expect.poll(() => personIn(sandbox, 'li-wei').status).toBe('Resigned')
  await alive(sandbox)
})
