import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenFront, openFront } from './front.fixture.ts'

let front: OpenFront
beforeAll(async () => {
  front = await openFront()
})
afterAll(() => front.close())

const script = '/assets/start-1a2b.js'

async function got(path: string, encodings?: string) {
  const headers: Record<string, string> = encodings ? { 'accept-encoding': encodings } : {}
  const { status, headers: answered, ...answer } = await ask(path, headers)
  return {
    status,
    body: answer.body,
    type: answered.get('content-type'),
    encoding: answered.get('content-encoding'),
    cache: answered.get('cache-control'),
    vary: answered.get('vary'),
    policy: answered.get('content-security-policy') ?? '',
  }
}

async function ask(path: string, headers: Record<string, string>) {
  const answer = await front.ask(path, { headers })
  return { status: answer.status, headers: answer.headers, body: await answer.text() }
}

test.each([
  '/',
  '/users',
  '/users/65f1c0a94be2d7831e0a9c42',
  '/batches/7',
  '/sign-in',
  '/index.html',
  '/apis',
])('At %s is the page of the console', async (path) => {
  const { status, type, body } = await got(path)
  expect(status).toBe(200)
  expect(type).toBe('text/html; charset=UTF-8')
  expect(body).toContain(script)
})

test('The page carries the nonce of its own response everywhere', async () => {
  const { body, policy } = await got('/users')
  const nonces = [...body.matchAll(/nonce="([^"]*)"/g)].map(([, nonce]) => nonce)
  expect(nonces).toHaveLength(2)
  for (const nonce of nonces) expect(policy).toContain(`'nonce-${nonce}'`)
  expect(body).not.toContain('__NONCE__')
})

test('An asset never changes', async () => {
  expect(await got(script)).toMatchObject({
    status: 200,
    body: 'plain',
    type: 'text/javascript; charset=utf-8',
    encoding: null,
    cache: 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
  })
})

test.each([
  ['br', 'small', 'br'],
  ['gzip, deflate, br, zstd', 'small', 'br'],
  ['gzip', 'smaller', 'gzip'],
  ['GZIP;q=0.5', 'smaller', 'gzip'],
  ['br;q=0, gzip', 'smaller', 'gzip'],
  ['br; q=0.0', 'plain', null],
  ['deflate', 'plain', null],
  ['brotli', 'plain', null],
])('To a browser that takes "%s" the asset is sent as %s', async (encodings, body, encoding) => {
  expect(await got(script, encodings)).toMatchObject({ body, encoding })
})

test('An asset without compressed neighbours is sent as it is', async () => {
  const style = await got('/assets/alone-3c4d.css', 'br, gzip')
  expect(style).toMatchObject({ body: 'p{}', encoding: null, type: 'text/css; charset=utf-8' })
})

test('Files beside the page are kept for an hour', async () => {
  const icon = await got('/favicon.svg')
  expect(icon).toMatchObject({ type: 'image/svg+xml', cache: 'public, max-age=3600' })
})

test.each([
  '/assets',
  '/assets/',
  '/assets/none.js',
  '/assets/start-1a2b.js.br',
  '/assets/..%2findex.html',
  '/assets/%2e%2e%2findex.html',
  '/assets/.hidden.js',
  '/assets/a/b.js',
])('There is no asset %s', async (path) => {
  expect(await got(path)).toMatchObject({ status: 404, cache: 'no-store' })
})

test('Nothing outside the built console is sent', async () => {
  for (const path of ['/package.json', '/..%2f..%2fpackage.json', '/src/server.ts', '/.env']) {
    const { body } = await got(path)
    expect(body).toContain('<!doctype html>')
  }
})

test('A console that was not built is said to be missing', async () => {
  const unbuilt = await openFront({ front: { consoleFolder: `${front.front.consoleFolder}-none` } })
  const answer = await unbuilt.ask('/users')
  expect(answer.status).toBe(503)
  expect(await answer.text()).toMatch(/has not been built/)
  await unbuilt.close()
})
