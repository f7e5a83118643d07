import { ManagementClient } from 'authing-node-sdk'
import { expect, test } from 'vitest'
import { key } from './asking.fixture.ts'
import { envelope, type Received, serve } from './server.fixture.ts'
import { authorization, type Params, signer, stringToSign } from './signature.ts'

type Ask = (sdk: ManagementClient) => Promise<unknown>

/** What the vendor's own client puts on the wire for one call. */
async function sentByTheSdk(ask: Ask): Promise<Received> {
  await using server = await serve(envelope({ statusCode: 200, message: '', data: [] }))
  const options = { accessKeyId: key.id, accessKeySecret: key.secret, host: server.host }
  await ask(new ManagementClient({ ...options, lang: 'en-US' }))
  const [only, ...others] = server.received
  if (only === undefined || others.length > 0) throw new Error('the SDK did not send one request')
  return only
}

/** The query of a recorded GET as the object that was signed: arrays whole again, text as text. */
function paramsOf(received: Received): Params {
  if (received.method === 'POST') return JSON.parse(received.body)
  const query = new URL(received.target, 'http://sdk').searchParams
  const names = new Set([...query.keys()])
  return Object.fromEntries(
    [...names].map((name) =>
      name.endsWith('[]') ? [name.slice(0, -2), query.getAll(name)] : [name, query.get(name)],
    ),
  )
}

function signedByUs(received: Received): string {
  const headers = Object.fromEntries(
    Object.entries(received.headers).map(([name, value]) => [name, String(value)]),
  )
  const method = received.method === 'POST' ? 'POST' : 'GET'
  const path = received.target.replace(/\?.*$/, '')
  const request = { method, path, params: paramsOf(received) } as const
  return authorization('authing', key, stringToSign('authing', request, headers))
}

const deletion = '{"userIds":["u1","u2"],"options":{"userIdType":"user_id"}}'
const search = `{
  "keywords": "李 +\\"\\\\/é\u2028",
  "advancedFilter": [{ "field": "status", "operator": "EQUAL", "value": "Suspended" }],
  "options": { "pagination": { "page": 1, "limit": 20 }, "sort": [{ "field": "email", "order": "asc" }] }
}`

const calls: readonly (readonly [string, Ask])[] = [
  ['a user by id', (sdk) => sdk.getUser({ userId: 'u1', userIdType: 'user_id' })],
  ['a plus, a space and an at sign', (sdk) => sdk.getUser({ userId: 'a+b c@x.com' })],
  ['reserved characters', (sdk) => sdk.getUser({ userId: 'lark:ou_8b/ae?x=1&y=%20#z' })],
  ['Chinese and an emoji', (sdk) => sdk.getUser({ userId: '李伟 👋' })],
  ['several ids', (sdk) => sdk.getUserBatch({ userIds: ['u1', '李 2', 'a+b', '"'] })],
  ['numbers and booleans', (sdk) => sdk.getUserDepartments({ userId: 'u1', page: 2, limit: 50 })],
  ['a resignation', (sdk) => sdk.resignUser({ userId: 'u1' })],
  ['a deletion', (sdk) => sdk.deleteUsersBatch(JSON.parse(deletion))],
  ['a search with nested objects', (sdk) => sdk.listUsers(JSON.parse(search))],
]

test.each(calls)('our signature over %s is the one that the SDK sends', async (_, ask) => {
  const received = await sentByTheSdk(ask)
  expect(signedByUs(received)).toBe(received.headers.authorization)
})

test('a call carries every signed header that the SDK sends', async () => {
  const received = await sentByTheSdk((sdk) => sdk.getUser({ userId: 'u1' }))
  const request = { method: 'GET', path: '/api/v3/get-user', params: {} } as const
  const ours = signer('authing', key)(request, new Date())
  const names = (headers: object) => Object.keys(headers).filter((name) => name.startsWith('x-'))
  expect(names(ours).toSorted()).toEqual(names(received.headers).toSorted())
})

test('a call without parameters signs the bare path', () => {
  const request = { method: 'GET', path: '/api/v3/list-ext-idp', params: { appId: undefined } }
  expect(stringToSign('authing', { ...request, method: 'GET' }, {})).toBe(
    'GET\n/api/v3/list-ext-idp',
  )
})

test('the GenAuth family has header names and a scheme word of its own', () => {
  const request = { method: 'GET', path: '/api/v3/get-user', params: { userId: 'u1' } } as const
  const headers = signer('genauth', key)(request, new Date('2026-11-21T20:45:04Z'))
  expect(headers.authorization).toMatch(/^GenAuth 60b9c1ea5e2c4f0001a7d2b3:[\w+/]{27}=$/)
  expect(headers.date).toBe('Sat, 21 Nov 2026 20:45:04 GMT')
  expect(headers['x-genauth-lang']).toBe('en-US')
  expect(Object.keys(headers).filter((name) => name.startsWith('x-authing-'))).toEqual([])
  expect(headers.authorization).toBe(
    authorization('genauth', key, stringToSign('genauth', request, headers)),
  )
})

test('no two calls share a nonce, however alike they are', () => {
  const sign = signer('authing', key)
  const request = { method: 'GET', path: '/api/v3/list-ext-idp', params: {} } as const
  const at = new Date()
  const nonces = Array.from(
    { length: 1000 },
    () => sign(request, at)['x-authing-signature-nonce'] ?? '',
  )
  expect(new Set(nonces).size).toBe(1000)
  expect(nonces.every((nonce) => /^[0-9a-f]{32}$/.test(nonce))).toBe(true)
})
