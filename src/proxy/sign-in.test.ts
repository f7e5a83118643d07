import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.fixture.ts'
import { type OpenFront, openFront, origin } from './front.fixture.ts'
import { hashed, newOpaque } from './session-cookie.ts'

let front: OpenFront
beforeAll(async () => {
  front = await openFront()
})
afterAll(() => front.close())

type Browser = ReturnType<typeof openBrowser>

async function whoIs(browser: Browser) {
  const { person } = await (await browser.open('/api/me')).json()
  return person
}
const locationOf = (answer: Response) => answer.headers.get('location')
const problem = (code: string) => `${origin}/sign-in?problem=${code}`

test('Chen Jing signs in, is an operator, and comes back to where she wanted to go', async () => {
  const browser = openBrowser(front)
  const answer = await browser.open(await browser.pick('chen-jing', '/users?status=Suspended#q=li'))
  expect(answer.status).toBe(302)
  expect(locationOf(answer)).toBe(`${origin}/users?status=Suspended#q=li`)
  expect(await whoIs(browser)).toEqual({
    personId: expect.stringMatching(/^[\w-]{8,64}$/),
    name: 'Chen Jing',
    email: 'chen.jing@hanlin.example',
    role: 'operator',
  })
})

test.each([
  ['sun-tao', 'viewer'],
  ['lin-mei', 'operator'],
  ['wang-lan', 'approver'],
  ['guest', null],
])('%s signs in as %s', async (operator, role) => {
  const browser = openBrowser(front)
  await browser.open(await browser.pick(operator))
  expect(await whoIs(browser)).toMatchObject({ role })
})

test('Who has no role may sign in and do nothing, and it is written down', async () => {
  const browser = openBrowser(front)
  await browser.open(await browser.pick('guest'))
  expect((await browser.open('/api/batches')).status).toBe(403)
  const entries = await front.desk.store.audit.entries(1, 100)
  expect(entries.at(-1)).toMatchObject({ kind: 'note', action: 'signInWithoutRole' })
})

test('The provider is asked with code, PKCE, state, nonce and an age', async () => {
  const browser = openBrowser(front)
  const asked = new URL(locationOf(await browser.open('/auth/sign-in')) ?? '')
  expect(asked.origin + asked.pathname).toBe(`${front.desk.sandbox.issuer}/auth`)
  expect(Object.fromEntries(asked.searchParams)).toEqual({
    client_id: front.desk.sandbox.clientId,
    redirect_uri: `${origin}/auth/callback`,
    response_type: 'code',
    scope: 'openid profile email roles',
    state: expect.stringMatching(/^[\w-]{43}$/),
    nonce: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge_method: 'S256',
    max_age: '28800',
  })
})

test('The cookies are closed to scripts and to other sites', async () => {
  const browser = openBrowser(front)
  const leaving = await browser.open('/auth/sign-in')
  const back = await browser.open(await browser.pick('chen-jing'))
  const cookies = [...leaving.headers.getSetCookie(), ...back.headers.getSetCookie()]
  expect(cookies).toEqual([
    expect.stringMatching(
      /^leaver-desk-sign-in=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/,
    ),
    expect.stringMatching(
      /^leaver-desk=[\w-]{43}; Max-Age=28800; Path=\/; HttpOnly; SameSite=Lax$/,
    ),
  ])
})

test('Over https a cookie belongs to this host alone', async () => {
  const secure = await openFront({ front: { origin: 'https://leavers.example' } })
  const answer = await secure.ask('/auth/sign-in', { headers: { host: 'leavers.example' } })
  expect(answer.headers.get('set-cookie')).toMatch(
    /^__Host-leaver-desk-sign-in=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  )
  await secure.close()
})

test('The store knows only hashes of what the browser holds', async () => {
  const browser = openBrowser(front)
  await browser.open(await browser.pick('chen-jing'))
  const id = browser.cookie('leaver-desk') ?? ''
  const [now, idleSince] = [front.desk.clock.now().toISOString(), '2026-01-01T00:00:00.000Z']
  expect(await front.desk.store.sessions.find(id, now, idleSince)).toBeNull()
  const found = await front.desk.store.sessions.find(hashed(id), now, idleSince)
  expect(found?.person.name).toBe('Chen Jing')
  expect(found?.session.authTime).toMatch(/^\d{4}-/)
})

test('Each sign-in has a new session, and ends the one before', async () => {
  const browser = openBrowser(front)
  await browser.open(await browser.pick('chen-jing'))
  const first = browser.cookie('leaver-desk') ?? ''
  await browser.open(await browser.pick('wang-lan'))
  expect(browser.cookie('leaver-desk')).not.toBe(first)
  browser.setCookie('leaver-desk', first)
  expect(await whoIs(browser)).toBeNull()
})

test('A session id that somebody planted is not taken over', async () => {
  const browser = openBrowser(front)
  const planted = newOpaque()
  browser.setCookie('leaver-desk', planted)
  await browser.open(await browser.pick('chen-jing'))
  expect(browser.cookie('leaver-desk')).not.toBe(planted)
  browser.setCookie('leaver-desk', planted)
  expect(await whoIs(browser)).toBeNull()
})

