import { afterEach, expect, test } from 'vitest'
import { type FrontOptions, fromOurPage, openFront } from './front.fixture.ts'
import { listen } from './listen.ts'

const token = 'scrape-me'
const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function measured(options: FrontOptions = {}) {
  const front = await openFront({ metricsToken: token, ...options })
  ends.push(() => front.close())
  const headers = { authorization: `Bearer ${token}` }
  return {
    front,
    /** Lines by their name with labels. */
    async figures(): Promise<Map<string, number>> {
      const answer = await front.ask('/metrics', { headers })
      expect(answer.status).toBe(200)
      const lines = (await answer.text()).split('\n').filter((line) => /^[a-z]/.test(line))
      return new Map(
        lines.map((line) => {
          const at = line.lastIndexOf(' ')
          return [line.slice(0, at), Number(line.slice(at + 1))]
        }),
      )
    },
  }
}

test('Without a token there are no figures, whatever somebody sends', async () => {
  const front = await openFront({ users: 0 })
  ends.push(() => front.close())
  for (const authorization of ['', 'Bearer ', 'Bearer null', `Bearer ${token}`]) {
    const answer = await front.ask('/metrics', { headers: { authorization } })
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ code: 'not_found' })
  }
})

test.each([
  '',
  'Bearer',
  'Bearer ',
  'Bearer scrape-m',
  'Bearer scrape-me2',
  'Bearer SCRAPE-ME',
  'Basic scrape-me',
  'scrape-me',
  'Bearer scrape-me scrape-me',
])('"%s" opens nothing', async (authorization) => {
  const { front } = await measured({ users: 0 })
  const answer = await front.ask('/metrics', { headers: authorization ? { authorization } : {} })
  expect(answer.status).toBe(401)
  expect(answer.headers.get('www-authenticate')).toBe('Bearer')
  expect(await answer.text()).not.toContain('leaver_desk_')
})

test('A session opens nothing either', async () => {
  const { front } = await measured({ users: 0 })
  const cookie = await front.cookieOf('Wang Lan', 'approver')
  expect((await front.ask('/metrics', { headers: { cookie } })).status).toBe(401)
})

test('Figures are told to whoever has the token, by whatever name they call this host', async () => {
  const { front } = await measured({ users: 0 })
  const answer = await front.ask('/metrics', {
    headers: { host: '10.1.2.3:8080', authorization: `bearer ${token}` },
  })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect((await front.ask('/metrics', { method: 'POST' })).status).toBe(405)
})

test('Requests are counted by pattern, method and status, and timed', async () => {
  const { front, figures } = await measured()
  const headers = { cookie: await front.cookieOf('Chen Jing') }
  const { userId } = front.desk.person('li-wei')
  await front.ask(`/api/users/${userId}`, { headers })
  await front.ask(`/api/users/${userId}`)
  await front.ask('/users?q=liwei')
  await front.ask('/api/none/li.wei@hanlin.example')
  const told = await figures()
  const requests = (labels: string) => told.get(`leaver_desk_requests_total{${labels}}`)
  expect(requests('route="/api/users/{userId}",method="GET",status="200"')).toBe(1)
  expect(requests('route="/api/users/{userId}",method="GET",status="401"')).toBe(1)
  expect(requests('route="page",method="GET",status="200"')).toBe(1)
  expect(requests('route="unknown",method="GET",status="404"')).toBe(1)
  const of = 'route="/api/users/{userId}",method="GET"'
  expect(told.get(`leaver_desk_request_seconds_count{${of}}`)).toBe(2)
  expect(told.get('leaver_desk_refusals_total{code="sign_in_required"}')).toBe(1)
  expect(told.get('leaver_desk_refusals_total{code="not_found"}')).toBe(1)
})

test('However an address is spelt, it is one label, and only one spelling is answered', async () => {
  const { front, figures } = await measured({ users: 0 })
  await front.ask('/auth/sign-in')
  await front.ask('/auth/callback')
  const labels = async () => {
    const names = [...(await figures()).keys()]
    return new Set(names.map((name) => /route="([^"]*)"/.exec(name)?.[1]).filter(Boolean))
  }
  const before = await labels()
  expect([...before]).toEqual(expect.arrayContaining(['/auth/sign-in', '/auth/callback']))
  const plain = '/auth/sign-in'
  const inCode = (letter: string) => `%${letter.charCodeAt(0).toString(16)}`
  const spellings = [...plain].flatMap((letter, at) =>
    letter === '/' ? [] : [plain.slice(0, at) + inCode(letter) + plain.slice(at + 1)],
  )
  spellings.push('/auth/sign%2Din', '/auth/%63allback', '/%75sers', '/api/%6De')
  for (const path of spellings) expect((await front.ask(path)).status).toBe(404)
  await front.ask('/auth/elsewhere')
  expect(await labels()).toEqual(new Set([...before, '/metrics', 'unknown']))
})

test('A method that somebody made up is no label of its own', async () => {
  const { front, figures } = await measured({ users: 0 })
  for (const method of ['WISH', 'X'.repeat(50)]) await front.ask('/users', { method })
  const names = [...(await figures()).keys()].filter((name) => name.includes('status="405"'))
  expect(names).toEqual(['leaver_desk_requests_total{route="unknown",method="other",status="405"}'])
})

