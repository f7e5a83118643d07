import { expect, test } from 'vitest'
import { readPolicy } from './policy.ts'
import { byHand, sandboxInTest, sdkFor } from './sandbox.fixture.ts'

test('without a word the policy is what the documents say', () => {
  expect(readPolicy('')).toEqual({
    missing: 'strict',
    'batch-read': 'drop',
    repeat: 'ok',
    'resign-keeps': ['identities', 'sync', 'sessions'],
    'unlink-scope': 'type',
    'delete-needs': 'nothing',
    'resigned-returns': 'no',
    'resource-spaces': 'all',
    'error-http': '200',
    'key-status': '401',
    'retry-after': 'seconds',
    'auth-time': 'tell',
    skew: 'off',
    shape: 'types',
  })
})

test.each([
  'missing=silent resign-keeps=identities,sync repeat=error',
  'missing=silent;resign-keeps=identities,sync;repeat=error',
  'missing=silent, resign-keeps=identities,sync, repeat=error',
  ' missing=silent,resign-keeps=identities,sync,repeat=error ',
])('the parts of "%s" stand apart', (text) => {
  expect(readPolicy(text)).toMatchObject({
    missing: 'silent',
    'resign-keeps': ['identities', 'sync'],
    repeat: 'error',
    'unlink-scope': 'type',
  })
})

test('a policy over another changes only the parts it names', () => {
  const before = readPolicy('missing=silent repeat=error')
  expect(readPolicy('repeat=ok', before)).toEqual({ ...before, repeat: 'ok' })
})

test.each([
  ['missing=maybe', 'SANDBOX_POLICY: "missing" must be strict, silent or partial.'],
  ['repeat', 'SANDBOX_POLICY: "repeat" is not of the form name=value.'],
  ['weather=fine', 'SANDBOX_POLICY: there is no part named "weather".'],
  ['constructor=x', 'SANDBOX_POLICY: there is no part named "constructor".'],
  [
    'resign-keeps=all',
    'SANDBOX_POLICY: "resign-keeps" must be nothing, or a comma list of identities, sync, sessions.',
  ],
  ['auth-time=never', 'SANDBOX_POLICY: "auth-time" must be tell or omit.'],
  ['skew=-5', 'SANDBOX_POLICY: "skew" must be off or a number of seconds.'],
])('"%s" is refused in one sentence', (text, sentence) => {
  expect(() => readPolicy(text)).toThrow(new Error(sentence))
})

test('a malformed policy stops the start', async () => {
  await expect(sandboxInTest({ policy: 'missing=maybe' })).rejects.toThrow('"missing"')
})

test('under error-http=status an error is one for HTTP, too', async () => {
  const sandbox = await sandboxInTest({ policy: 'error-http=status' })
  const path = '/api/v3/get-user?userId=nobody'
  expect(await byHand(sandbox, { path })).toMatchObject({ httpStatus: 404, statusCode: 404 })
  const unsigned = { path, secret: 'another' }
  expect(await byHand(sandbox, unsigned)).toMatchObject({ httpStatus: 401, apiCode: 1300 })
})

test('under batch-read=error one unknown id fails the whole read', async () => {
  const sandbox = await sandboxInTest({ policy: 'batch-read=error' })
  const sdk = sdkFor(sandbox)
  const [known] = sandbox.people()
  const answer = await sdk.getUserBatch({ userIds: [known?.userId ?? '', 'nobody'] })
  expect(answer).toMatchObject({ statusCode: 404, apiCode: 2004 })
})

test.each([
  ['seconds', '1'],
  ['date', 'Sat, 21 Nov 2026 12:00:01 GMT'],
  ['none', null],
])('under retry-after=%s a call too many is told to wait by %s', async (way, told) => {
  const now = () => new Date('2026-11-21T12:00:00Z')
  const { url } = await sandboxInTest({ policy: `retry-after=${way}`, rps: 1, now })
  await fetch(`${url}/api/v3/list-ext-idp`)
  const refused = await fetch(`${url}/api/v3/list-ext-idp`)
  expect(await refused.json()).toMatchObject({ statusCode: 429, requestId: expect.any(String) })
  expect(refused.headers.get('retry-after')).toBe(told)
})

test('under retry-after=absurd one absurdity follows the other', async () => {
  const now = () => new Date('2026-11-21T12:00:00Z')
  const { url } = await sandboxInTest({ policy: 'retry-after=absurd', rps: 1, now })
  await fetch(`${url}/api/v3/list-ext-idp`)
  const told: (string | null)[] = []
  for (let n = 0; n < 7; n += 1) {
    told.push((await fetch(`${url}/api/v3/list-ext-idp`)).headers.get('retry-after'))
  }
  const all = ['999999999', '-5', 'soon', 'Tue, 31 Dec 2999 23:59:59 GMT', '1e99', '']
  expect(told).toEqual([...all, '999999999'])
})
