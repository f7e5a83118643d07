import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fromOurPage, type OpenFront, openFront } from './front.fixture.ts'

let front: OpenFront
let cookie: string
const minute = 60_000

beforeEach(async () => {
  front = await openFront({ users: 0 })
  cookie = await front.cookieOf('Chen Jing')
})
afterEach(() => front.close())

async function who(): Promise<string | null> {
  const answer = await front.ask('/api/me', { headers: { cookie } })
  const { person } = await answer.json()
  return person?.name ?? null
}
const wait = (minutes: number) => front.desk.clock.move(minutes * minute)

test('Somebody who did nothing for fifteen minutes is signed out', async () => {
  wait(15)
  expect(await who()).toBe('Chen Jing')
  wait(15.1)
  expect(await who()).toBeNull()
})

test('Whoever is at work stays signed in', async () => {
  for (const _ of [1, 2, 3, 4]) {
    wait(14)
    expect(await who()).toBe('Chen Jing')
  }
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
  const watch = () => front.ask('/api/batches/1/changes?since=0', { headers: { cookie } })
  wait(10)
  expect((await watch()).status).toBe(200)
  wait(10)
  expect((await watch()).status).toBe(401)
})

test('After eight hours a session ends in any case', async () => {
  for (let waited = 0; waited < 8 * 60 - 10; waited += 10) {
    wait(10)
    expect(await who()).toBe('Chen Jing')
  }
  wait(10)
  expect(await who()).toBeNull()
})

test('Signing out ends the session and takes the cookie back', async () => {
  const signOut = () =>
    front.ask('/auth/sign-out', {
      method: 'POST',
      headers: { ...fromOurPage, cookie },
      body: '{}',
    })
  const answer = await signOut()
  expect(await answer.json()).toEqual({})
  expect(answer.headers.get('set-cookie')).toMatch(/^leaver-desk=; Max-Age=0; Path=\/; HttpOnly/)
  expect(await who()).toBeNull()
  expect((await signOut()).status).toBe(401)
})

test('One session of several can be ended', async () => {
  const other = cookie
  cookie = await front.cookieOf('Chen Jing')
  await front.ask('/auth/sign-out', {
    method: 'POST',
    headers: { ...fromOurPage, cookie },
    body: '{}',
  })
  expect(await who()).toBeNull()
  cookie = other
  expect(await who()).toBe('Chen Jing')
})

test.each([
  'leaver-desk=',
  'leaver-desk=x',
  `leaver-desk=${'a'.repeat(43)}`,
  'leaver-desk=%00',
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
  expect((await full.ask('/api/batches', { headers })).status).toBe(200)
  expect(full.logged.join('')).toContain('a sign of life could not be written down')
  await full.close()
  rmSync(folder, { recursive: true })
})
