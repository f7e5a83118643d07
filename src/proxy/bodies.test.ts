import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromOurPage, type OpenFront, openFront } from './front.fixture.ts'

let front: OpenFront
let headers: Record<string, string>
beforeAll(async () => {
  front = await openFront()
  headers = { ...fromOurPage, cookie: await front.cookieOf('Chen Jing') }
})
afterAll(() => front.close())

async function refusal(path: string, body: BodyInit) {
  const answer = await front.fetch(
    new Request(`http://127.0.0.1:8080${path}`, { method: 'POST', headers, body }),
  )
  return { status: answer.status, ...(await answer.json()) }
}

const deep = '['.repeat(10_000) + ']'.repeat(10_000)

const unreadable: [what: string, body: BodyInit][] = [
  ['nothing', ''],
  ['half an object', '{"value":'],
  ['no JSON', 'value=liwei'],
  ['JSON with a comment', '{"value":"liwei","as":"auto"} // please'],
  ['two objects', '{}{}'],
  ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
  ['a NUL in a value', '{"value":"li\\u0000wei","as":"auto"}'],
  ['a NUL in a name', '{"val\\u0000ue":"liwei","as":"auto"}'],
  ['half of a character', '{"value":"\\ud83d","as":"auto"}'],
  ['null', 'null'],
  ['a number', '7'],
  ['text', '"liwei"'],
  ['an array', '[{"value":"liwei","as":"auto"}]'],
  ['arrays ten thousand deep', deep],
  ['objects ten thousand deep', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
  ['a value of another type', '{"value":{"toString":"liwei"},"as":"auto"}'],
  ['a field called __proto__', '{"value":"liwei","as":"auto","__proto__":{"as":"email"}}'],
  ['a field called constructor', '{"value":"liwei","as":"auto","constructor":{}}'],
]

test.each(unreadable)('A body that is %s is refused', async (_, body) => {
  expect(await refusal('/api/look-ups', body)).toMatchObject({ status: 400, code: 'bad_request' })
})

const unclear: [path: string, body: unknown, sentence: string][] = [
  ['/api/look-ups', [], 'The body must be a JSON object.'],
  ['/api/look-ups', { as: 'auto' }, '"value" is missing.'],
  ['/api/look-ups', { value: null, as: 'auto' }, '"value" must be of type string.'],
  ['/api/look-ups', { value: '', as: 'auto' }, '"value" must have at least 1 characters.'],
  [
    '/api/look-ups',
    { value: 'a'.repeat(257), as: 'auto' },
    '"value" must have at most 256 characters.',
  ],
  ['/api/look-ups', { value: 'liwei', as: 'auto', by: 'x' }, '"by" is not a field of this body.'],
  ['/api/directory', { page: '1' }, '"page" must be of type number.'],
  ['/api/directory', { page: 0 }, '"page" must be at least 1.'],
  [
    '/api/directory',
    { page: 1, sort: 'name' },
    expect.stringMatching(/^"sort" must be "username" or /),
  ],
  ['/api/batches', { kind: 'delete', userIds: ['a', 7] }, '"userIds[1]" must be of type string.'],
  ['/api/users/1/resign', { typed: 7 }, '"typed" must be of type string.'],
  ['/api/batches/1/stop', { now: true }, '"now" is not a field of this body.'],
  ['/api/batches/0/stop', {}, '"batchId" must be at least 1.'],
  ['/api/batches/one/stop', {}, '"batchId" must be of type number.'],
]

test.each(unclear)('What is wrong with a body for %s is said: %j', async (path, body, sentence) => {
  expect(await refusal(path, JSON.stringify(body))).toMatchObject({
    status: 400,
    message: sentence,
  })
})

test('A name that somebody made up is shown shortened and without control characters', async () => {
  const { message } = await refusal(
    '/api/directory',
    JSON.stringify({ [`a\n${'b'.repeat(900)}`]: 1, page: 1 }),
  )
  expect(message.length).toBeLessThan(250)
  expect(message).toMatch(/^"a bbb/)
})

test.each(['?page=1&page=2', '?page=x', '?page=', '?pages=1', '?page=1e99'])(
  'The query %s is refused',
  async (query) => {
    const answer = await front.ask(`/api/batches${query}`, { headers })
    expect(answer.status).toBe(400)
  },
)

test('64 KiB are enough for every body but a list', async () => {
  const value = JSON.stringify({ value: 'liwei', as: 'auto' })
  const fits = value.padEnd(64 * 1024, ' ')
  expect((await front.ask('/api/look-ups', { method: 'POST', headers, body: fits })).status).toBe(
    200,
  )
  expect(await refusal('/api/look-ups', `${fits} `)).toMatchObject({
    status: 413,
    code: 'too_large',
  })
})

test('A list of a hundred thousand ids is read, and 4 MiB is the end', async () => {
  const userIds = Array.from({ length: 100_000 }, (_, at) => at.toString(16).padStart(24, '0'))
  const read = await refusal('/api/batches', JSON.stringify({ kind: 'delete', userIds }))
  expect(read).toMatchObject({ status: 422, code: 'list_too_long' })
  const more = JSON.stringify({ kind: 'delete', userIds: ['x'.repeat(4 * 1024 * 1024)] })
  expect(await refusal('/api/batches', more)).toMatchObject({ status: 413 })
})

test.each([
  ['/api/batches', `[${'1,'.repeat(2_000_000)}1]`],
  ['/api/batches', `{"kind":"delete","userIds":[${'{},'.repeat(1_000_000)}{}]}`],
  ['/api/look-ups', `{"value":[${'1,'.repeat(1_000)}1],"as":"auto"}`],
  ['/api/look-ups', `{"value":${'['.repeat(17)}${']'.repeat(17)},"as":"auto"}`],
  ['/api/look-ups', `{${Array.from({ length: 101 }, (_, at) => `"a${at}":1`).join()}}`],
])(
  'A body for %s that holds more than anything asked for is not read: %.60s',
  async (path, body) => {
    expect(await refusal(path, body)).toMatchObject({
      status: 400,
      message: 'The body holds more values, or deeper ones, than this takes.',
    })
  },
)

test('A text may hold as many commas and brackets as it likes', async () => {
  const body = JSON.stringify({ value: '[{,:'.repeat(10_000), as: 'auto' })
  expect(await refusal('/api/look-ups', body)).toMatchObject({
    message: '"value" must have at most 256 characters.',
  })
})

test('One id more than a hundred thousand is said to be too many', async () => {
  const userIds = Array.from({ length: 100_001 }, (_, at) => `${at}`)
  expect(await refusal('/api/batches', JSON.stringify({ kind: 'delete', userIds }))).toMatchObject({
    status: 400,
    message: '"userIds" must have at most 100000 items.',
  })
})

test('A body that does not say its length is counted', async () => {
  let sent = 0
  const long = new ReadableStream({
    pull(controller) {
      sent += 1
      controller.enqueue(new Uint8Array(16 * 1024).fill(32))
      if (sent === 100) controller.close()
    },
  })
  const request = new Request('http://127.0.0.1:8080/api/look-ups', {
    method: 'POST',
    headers,
    body: long,
    ...{ duplex: 'half' },
  })
  expect((await front.fetch(request)).status).toBe(413)
  expect(sent).toBeLessThan(10)
})

test('Where nothing has to be said an empty object says it', async () => {
  expect(await refusal('/api/batches/4711/stop', '{}')).toMatchObject({ status: 404 })
})

test('An id may hold whatever can be spelt in a path', async () => {
  const answer = await front.ask(`/api/users/${encodeURIComponent('a/b%2F c')}/record`, { headers })
  expect(answer.status).toBe(200)
  const tooLong = await front.ask(`/api/users/${'a'.repeat(257)}`, { headers })
  expect(await tooLong.json()).toMatchObject({
    message: '"userId" must have at most 256 characters.',
  })
})