test('Two tabs of one browser can sign in at the same time', async () => {
  const browser = openBrowser(front)
  const one = await browser.leave('/users')
  const other = await browser.leave('/batches')
  const first = await browser.open(await browser.choose(one, 'chen-jing'))
  const second = await browser.open(await browser.choose(other, 'chen-jing'))
  expect(locationOf(first)).toBe(`${origin}/users`)
  expect(locationOf(second)).toBe(`${origin}/batches`)
})

test('An answer of the provider serves once', async () => {
  const browser = openBrowser(front)
  const callback = await browser.pick('chen-jing')
  await browser.open(callback)
  expect(locationOf(await browser.open(callback))).toBe(problem('expired'))
})

test('An answer of the provider serves only the browser that asked', async () => {
  const callback = await openBrowser(front).pick('chen-jing')
  const victim = openBrowser(front)
  expect(locationOf(await victim.open(callback))).toBe(problem('refused'))
  await victim.open('/auth/sign-in')
  const again = await openBrowser(front).pick('chen-jing')
  expect(locationOf(await victim.open(again))).toBe(problem('refused'))
  expect(await whoIs(victim)).toBeNull()
})

test('An answer that comes too late is refused', async () => {
  const browser = openBrowser(front)
  const callback = await browser.pick('chen-jing')
  front.desk.clock.move(10 * 60_000 + 1)
  expect(locationOf(await browser.open(callback))).toBe(problem('expired'))
})

test.each(['', '?code=x', '?state=x&code=y', '?error=access_denied', '?state=%00'])(
  'An answer that nobody asked for is refused: "%s"',
  async (query) => {
    const browser = openBrowser(front)
    expect(locationOf(await browser.open(`/auth/callback${query}`))).toBe(problem('expired'))
    expect(await whoIs(browser)).toBeNull()
  },
)

async function changed(
  change: (query: URLSearchParams) => void,
): Promise<[string | null, Browser]> {
  const browser = openBrowser(front)
  const callback = await browser.pick('chen-jing')
  change(callback.searchParams)
  return [locationOf(await browser.open(callback)), browser]
}

test('A code that the provider did not give is refused', async () => {
  const [location, browser] = await changed((query) => query.set('code', 'made-up'))
  expect(location).toBe(problem('provider'))
  expect(await whoIs(browser)).toBeNull()
})

test('An answer from another issuer is refused', async () => {
  const [location] = await changed((query) => query.set('iss', 'https://elsewhere.example'))
  expect(location).toBe(problem('provider'))
})

test('A code of another sign-in is refused: its nonce and its verifier are others', async () => {
  const thief = openBrowser(front)
  const stolen = (await thief.pick('wang-lan')).searchParams.get('code') ?? ''
  const [location, browser] = await changed((query) => query.set('code', stolen))
  expect(location).toBe(problem('provider'))
  expect(await whoIs(browser)).toBeNull()
})

test('Who declines at the provider is told so', async () => {
  const [location] = await changed((query) => {
    query.delete('code')
    query.set('error', 'access_denied')
    query.set('error_description', '<script>alert(1)</script>')
  })
  expect(location).toBe(problem('refused'))
})

test('A provider that cannot be reached is said to be the reason, and asked again next time', async () => {
  const lost = await openFront({
    front: { provider: { issuer: 'http://localhost:9/oidc', clientId: 'a', clientSecret: 'b' } },
  })
  const answer = await lost.ask('/auth/sign-in')
  expect(locationOf(answer)).toBe(problem('provider'))
  expect(locationOf(await lost.ask('/auth/sign-in'))).toBe(problem('provider'))
  expect(lost.logged.filter((line) => line.includes('nobody was signed in'))).toHaveLength(2)
  await lost.close()
})

test('A provider that does not take our secret signs nobody in', async () => {
  const { issuer, clientId } = front.desk.sandbox
  const other = await openFront({
    front: { provider: { issuer, clientId, clientSecret: 'wrong' } },
  })
  const browser = openBrowser(other)
  expect(locationOf(await browser.open(await browser.pick('chen-jing')))).toBe(problem('provider'))
  expect(other.logged.join('')).not.toContain('wrong')
  await other.close()
})

test('A store that is away is our own fault, and still no raw error', async () => {
  const lost = await openFront()
  await lost.desk.loseStore()
  expect(locationOf(await lost.ask('/auth/sign-in'))).toBe(problem('internal'))
  expect(locationOf(await lost.ask('/auth/callback?state=x&code=y'))).toBe(problem('internal'))
  await lost.close()
})

test.each([
  '//elsewhere.example',
  '/\\elsewhere.example',
  'https://elsewhere.example',
  '/.//elsewhere.example',
])('Nobody is sent to %s after signing in', async (returnTo) => {
  const browser = openBrowser(front)
  const answer = await browser.open(await browser.pick('chen-jing', returnTo))
  expect(locationOf(answer)).toBe(`${origin}/`)
})
