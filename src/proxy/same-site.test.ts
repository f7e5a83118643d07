import { afterAll, beforeAll, expect, test } from 'vitest'
import { operations } from '#contract/operations.ts'
import { fromOurPage, type OpenFront, openFront } from './front.fixture.ts'

let front: OpenFront
let cookie: string
beforeAll(async () => {
  front = await openFront()
  cookie = await front.cookieOf('Wang Lan', 'approver')
})
afterAll(() => front.close())

const written = [
  ...Object.values(operations)
    .filter(({ method }) => method === 'post')
    .map(({ path }) => path.replaceAll(/\{\w+\}/g, '1')),
  '/auth/sign-out',
]

const without = (name: string) =>
  Object.fromEntries(Object.entries(fromOurPage).filter(([each]) => each !== name))

const foreign: [what: string, headers: Record<string, string>][] = [
  ['without the header x-leaver-desk', without('x-leaver-desk')],
  ['with another value of x-leaver-desk', { ...fromOurPage, 'x-leaver-desk': 'yes' }],
  ['without an origin', without('origin')],
  ['from the origin null', { ...fromOurPage, origin: 'null' }],
  ['from another port', { ...fromOurPage, origin: 'http://127.0.0.1:8081' }],
  ['from another scheme', { ...fromOurPage, origin: 'https://127.0.0.1:8080' }],
  ['from the other loopback name', { ...fromOurPage, origin: 'http://localhost:8080' }],
  ['from an origin that begins like ours', { ...fromOurPage, origin: 'http://127.0.0.1:80800' }],
  ['from the same site only', { ...fromOurPage, 'sec-fetch-site': 'same-site' }],
  ['from another site', { ...fromOurPage, 'sec-fetch-site': 'cross-site' }],
  ['typed into the address bar', { ...fromOurPage, 'sec-fetch-site': 'none' }],
]

test.each(foreign)('Nothing is done for a request %s', async (_, headers) => {
  for (const path of written) {
    const answer = await front.ask(path, {
      method: 'POST',
      headers: { ...headers, cookie },
      body: '{}',
    })
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ code: 'cross_site' })
  }
})

test('A browser that sends no Sec-Fetch-Site is served', async () => {
  const answer = await front.ask('/api/directory', {
    method: 'POST',
    headers: { ...without('sec-fetch-site'), cookie },
    body: '{"page":1}',
  })
  expect(answer.status).toBe(200)
})

test('Nothing is done without a session', async () => {
  for (const path of written) {
    const answer = await front.ask(path, { method: 'POST', headers: fromOurPage, body: '{}' })
    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ code: 'sign_in_required' })
  }
})

test.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json; charset=gbk',
  'application/jsonp',
  '',
])('A body of type "%s" is refused', async (type) => {
  for (const path of written) {
    const headers = { ...fromOurPage, cookie, 'content-type': type }
    const answer = await front.ask(path, { method: 'POST', headers, body: '{}' })
    expect(answer.status).toBe(415)
  }
})

test('A compressed body is refused', async () => {
  const headers = { ...fromOurPage, cookie, 'content-encoding': 'gzip' }
  const answer = await front.ask('/api/directory', { method: 'POST', headers, body: '{"page":1}' })
  expect(answer.status).toBe(415)
})
