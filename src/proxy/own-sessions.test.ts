import { afterEach, beforeEach, expect, test } from 'vitest'
import { openBrowser } from './browser.fixture.ts'
import { fromOurPage, type OpenFront, openFront } from './front.fixture.ts'
import { hashed } from './session-cookie.ts'

let front: OpenFront
let mine: string
let other: string
beforeEach(async () => {
  front = await openFront({ users: 0 })
  other = await front.cookieOf('Chen Jing', 'operator', { agent: 'Firefox on Linux' })
  front.desk.clock.move(60_000)
  mine = await front.cookieOf('Chen Jing', 'operator', { agent: 'Chrome on Windows' })
})
afterEach(() => front.close())

const list = async (cookie: string) => {
  const answer = await front.ask('/api/sessions', { headers: { cookie } })
  return (await answer.json()).sessions
}
const send = (path: string, cookie: string) =>
  front.ask(path, { method: 'POST', headers: { ...fromOurPage, cookie }, body: '{}' })
const end = (sessionId: string, cookie: string) => send(`/api/sessions/${sessionId}/end`, cookie)
const codeFor = async (cookie: string) => {
  const answer = await front.ask('/api/users/4711/record', { headers: { cookie } })
  return (await answer.json()).code
}

test('Everybody sees their own sessions, the newest first, and which one they use', async () => {
  await front.cookieOf('Lin Mei')
  expect(await list(mine)).toEqual([
    {
      sessionId: expect.stringMatching(/^[\w-]{8,64}$/),
      current: true,
      startedAt: '2026-11-20T18:01:00.000Z',
      lastSeenAt: '2026-11-20T18:01:00.000Z',
      endsAt: '2026-11-21T02:01:00.000Z',
      agent: 'Chrome on Windows',
    },
    {
      sessionId: expect.stringMatching(/^[\w-]{8,64}$/),
      current: false,
      startedAt: '2026-11-20T18:00:00.000Z',
      lastSeenAt: '2026-11-20T18:00:00.000Z',
      endsAt: '2026-11-21T02:00:00.000Z',
      agent: 'Firefox on Linux',
    },
  ])
})

test('The name of a session opens nothing, and is made from nothing that does', async () => {
  const text = JSON.stringify(await list(mine))
  const [, id = ''] = mine.split('=')
  expect(text).not.toContain(id)
  expect(text).not.toContain(hashed(id))
  for (const { sessionId } of await list(mine)) {
    expect(await codeFor(`leaver-desk=${sessionId}`)).toBe('sign_in_required')
  }
})

test('A session that was ended elsewhere is over with its next request', async () => {
  const [, { sessionId }] = await list(mine)
  expect(await codeFor(other)).toBeUndefined()
  const left = await (await end(sessionId, mine)).json()
  expect(left.sessions).toHaveLength(1)
  expect(await codeFor(other)).toBe('sign_in_required')
  expect(await codeFor(mine)).toBeUndefined()
  expect((await end(sessionId, mine)).status).toBe(404)
})

test('Nobody ends the session they use in this way', async () => {
  const [{ sessionId }] = await list(mine)
  expect((await end(sessionId, mine)).status).toBe(404)
  expect(await codeFor(mine)).toBeUndefined()
})

test('Nobody sees or ends a session of somebody else', async () => {
  const approver = await front.cookieOf('Wang Lan', 'approver')
  const [, { sessionId }] = await list(mine)
  expect(await list(approver)).toHaveLength(1)
  const answer = await end(sessionId, approver)
  expect(await answer.json()).toMatchObject({ code: 'not_found' })
  await send('/api/sessions/end-others', approver)
  expect(await codeFor(other)).toBeUndefined()
  expect(await codeFor(mine)).toBeUndefined()
})

test('All others can be ended at once', async () => {
  await front.cookieOf('Chen Jing')
  const answer = await send('/api/sessions/end-others', mine)
  const { sessions } = await answer.json()
  expect(sessions).toMatchObject([{ current: true, agent: 'Chrome on Windows' }])
  expect(await codeFor(other)).toBe('sign_in_required')
  expect(await codeFor(mine)).toBeUndefined()
})

test('Sessions that are over are not listed', async () => {
  front.desk.clock.move(14.5 * 60_000)
  expect(await list(mine)).toMatchObject([{ current: true }])
})

test('Who has no role may still see to their sessions', async () => {
  const guest = await front.cookieOf('Guest', null)
  expect(await list(guest)).toHaveLength(1)
  expect((await send('/api/sessions/end-others', guest)).status).toBe(200)
})

test.each(['%20', '%00', 'x'.repeat(65), '..%2f..', '1'])(
  'A session named "%s" is refused clearly',
  async (odd) => {
    expect([400, 404]).toContain((await end(odd, mine)).status)
    expect(await codeFor(other)).toBeUndefined()
  },
)

test('What a browser says of itself is kept short, on one line, and as text', async () => {
  const browser = openBrowser(front)
  const callback = await browser.pick('chen-jing')
  const agent = `Mozilla/5.0 <img src=x onerror=alert(1)>${'\u202e\u200b'}\t${'x'.repeat(4_000)}`
  const bytes = Buffer.from(agent).toString('latin1')
  await browser.open(callback, { headers: { 'user-agent': bytes } })
  const { sessions } = await (await browser.open('/api/sessions')).json()
  expect(sessions[0].agent).toHaveLength(200)
  expect(sessions[0].agent).toMatch(/^Mozilla\/5\.0 <img src=x onerror=alert\(1\)>/)
  expect(sessions[0].agent).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u)
})
