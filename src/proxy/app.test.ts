import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromOurPage, type OpenFront, openFront } from './front.fixture.ts'

let front: OpenFront
let operator: Record<string, string>

beforeAll(async () => {
  front = await openFront({
    does: {
      async listUsers() {
        throw new Error('a secret reason')
      },
    },
  })
  operator = { ...fromOurPage, cookie: await front.cookieOf('Chen Jing') }
})
afterAll(() => front.close())

test('An error tells the log why, and the caller only a number', async () => {
  const ask = { method: 'POST', headers: operator, body: '{"page":1}' }
  const answer = await front.ask('/api/directory', ask)
  const body = await answer.text()
  expect(body).not.toContain('secret reason')
  const { requestId } = JSON.parse(body)
  const line = front.logged.find((each) => each.includes('"level":50') && each.includes(requestId))
  expect(line).toContain('a secret reason')
})

test('Each answer has a nonce and a request id of its own', async () => {
  const [one, other] = await Promise.all([front.ask('/users'), front.ask('/users')])
  for (const name of ['content-security-policy', 'x-request-id']) {
    expect(one.headers.get(name)).not.toBe(other.headers.get(name))
  }
})

test('What may hold something personal is not kept by browsers', async () => {
  for (const path of ['/users', '/api/me', '/auth/callback', '/api/nothing']) {
    expect((await front.ask(path)).headers.get('cache-control')).toBe('no-store')
  }
})

test('A method that an address does not know is told which it does', async () => {
  const answer = await front.ask('/api/batches', { method: 'PUT' })
  expect(answer.status).toBe(405)
  expect(answer.headers.get('allow')).toBe('GET, HEAD, POST')
  expect((await front.ask('/users', { method: 'POST' })).headers.get('allow')).toBe('GET, HEAD')
})

test.each(['OPTIONS', 'PUT', 'PATCH', 'DELETE', 'QUERY'])('%s is known nowhere', async (method) => {
  for (const path of ['/api/me', '/auth/sign-in', '/auth/sign-out', '/healthz', '/users']) {
    expect((await front.ask(path, { method })).status).toBe(405)
  }
})

test('HEAD is GET without a body', async () => {
  const answer = await front.ask('/users', { method: 'HEAD' })
  expect(answer.status).toBe(200)
  expect(await answer.text()).toBe('')
})

test.each([
  '////?',
  '//leavers.example/',
  '/users//',
  '/%',
  '/%ff',
  '/a%00b',
  '/a%0ab',
  '/%5c',
  '/a%7F',
])('The odd path %s is refused', async (path) => {
  const answer = await front.ask(`http://127.0.0.1:8080${path}`)
  expect(answer.status).toBe(400)
})

test('A probe needs neither host nor session, and says whether the database answers', async () => {
  const anyHost = { headers: { host: '10.1.2.3' } }
  expect((await front.ask('/healthz', anyHost)).status).toBe(200)
  const ready = await front.ask('/readyz', anyHost)
  expect(await ready.json()).toEqual({ ready: true, database: 'sqlite' })
})

test('Without its database a desk is alive and not ready', async () => {
  const lost = await openFront()
  await lost.desk.loseStore()
  expect((await lost.ask('/healthz')).status).toBe(200)
  expect((await lost.ask('/readyz')).status).toBe(503)
  await lost.close()
})

test('A desk that is stopping is not ready, changes nothing more, and lets connections go', async () => {
  const stopped = await openFront()
  const headers = { ...fromOurPage, cookie: await stopped.cookieOf('Chen Jing') }
  stopped.stop()
  expect((await stopped.ask('/readyz')).status).toBe(503)
  const answer = await stopped.ask('/api/batches', {
    method: 'POST',
    headers,
    body: JSON.stringify({ kind: 'delete', userIds: [stopped.desk.person('li-wei').userId] }),
  })
  expect(await answer.json()).toMatchObject({ code: 'stopping' })
  expect(answer.headers.get('connection')).toBe('close')
  await stopped.close()
})

test('The log says by which code somebody was refused', async () => {
  const answer = await front.ask('/api/nothing')
  const { requestId } = await answer.json()
  const line = front.logged.find((each) => each.includes('"refusal"') && each.includes(requestId))
  expect(JSON.parse(line ?? '{}')).toMatchObject({ refusal: 'not_found', msg: 'refused' })
})

test('A log line names the route and never the address', async () => {
  await front.ask('/api/users/65f1c0a94be2d7831e0a9c42?q=liwei', {
    headers: { cookie: operator.cookie ?? '' },
  })
  const line = front.logged.find((each) => each.includes('"/api/users/{userId}"'))
  expect(JSON.parse(line ?? '{}')).toMatchObject({
    route: '/api/users/{userId}',
    method: 'GET',
    personId: expect.any(String),
  })
  expect(front.logged.join('')).not.toContain('liwei')
})
