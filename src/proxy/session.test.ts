import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { idleMs, idleNoticeMs } from '#contract/limits.ts'
import { fromOurPage, type OpenFront, openFront } from './front.fixture.ts'

let front: OpenFront
let cookie: string
const minute = 60_000

beforeEach(async () => {
  front = await openFront({ users: 0 })
  cookie = await front.cookieOf('Chen Jing')
})
afterEach(() => front.close())

const wait = (minutes: number) => front.desk.clock.move(minutes * minute)

async function about() {
  const answer = await front.ask('/api/me', { headers: { cookie } })
  return answer.json()
}
async function who(): Promise<string | null> {
  return (await about()).person?.name ?? null
}
/** Something that somebody does, and no page by itself. */
async function work(): Promise<number> {
  return (await front.ask('/api/users/4711/record', { headers: { cookie } })).status
}
function send(path: string): Promise<Response> | Response {
  const headers = { ...fromOurPage, cookie }
  return front.ask(path, { method: 'POST', headers, body: '{}' })
}

test('Somebody who did nothing for fifteen minutes is signed out', async () => {
  wait(15)
  expect(await work()).toBe(200)
  wait(15.1)
  expect(await work()).toBe(401)
  expect(await who()).toBeNull()
})

test('Whoever is at work stays signed in', async () => {
  for (const _ of [1, 2, 3, 4]) {
    wait(14)
    expect(await work()).toBe(200)
  }
})

test.each(['/api/batches', '/api/batches?only=to_approve', '/api/me'])(
  'A page that asks for %s by itself keeps nobody signed in',
  async (path) => {
    for (const _ of [1, 2, 3]) {
      wait(4.9)
      expect((await front.ask(path, { headers: { cookie } })).status).toBe(200)
    }
    wait(0.4)
    expect(await work()).toBe(401)
  },
)

test('A page is told how long the session lasts, and does not prolong it by asking', async () => {
  expect((await about()).session).toEqual({
    idleSecondsLeft: 900,
    secondsLeft: 28_800,
    freshSecondsLeft: 300,
  })
  wait(14)
  const noticed = { idleSecondsLeft: idleNoticeMs / 1_000, secondsLeft: 27_960 }
  expect((await about()).session).toEqual({ ...noticed, freshSecondsLeft: 0 })
  expect((await about()).session).toEqual({ ...noticed, freshSecondsLeft: 0 })
  wait(0.9)
  expect((await about()).session.idleSecondsLeft).toBe(6)
  wait(0.2)
  expect(await about()).toMatchObject({ person: null, session: null })
})

test('Whoever says that they are still there has fifteen minutes more, and no later end', async () => {
  wait(14.5)
  const times = { idleSecondsLeft: idleMs / 1_000, secondsLeft: 27_930, freshSecondsLeft: 0 }
  const answer = await send('/api/session/stay')
  expect(await answer.json()).toEqual(times)
  expect((await about()).session).toEqual(times)
})

test('A sign of life counts however short ago the last one was', async () => {
  wait(1)
  await work()
  wait(0.1)
  expect(await (await send('/api/session/stay')).json()).toMatchObject({ idleSecondsLeft: 900 })
})

test('Nobody stays signed in whose session has ended', async () => {
  wait(15.1)
  const answer = await send('/api/session/stay')
  expect(answer.status).toBe(401)
  expect(await answer.json()).toMatchObject({ code: 'sign_in_required' })
})

test('Nobody is told for how long a sign-in counts as fresh whose provider does not say', async () => {
  cookie = await front.cookieOf('Lin Mei', 'operator', { authTime: null })
  expect((await about()).session.freshSecondsLeft).toBeNull()
})

test('A page that watches a batch by itself keeps nobody signed in', async () => {
  await front.desk.store.batches.create(
    {
      kind: 'delete',
      title: 'Leavers',
      reason: null,
      endSessions: false,
      createdBy: 'somebody',
      parentId: null,
      lists: [],
    },
    front.desk.clock.now().toISOString(),
  )
  const looks = ['/api/batches/1/changes?since=0', '/api/batches/1/rows?offset=0']
  const look = () =>
    Promise.all(looks.map(async (path) => (await front.ask(path, { headers: { cookie } })).status))
  wait(10)
  expect(await look()).toEqual([200, 200])
  expect((await about()).session.idleSecondsLeft).toBe(300)
  wait(5.1)
  expect(await look()).toEqual([401, 401])
})

