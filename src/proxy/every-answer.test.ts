import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusals } from '#contract/refusal.ts'
import { rates } from './client-limits.ts'
import { fromOurPage, type OpenFront, openFront } from './front.fixture.ts'

let front: OpenFront
/** One whose database is gone, and whose persons may ask for nothing. */
let lost: OpenFront
let operator: Record<string, string>
let tooOften: Record<string, string>

beforeAll(async () => {
  front = await openFront({
    does: {
      async listUsers() {
        throw new Error('a secret reason')
      },
    },
  })
  operator = { ...fromOurPage, cookie: await front.cookieOf('Chen Jing') }
  const nothing = { burst: 0, perSecond: 1 }
  lost = await openFront({ users: 0, front: { rates: { ...rates, person: nothing } } })
  tooOften = { cookie: await lost.cookieOf('Chen Jing') }
})
afterAll(async () => {
  await front.close()
  await lost.close()
})

const post = (path: string, headers: Record<string, string>, body = '{}') =>
  front.ask(path, { method: 'POST', headers, body })

const tooMany = JSON.stringify({
  kind: 'delete',
  userIds: Array.from({ length: 11_000 }, (_, at) => at.toString(16).padStart(24, '0')),
})

async function stopping(): Promise<Response> {
  const stopped = await openFront({ users: 0 })
  stopped.stop()
  const answer = await stopped.ask('/readyz')
  await stopped.close()
  return answer
}

/** One request for each status that the proxy itself can answer. */
const answers: [status: number, ask: () => Response | Promise<Response>][] = [
  [200, () => front.ask('/users')],
  [200, () => front.ask('/assets/start-1a2b.js')],
  [200, () => front.ask('/healthz')],
  [200, () => front.ask('/api/openapi.json')],
  [200, () => front.ask('/api/me', { method: 'HEAD' })],
  [200, () => post('/api/look-ups', operator, '{"value":"liwei","as":"auto"}')],
  [302, () => front.ask('/auth/sign-in')],
  [302, () => front.ask('/auth/callback?state=unknown')],
  [307, () => front.ask('/users', { headers: { host: 'localhost:8080' } })],
  [400, () => post('/api/look-ups', operator, '{')],
  [400, () => front.ask('/%')],
  [401, () => front.ask('/api/batches')],
  [403, () => post('/api/look-ups', { ...operator, origin: 'http://127.0.0.1:8081' })],
  [404, () => front.ask('/api/nothing')],
  [404, () => front.ask('/assets/nothing.js')],
  [405, () => front.ask('/api/me', { method: 'DELETE' })],
  [409, () => post('/api/users/65f1c0a94be2d7831e0a9c42/suspend', operator, '{"version":"old"}')],
  [413, () => post('/api/look-ups', operator, ' '.repeat(65 * 1024))],
  [414, () => front.ask(`/users?${'a'.repeat(9_000)}`)],
  [415, () => post('/api/look-ups', { ...operator, 'content-type': 'text/plain' })],
  [421, () => front.ask('/users', { headers: { host: 'leavers.example' } })],
  [422, () => post('/api/batches', operator, tooMany)],
  [429, () => lost.ask('/api/batches', { headers: tooOften })],
  [500, () => post('/api/directory', operator, '{"page":1}')],
  [503, () => stopping()],
]

test.each(answers)('An answer %i carries every security header', async (status, ask) => {
  const { headers, status: answered } = await ask()
  expect(answered).toBe(status)
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    expect.stringMatching(/^script-src 'nonce-[\w+/]{24}'$/),
    expect.stringMatching(/^style-src 'nonce-[\w+/]{24}'$/),
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ])
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  expect(headers.get('permissions-policy')).toMatch(/camera=\(\).*clipboard-write=\(self\)/)
  expect(headers.get('x-frame-options')).toBe('DENY')
  expect(headers.get('strict-transport-security')).toBeNull()
  expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
})

test('Browsers are told to stay with https where it is https', async () => {
  const secure = await openFront({ front: { origin: 'https://leavers.example' } })
  const answer = await secure.ask('/users', { headers: { host: 'leavers.example' } })
  expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000')
  await secure.close()
})

test.each(answers)('An answer %i does not tell what answers', async (_, ask) => {
  const { headers } = await ask()
  const telling = /^(?:server|via|x-powered-by|x-runtime|x-generator|x-aspnet|x-version)/
  expect([...headers.keys()].filter((name) => telling.test(name))).toEqual([])
  const all = [...headers].flat().join('\n')
  expect(all).not.toMatch(/hono|node|express|undici|sqlite|pino|vite\b/i)
})

test('Nothing is answered with 304: what changes is not kept, and what is kept never changes', async () => {
  const asksAgain = {
    'if-none-match': '*',
    'if-modified-since': new Date(8_640_000_000_000).toUTCString(),
  }
  for (const path of ['/users', '/assets/start-1a2b.js', '/favicon.svg', '/api/openapi.json']) {
    const { status, headers } = await front.ask(path, { headers: asksAgain })
    expect(status).toBe(200)
    expect(headers.get('etag') ?? headers.get('last-modified')).toBeNull()
  }
})

const errors = answers.filter(([status]) => status >= 400)

test.each(errors)('An error %i is JSON with a code of the closed list', async (status, ask) => {
  const answer = await ask()
  expect(answer.headers.get('content-type')).toMatch(/^application\/json\b/)
  const body = await answer.json()
  expect(body).toEqual({
    code: expect.any(String),
    message: expect.stringMatching(/^[A-Z].*\.$/),
    requestId: answer.headers.get('x-request-id'),
  })
  expect(Object.entries(refusals)).toContainEqual([body.code, status])
})

test.each(answers)('An answer %i opens nothing to other origins', async (_, ask) => {
  const { headers } = await ask()
  expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([])
})
