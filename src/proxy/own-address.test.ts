import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromOurPage, type OpenFront, openFront } from './front.fixture.ts'

let front: OpenFront
let secure: OpenFront
beforeAll(async () => {
  front = await openFront()
  secure = await openFront({ front: { origin: 'https://leavers.example' } })
})
afterAll(async () => {
  await front.close()
  await secure.close()
})

test.each([
  '127.0.0.1',
  '127.0.0.1:80',
  '127.0.0.1:8081',
  'leavers.example',
  'leavers.example:8080',
  'localhost:8081',
  '127.0.0.1.leavers.example:8080',
  'someone@127.0.0.1:8080',
  '127.0.0.1:8080, 127.0.0.1:8080',
  '127.0.0.1:8080/',
  '2130706433:8080',
  '[::ffff:127.0.0.1]:8080',
  '',
])('A request for the host "%s" is misdirected', async (host) => {
  for (const path of [
    '/',
    '/users',
    '/api/me',
    '/api/openapi.json',
    '/auth/sign-in',
    '/assets/start-1a2b.js',
  ]) {
    const answer = await front.ask(path, { headers: { host } })
    expect(answer.status).toBe(421)
    expect(await answer.json()).toMatchObject({ code: 'misdirected' })
  }
})

test('The case of a host does not matter', async () => {
  const answer = await secure.ask('/users', { headers: { host: 'Leavers.Example' } })
  expect(answer.status).toBe(200)
})

test('The usual port may be written out', async () => {
  const answer = await secure.ask('/users', { headers: { host: 'leavers.example:443' } })
  expect(answer.status).toBe(200)
  const other = await secure.ask('/users', { headers: { host: 'leavers.example:80' } })
  expect(other.status).toBe(421)
})

test.each(['localhost:8080', 'LOCALHOST:8080', '[::1]:8080'])(
  'Who opens a page as %s is sent to the right address',
  async (host) => {
    const answer = await front.ask('/users?status=Suspended', { headers: { host } })
    expect(answer.status).toBe(307)
    expect(answer.headers.get('location')).toBe('http://127.0.0.1:8080/users?status=Suspended')
  },
)

test('Only pages are redirected', async () => {
  const headers = { host: 'localhost:8080' }
  for (const path of ['/api/me', '/api', '/auth/sign-in', '/assets/start-1a2b.js']) {
    expect((await front.ask(path, { headers })).status).toBe(421)
  }
  const posted = await front.ask('/users', {
    method: 'POST',
    headers: { ...fromOurPage, ...headers },
  })
  expect(posted.status).toBe(421)
})

test('Where browsers use https no name of this machine is redirected', async () => {
  for (const host of ['localhost:8080', '127.0.0.1', 'localhost:443']) {
    expect((await secure.ask('/users', { headers: { host } })).status).toBe(421)
  }
})

test('What stands in X-Forwarded-Host is not believed', async () => {
  const headers = { host: 'elsewhere.example', 'x-forwarded-host': '127.0.0.1:8080' }
  expect((await front.ask('/users', { headers })).status).toBe(421)
})