test('After eight hours a session ends in any case', async () => {
  for (let waited = 0; waited < 8 * 60 - 10; waited += 10) {
    wait(10)
    expect(await work()).toBe(200)
  }
  wait(9.9)
  const { session } = await about()
  expect(session).toMatchObject({ secondsLeft: 6 })
  expect(await (await send('/api/session/stay')).json()).toMatchObject({ secondsLeft: 6 })
  wait(0.2)
  expect(await work()).toBe(401)
})

test('What a page asks by itself is no line in the log, unless somebody looks closely', async () => {
  await about()
  await work()
  const lines = front.logged.map((line) => JSON.parse(line)).filter(({ route }) => route)
  expect(lines.find(({ route }) => route === '/api/me')?.level).toBe(20)
  expect(lines.find(({ route }) => route === '/api/users/{userId}/record')?.level).toBe(30)
})

test('Signing out ends the session, takes the cookie back and empties what the browser kept', async () => {
  const answer = await send('/auth/sign-out')
  expect(await answer.json()).toEqual({})
  expect(answer.headers.get('set-cookie')).toMatch(/^leaver-desk=; Max-Age=0; Path=\/; HttpOnly/)
  expect(answer.headers.get('clear-site-data')).toBe('"cache", "storage"')
  expect(await who()).toBeNull()
  expect(await work()).toBe(401)
})

test('Whose session has ended already has the browser emptied all the same', async () => {
  wait(15.1)
  const answer = await send('/auth/sign-out')
  expect(answer.status).toBe(401)
  expect(answer.headers.get('clear-site-data')).toBe('"cache", "storage"')
  expect(answer.headers.get('set-cookie')).toMatch(/^leaver-desk=; Max-Age=0/)
})

test('Another site can neither sign somebody out nor empty their browser', async () => {
  const headers = { ...fromOurPage, cookie, origin: 'https://elsewhere.example' }
  const answer = await front.ask('/auth/sign-out', { method: 'POST', headers, body: '{}' })
  expect(answer.status).toBe(403)
  expect(answer.headers.get('clear-site-data')).toBeNull()
  expect(await who()).toBe('Chen Jing')
})

test('One session of several can be ended', async () => {
  const other = cookie
  cookie = await front.cookieOf('Chen Jing')
  await send('/auth/sign-out')
  expect(await who()).toBeNull()
  cookie = other
  expect(await who()).toBe('Chen Jing')
})

test('A role that another sign-in of the same person brought holds at once in every session', async () => {
  expect(await work()).toBe(200)
  const later = await front.cookieOf('Chen Jing', 'approver')
  expect((await about()).person.role).toBe('approver')
  await front.cookieOf('Chen Jing', null)
  expect(await work()).toBe(403)
  cookie = later
  expect(await work()).toBe(403)
})

test.each([
  'leaver-desk=',
  'leaver-desk=x',
  `leaver-desk=${'a'.repeat(43)}`,
  'leaver-desk=%00',
  '__Host-leaver-desk=x',
  'x=y',
])('The cookie "%s" is nobody', async (odd) => {
  cookie = odd
  expect(await who()).toBeNull()
})

test('A database that takes nothing more keeps nobody from reading', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'leaver-desk-full-'))
  const path = join(folder, 'desk.db')
  const full = await openFront({ users: 0, databaseUrl: `file:${path}` })
  const headers = { cookie: await full.cookieOf('Sun Tao', 'viewer') }
  const beside = new DatabaseSync(path)
  beside.exec(
    "create trigger full before update on sessions begin select raise(abort, 'full'); end",
  )
  beside.close()
  full.desk.clock.move(minute)
  expect((await full.ask('/api/users/4711/record', { headers })).status).toBe(200)
  expect(full.logged.join('')).toContain('a sign of life could not be written down')
  const stay = await full.ask('/api/session/stay', {
    method: 'POST',
    headers: { ...fromOurPage, ...headers },
    body: '{}',
  })
  // Nothing is promised that was not written down.
  expect(await stay.json()).toMatchObject({ idleSecondsLeft: 840 })
  await full.close()
  rmSync(folder, { recursive: true })
})
