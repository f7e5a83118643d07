import { afterEach, beforeEach, expect, test } from 'vitest'
import { databasesOn } from '#store/database.fixture.ts'
import { openBrowser } from './browser.fixture.ts'
import { fromOurPage, type OpenFront, openFront, origin } from './front.fixture.ts'

const databases = databasesOn('postgres')
let one: OpenFront
let other: OpenFront
beforeEach(async () => {
  const databaseUrl = await databases.fresh()
  one = await openFront({ users: 0, databaseUrl })
  const { issuer, clientId, clientSecret } = one.desk.sandbox
  const provider = { issuer, clientId, clientSecret }
  other = await openFront({ users: 0, databaseUrl, front: { provider } })
})
afterEach(async () => {
  await one.close()
  await other.close()
})

/** A browser whose requests go to the two in turn, as behind a balancer that does not look. */
function browserOfBoth() {
  let asked = 0
  const fetch: OpenFront['fetch'] = (...request) => {
    asked += 1
    return (asked % 2 === 1 ? one : other).fetch(...request)
  }
  return openBrowser({ ...one, fetch })
}

const who = async (cookie: string, at: OpenFront) => {
  const answer = await at.ask('/api/me', { headers: { cookie: `leaver-desk=${cookie}` } })
  return (await answer.json()).person?.name ?? null
}

test('A sign-in that one replica began another ends, and both know who is there', async () => {
  const browser = browserOfBoth()
  const back = await browser.open(await browser.pick('chen-jing'))
  expect(back.headers.get('location')).toBe(`${origin}/users`)
  const cookie = browser.cookie('leaver-desk') ?? ''
  expect(await who(cookie, one)).toBe('Chen Jing')
  expect(await who(cookie, other)).toBe('Chen Jing')
})

test('An answer of the provider serves once, whichever replica it reaches', async () => {
  const browser = browserOfBoth()
  const callback = await browser.pick('chen-jing')
  const answers = await Promise.all([browser.open(callback), browser.open(callback)])
  const places = answers.map((answer) => answer.headers.get('location')).sort()
  expect(places).toEqual([`${origin}/sign-in?problem=expired`, `${origin}/users`])
})

test('A session that ends at one replica is over at the other with the next request', async () => {
  const browser = browserOfBoth()
  await browser.open(await browser.pick('chen-jing'))
  const cookie = browser.cookie('leaver-desk') ?? ''
  await one.ask('/auth/sign-out', {
    method: 'POST',
    headers: { ...fromOurPage, cookie: `leaver-desk=${cookie}` },
    body: '{}',
  })
  expect(await who(cookie, other)).toBeNull()
})

test('A sign of life at one replica counts at the other', async () => {
  const cookie = await one.cookieOf('Chen Jing')
  for (const at of [one, other]) at.desk.clock.move(14 * 60_000)
  expect((await one.ask('/api/users/4711/record', { headers: { cookie } })).status).toBe(200)
  for (const at of [one, other]) at.desk.clock.move(14 * 60_000)
  expect((await other.ask('/api/users/4711/record', { headers: { cookie } })).status).toBe(200)
})
