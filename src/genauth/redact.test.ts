import { expect, test } from 'vitest'
import { cut, redact } from './redact.ts'

test.each([
  'accessToken',
  'access_token',
  'refresh_token',
  'REFRESH-TOKEN',
  'id_token',
  'idToken',
  'mfaToken',
  'token',
  'secret',
  'clientSecret',
  'client_secret',
  'password',
  'passwordHash',
  'passwd',
  'pwd',
  'credential',
  'credentials',
  'cookie',
  'set-cookie',
  'authorization',
  'Authorization',
  'apiKey',
  'api_key',
  'accessKeyId',
  'session_key',
  'sessionId',
  'privateKey',
  'encryptedData',
  'connections',
])('%s is left out at any depth', (key) => {
  expect(redact({ [key]: 'hidden', raw: [{ name: 'Li Wei', [key]: { a: 'hidden' } }] })).toEqual({
    raw: [{ name: 'Li Wei' }],
  })
})

test('what a profile is looked at for stays', () => {
  const profile = {
    name: "李伟 O'Neill <b>",
    code: 'HR-1',
    nickname: '',
    authorized: true,
    age: 41,
    departments: [{ name: 'Sales', leader: null }],
  }
  expect(redact(profile)).toEqual(profile)
})

test('a value that looks like a token is cut, whatever it is called', () => {
  const profile = {
    a: 'Bearer abc',
    b: 'eyJhbGciOiJI.eyJzdWIi.c2ln',
    c: ' basic dXNlcg==',
    d: 'eyes',
  }
  expect(redact(profile)).toEqual({ a: cut, b: cut, c: cut, d: 'eyes' })
})

test('JSON kept as text is redacted inside', () => {
  expect(redact({ raw: '{"name":"Li Wei","access_token":"hidden"}' })).toEqual({
    raw: '{"name":"Li Wei"}',
  })
  expect(redact('{not json')).toBe('{not json')
})

test('a cycle ends', () => {
  const person: Record<string, unknown> = { name: 'Li Wei' }
  person.manager = { reports: [person] }
  expect(redact(person)).toEqual({ name: 'Li Wei', manager: { reports: [cut] } })
})

test('the same value in two places is no cycle', () => {
  const city = { name: 'Beijing' }
  expect(redact({ home: city, work: city })).toEqual({ home: city, work: city })
})

test('__proto__ changes nothing and is not passed on', () => {
  const copy = redact(JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"a":1},"name":"x"}'))
  expect(copy).toEqual({ name: 'x' })
  expect(Object.getPrototypeOf(copy)).toBe(Object.prototype)
  expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false)
})

test('depth, number and length are limited', () => {
  const deep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000))
  expect(JSON.stringify(redact(deep))).toBe('[[[[[[[["[cut]"]]]]]]]]')
  expect(redact(Array.from({ length: 101 }, () => 1))).toHaveLength(101)
  expect(redact(Array.from({ length: 5_000 }, () => 1))).toHaveLength(101)
  const wide = Array.from({ length: 100 }, () => Array.from({ length: 100 }, () => 'x'.repeat(50)))
  expect(JSON.stringify(redact(wide)).length).toBeLessThan(200_000)
  expect(redact('x'.repeat(10_000))).toHaveLength(2_000 + cut.length)
})

test('nested JSON text is not unpacked for ever', () => {
  let text = '{"token":"hidden"}'
  for (let depth = 0; depth < 12; depth += 1) text = JSON.stringify([text])
  expect(JSON.stringify(redact(text))).not.toContain('hidden')
})
