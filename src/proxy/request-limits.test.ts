import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'
import type { Rates } from './client-limits.ts'
import { rates } from './client-limits.ts'
import { type FrontOptions, fromOurPage, host, openFront } from './front.fixture.ts'
import { type Listening, listen } from './listen.ts'

const small: Rates = {
  person: { burst: 3, perSecond: 1 },
  address: { burst: 4, perSecond: 1 },
  signIn: { burst: 2, perSecond: 0.5 },
}
const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function opened(options: FrontOptions['front'] = {}) {
  const front = await openFront({ users: 0, front: { rates: small, ...options } })
  ends.push(() => front.close())
  return front
}

async function served(options: FrontOptions['front']) {
  const front = await opened(options)
  const listening: Listening = await listen(front.app, front.front, { host: '127.0.0.1', port: 0 })
  ends.push(() => {
    listening.cut()
    return listening.stop()
  })
  /** Asks over a socket from 127.0.0.1, as a proxy in front would. */
  const ask = (path: string, forwardedFor?: string) => {
    const headers = { host, ...(forwardedFor !== undefined && { 'x-forwarded-for': forwardedFor }) }
    return new Promise<{ status: number; retryAfter: string | null; code: string | null }>(
      (resolve, reject) => {
        const asking = request({ port: listening.port, path, headers }, (answer) => {
          const { statusCode = 0, headers: answered } = answer
          text(answer).then((body) => {
            const code = /"code":"(\w+)"/.exec(body)?.[1] ?? null
            const retryAfter = answered['retry-after'] ?? null
            resolve({ status: statusCode, retryAfter, code })
          }, reject)
        })
        asking.on('error', reject).end()
      },
    )
  }
  const statuses = async (path: string, forwarded: (string | undefined)[]) => {
    const found: number[] = []
    for (const each of forwarded) found.push((await ask(path, each)).status)
    return found
  }
  return { front, ask, statuses }
}

test('Somebody who asks too often is told when to come back, and let in then', async () => {
  const front = await opened()
  const cookie = await front.cookieOf('Chen Jing')
  const ask = () => front.ask('/api/batches', { headers: { cookie } })
  for (const _ of [1, 2, 3]) expect((await ask()).status).toBe(200)
  const refused = await ask()
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('1')
  expect(await refused.json()).toEqual({
    code: 'too_many_requests',
    message: 'Too many requests; try again in 1 s.',
    requestId: refused.headers.get('x-request-id'),
  })
  front.desk.clock.move(1_000)
  expect((await ask()).status).toBe(200)
})

test('What is refused for being too much was not done', async () => {
  const front = await opened()
  const cookie = await front.cookieOf('Chen Jing')
  const userIds = [front.desk.person('li-wei').userId]
  const body = JSON.stringify({ kind: 'suspend', userIds })
  const plan = async () => {
    const headers = { ...fromOurPage, cookie }
    return (await front.ask('/api/batches', { method: 'POST', headers, body })).status
  }
  expect([await plan(), await plan(), await plan(), await plan()]).toEqual([200, 200, 200, 429])
  expect((await front.desk.store.batches.list(0, 1)).totalCount).toBe(3)
})

test('A person is one, in however many sessions, and nobody else pays for them', async () => {
  const front = await opened()
  const ask = async (cookie: string) =>
    (await front.ask('/api/batches', { headers: { cookie } })).status
  const cookies = [await front.cookieOf('Chen Jing'), await front.cookieOf('Chen Jing')]
  const found: number[] = []
  for (const cookie of [...cookies, ...cookies]) found.push(await ask(cookie))
  expect(found).toEqual([200, 200, 200, 429])
  expect(await ask(await front.cookieOf('Lin Mei'))).toBe(200)
})

