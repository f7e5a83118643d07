import { afterEach, beforeEach, expect, test } from 'vitest'
import { openFrontAt } from './at-provider.fixture.ts'
import { openBrowser } from './browser.fixture.ts'
import { refuseStale } from './fresh.ts'
import { type OpenFront, openFront, origin } from './front.fixture.ts'
import type { Lies } from './provider.fixture.ts'

let front: OpenFront
beforeEach(async () => {
  front = await openFront({ users: 0 })
})
afterEach(() => front.close())

type Browser = ReturnType<typeof openBrowser>
const about = async (browser: Browser) => (await browser.open('/api/me')).json()
const locationOf = (answer: Response) => answer.headers.get('location')

test.each(['fresh=1', 'fresh=1&return=/users'])('%s makes the provider ask anew', async (query) => {
  const answer = await front.ask(`/auth/sign-in?${query}`)
  const asked = new URL(locationOf(answer) ?? '').searchParams
  expect(asked.get('prompt')).toBe('login')
  expect(asked.get('max_age')).toBe('0')
})

test.each(['fresh=0', 'fresh=', 'fresh=true', 'fresh', 'FRESH=1'])(
  '%s is a sign-in like any other',
  async (query) => {
    const answer = await front.ask(`/auth/sign-in?${query}`)
    const asked = new URL(locationOf(answer) ?? '').searchParams
    expect(asked.get('prompt')).toBeNull()
    expect(asked.get('max_age')).toBe('28800')
  },
)

test('A fresh sign-in comes back to where somebody was, in a new session; the old one ends', async () => {
  const browser = openBrowser(front)
  await browser.open(await browser.pick('chen-jing'))
  const first = browser.cookie('leaver-desk') ?? ''
  front.desk.clock.move(6 * 60_000)
  expect((await about(browser)).session.freshSecondsLeft).toBe(0)

  const { url } = await browser.follow('/auth/sign-in?fresh=1&return=/users/65f1%23identities')
  const back = await browser.open(await browser.choose(url, 'chen-jing'))
  expect(locationOf(back)).toBe(`${origin}/users/65f1#identities`)
  expect(browser.cookie('leaver-desk')).not.toBe(first)
  const { session, person } = await about(browser)
  expect(session).toEqual({ idleSecondsLeft: 900, secondsLeft: 28_800, freshSecondsLeft: 300 })
  const { sessions } = await (await browser.open('/api/sessions')).json()
  expect(sessions).toHaveLength(1)
  browser.setCookie('leaver-desk', first)
  expect((await about(browser)).person).toBeNull()
  expect(person.name).toBe('Chen Jing')
})

/** Signs in at a provider, and then afresh, when it lies so; where that leads, and who is here then. */
async function freshlyAt(lies: Lies) {
  const now: Lies = { claims: { name: 'Chen Jing', roles: ['operator'] }, times: { auth_time: 0 } }
  const at = await openFrontAt(now)
  const browser = openBrowser(at.front)
  await at.signIn(browser)
  const before = browser.cookie('leaver-desk')
  at.front.desk.clock.move(6 * 60_000)
  Object.assign(now, { times: {} }, lies)
  const location = await at.signIn(browser, '&fresh=1')
  const { session, person } = await about(browser)
  const isNew = browser.cookie('leaver-desk') !== before
  await at.close()
  return { location, session, person, isNew, logged: at.front.logged.join('') }
}

const fresh: [what: string, times: Record<string, number>, left: number][] = [
  ['now', { auth_time: 0 }, 300],
  ['five minutes ago', { auth_time: -300 }, 0],
  ['on a clock that is a little ahead', { auth_time: 59 }, 300],
]

test.each(fresh)('Whoever proved who they are %s is fresh', async (_, times, left) => {
  const { location, session, isNew } = await freshlyAt({ times })
  expect(location).toBe(`${origin}/users`)
  expect(session.freshSecondsLeft).toBe(left)
  expect(isNew).toBe(true)
})

const stale: [what: string, times: Record<string, number>, cause: string][] = [
  ['asked nobody anew', { auth_time: -301 }, 'auth_time 301 s ago'],
  ['does not say when', {}, 'told no auth_time'],
]

test.each(stale)('A provider that %s makes nobody fresh', async (_, times, cause) => {
  const { location, session, person, isNew, logged } = await freshlyAt({ times })
  expect(location).toBe(`${origin}/sign-in?problem=stale`)
  expect(logged).toContain(cause)
  // The session goes on as it was: whoever reads may read on.
  expect(isNew).toBe(false)
  expect(person.name).toBe('Chen Jing')
  expect(session).toMatchObject({ freshSecondsLeft: 0, secondsLeft: 28_440 })
})

test('A sign-in of an earlier hour opens a session that is not fresh', async () => {
  const at = await openFrontAt({ times: { auth_time: -3_600 } })
  const browser = openBrowser(at.front)
  expect(await at.signIn(browser)).toBe(`${origin}/users`)
  expect((await about(browser)).session).toMatchObject({ freshSecondsLeft: 0, secondsLeft: 28_800 })
  await at.close()
})

test('Somebody else who signs in afresh does so as themselves', async () => {
  const browser = openBrowser(front)
  await browser.open(await browser.pick('chen-jing'))
  const { person: before } = await about(browser)
  const { url } = await browser.follow('/auth/sign-in?fresh=1')
  await browser.open(await browser.choose(url, 'wang-lan'))
  const { person } = await about(browser)
  expect(person).toMatchObject({ name: 'Wang Lan', role: 'approver' })
  expect(person.personId).not.toBe(before.personId)
})

test('The pool of the sandbox can leave out when people signed in', async () => {
  front.desk.sandbox.switches({ policy: 'auth-time=omit' })
  const browser = openBrowser(front)
  await browser.open(await browser.pick('chen-jing'))
  expect((await about(browser)).session.freshSecondsLeft).toBeNull()
  const { url } = await browser.follow('/auth/sign-in?fresh=1')
  const back = await browser.open(await browser.choose(url, 'chen-jing'))
  expect(locationOf(back)).toBe(`${origin}/sign-in?problem=stale`)
})

async function refusalAfter(seconds: number | null) {
  const { desk } = front
  const now = desk.clock.now().getTime()
  const authTime = seconds === null ? null : new Date(now - seconds * 1_000)
  const caller = await desk.signIn('Chen Jing', 'operator', { authTime })
  try {
    return refuseStale(desk.world, caller)
  } catch (error) {
    return error
  }
}

test('Five minutes after signing in somebody has to do so again', async () => {
  expect(await refusalAfter(0)).toBeUndefined()
  expect(await refusalAfter(300)).toBeUndefined()
  expect(await refusalAfter(300.001)).toMatchObject({ code: 'fresh_sign_in_required' })
  expect(await refusalAfter(86_400)).toMatchObject({ code: 'fresh_sign_in_required' })
})

test('A provider that does not say when people signed in is named', async () => {
  expect(await refusalAfter(null)).toMatchObject({
    code: 'auth_time_missing',
    message: expect.stringContaining(front.desk.sandbox.issuer),
  })
})