test('Calls to GenAuth are counted by name and by how they were judged', async () => {
  const { front, figures } = await measured()
  const headers = { cookie: await front.cookieOf('Chen Jing') }
  front.desk.sandbox.switches({
    faults: [{ call: 'get-user-roles', behave: '500', times: 1 }],
  })
  const { userId } = front.desk.person('li-wei')
  await front.ask(`/api/users/${userId}`, { headers })
  const told = await figures()
  const calls = (labels: string) => told.get(`leaver_desk_genauth_calls_total{${labels}}`)
  expect(calls('call="getUser",judgement="success",cause=""')).toBe(1)
  expect(calls('call="getUserRoles",judgement="refused",cause="answer"')).toBe(1)
  expect(told.get('leaver_desk_genauth_call_seconds_count{call="getUser"}')).toBe(1)
})

test('Acts, what became of them, and the last entry are told', async () => {
  const { front, figures } = await measured()
  const before = await figures()
  expect(before.get('leaver_desk_outcomes_total{outcome="done"}')).toBe(0)
  expect(before.get('leaver_desk_open_intents')).toBe(0)
  expect(before.get('leaver_desk_batches{state="running"}')).toBe(0)
  const headers = { ...fromOurPage, cookie: await front.cookieOf('Chen Jing') }
  const { userId } = front.desk.person('li-wei')
  const user = await (await front.ask(`/api/users/${userId}`, { headers })).json()
  const suspended = await front.ask(`/api/users/${userId}/suspend`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ version: user.version }),
  })
  expect(suspended.status).toBe(200)
  const plan = JSON.stringify({ kind: 'suspend', userIds: [userId] })
  await front.ask('/api/batches', { method: 'POST', headers, body: plan })
  const told = await figures()
  expect(told.get('leaver_desk_outcomes_total{outcome="done"}')).toBe(1)
  expect(told.get('leaver_desk_audit_last_entry')).toBe(await front.desk.store.audit.lastSeq())
  const inState = [...told].filter(([name]) => name.startsWith('leaver_desk_batches'))
  expect(inState.reduce((sum, [, count]) => sum + count, 0)).toBe(1)
  expect(
    told.get(
      'leaver_desk_genauth_calls_total{call="updateUserStatuses",judgement="success",cause=""}',
    ),
  ).toBe(1)
})

test('An act that has no outcome yet is open', async () => {
  const { front, figures } = await measured({ users: 0 })
  const { personId } = await front.desk.signIn('Chen Jing')
  await front.desk.store.acts.recordIntent(
    {
      action: 'suspendUser',
      userId: 'u1',
      personId,
      roles: ['operator'],
      personal: {},
      facts: {},
      requestId: null,
      snapshot: null,
    },
    front.desk.clock.now().toISOString(),
  )
  expect((await figures()).get('leaver_desk_open_intents')).toBe(1)
})

test('Whether everything is stopped is told, by whichever switch', async () => {
  const { front, figures } = await measured({ users: 0 })
  expect((await figures()).get('leaver_desk_stopped')).toBe(0)
  const { personId } = await front.desk.signIn('Chen Jing')
  const at = front.desk.clock.now().toISOString()
  const entry = {
    action: 'stopEverything',
    personId,
    batchId: null,
    facts: {},
    personal: {},
    requestId: null,
  }
  await front.desk.store.stop.set({ personId, at, reason: null }, { entry, at })
  expect((await figures()).get('leaver_desk_stopped')).toBe(1)
  const readOnly = await measured({ users: 0, settings: { readOnly: true } })
  expect((await readOnly.figures()).get('leaver_desk_stopped')).toBe(1)
})

test('Without its database a desk tells what it knows by itself', async () => {
  const { front, figures } = await measured({ users: 0 })
  expect((await figures()).get('leaver_desk_database_up')).toBe(1)
  await front.desk.loseStore()
  const told = await figures()
  expect(told.get('leaver_desk_database_up')).toBe(0)
  expect(told.has('leaver_desk_open_intents')).toBe(false)
  expect(told.get('process_resident_memory_bytes')).toBeGreaterThan(0)
})

test('What never becomes a request is counted as refused', async () => {
  const { front, figures } = await measured({ users: 0 })
  const listening = await listen(front.app, front.front, { host: '127.0.0.1', port: 0 })
  const answer = await fetch(`http://127.0.0.1:${listening.port}/`, {
    headers: { 'x-long': 'a'.repeat(20_000) },
  })
  expect(answer.status).toBe(431)
  expect((await figures()).get('leaver_desk_refusals_total{code="header_too_large"}')).toBe(1)
  listening.cut()
  await listening.stop()
})

test('No label tells of a person, and none of a user', async () => {
  const { front, figures } = await measured()
  const cookie = await front.cookieOf('Chen Jing')
  const { userId, name } = front.desk.person('li-wei')
  await front.ask(`/api/users/${userId}/record`, { headers: { cookie } })
  await front.ask('/api/look-ups', {
    method: 'POST',
    headers: { ...fromOurPage, cookie },
    body: JSON.stringify({ value: 'li.wei@hanlin.example', as: 'auto' }),
  })
  const { personId } = await front.desk.signIn('Chen Jing')
  const names = [...(await figures()).keys()].join('\n')
  for (const word of [userId, name, 'Chen Jing', personId, 'hanlin.example', '127.0.0.1']) {
    expect(names).not.toContain(word)
  }
})