test('The page, its files and the probes are open to somebody who asked too often', async () => {
  const front = await opened()
  const headers = { cookie: await front.cookieOf('Chen Jing') }
  for (const _ of [1, 2, 3, 4]) await front.ask('/api/batches', { headers })
  for (const path of ['/users', '/assets/start-1a2b.js', '/healthz', '/readyz']) {
    expect((await front.ask(path, { headers })).status).toBe(200)
  }
  expect((await front.ask('/api/me', { headers })).status).toBe(429)
})

test('Five tabs that ask every second for two minutes meet no limit', async () => {
  const front = await opened({ rates })
  const headers = { cookie: await front.cookieOf('Sun Tao', 'viewer') }
  for (let second = 0; second < 120; second += 1) {
    for (let tab = 0; tab < 5; tab += 1) {
      expect((await front.ask('/api/me', { headers })).status).toBe(200)
    }
    front.desk.clock.move(1_000)
  }
  expect(rates.person.perSecond).toBeGreaterThan(3 * 5)
})

test('Behind a proxy that is trusted each address has its own measure', async () => {
  const { ask, statuses } = await served({ trustedProxies: ['127.0.0.1'] })
  const one = '203.0.113.9'
  expect(await statuses('/users', [one, one, one, one, one])).toEqual([200, 200, 200, 200, 429])
  expect(await ask('/api/me', one)).toEqual({
    status: 429,
    retryAfter: '1',
    code: 'too_many_requests',
  })
  expect((await ask('/users', '203.0.113.10')).status).toBe(200)
})

test('Whoever invents addresses in front of their own is still one', async () => {
  const { statuses } = await served({ trustedProxies: ['127.0.0.0/8'] })
  const invented = [1, 2, 3, 4, 5].map((at) => `198.51.100.${at}, 203.0.113.9, 127.0.0.7`)
  expect(await statuses('/users', invented)).toEqual([200, 200, 200, 200, 429])
})

test('All addresses of one IPv6 network of 64 bits are one', async () => {
  const { statuses } = await served({ trustedProxies: ['127.0.0.1'] })
  const many = [1, 2, 3, 4, 5].map((at) => `2001:db8:1:2::${at}`)
  expect(await statuses('/users', many)).toEqual([200, 200, 200, 200, 429])
})

test('The header of somebody who is not trusted says nothing', async () => {
  const { statuses } = await served({ trustedProxies: ['10.0.0.0/8'] })
  const forged = [1, 2, 3, 4, 5].map((at) => `203.0.113.${at}`)
  expect(await statuses('/users', forged)).toEqual([200, 200, 200, 200, 429])
})

test('Where no proxy is trusted no address is counted', async () => {
  const { statuses } = await served({ trustedProxies: [] })
  const asked = Array.from({ length: 8 }, () => '203.0.113.9')
  expect(new Set(await statuses('/users', asked))).toEqual(new Set([200]))
})

test.each(['/auth/sign-in', '/auth/sign-in?return=/', '/auth/callback?state=x'])(
  'Signing in at %s has a smaller measure',
  async (path) => {
    const { ask, statuses } = await served({ trustedProxies: ['127.0.0.1'] })
    const one = '203.0.113.9'
    expect(await statuses(path, [one, one, one])).toEqual([302, 302, 429])
    expect((await ask(path, one)).retryAfter).toBe('2')
    expect((await ask(path, '203.0.113.10')).status).toBe(302)
  },
)

test('The probes answer however often they are asked', async () => {
  const { statuses } = await served({ trustedProxies: ['127.0.0.1'] })
  const asked = Array.from({ length: 8 }, () => undefined)
  expect(new Set(await statuses('/healthz', asked))).toEqual(new Set([200]))
  expect(new Set(await statuses('/readyz', asked))).toEqual(new Set([200]))
})

test('Guessing the token of the figures has a measure too', async () => {
  const { statuses } = await served({ trustedProxies: ['127.0.0.1'] })
  const one = '203.0.113.9'
  expect(await statuses('/metrics', [one, one, one, one, one])).toEqual([404, 404, 404, 404, 429])
})
