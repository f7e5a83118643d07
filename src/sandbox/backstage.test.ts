import { get } from 'node:http'
import { expect, test } from 'vitest'
import { personIn, sandboxInTest, sdkFor } from './sandbox.fixture.ts'
import type { Sandbox } from './sandbox.ts'

const post = (sandbox: Sandbox, body: string, headers: Record<string, string> = {}) =>
  fetch(`${sandbox.url}/sandbox/switches`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })

test('the ledger says who was named, what happened to them, and what was answered', async () => {
  const now = () => new Date('2026-11-21T12:00:00Z')
  const sandbox = await sandboxInTest({ now })
  const sdk = sdkFor(sandbox)
  const [liWei, wuDi] = [personIn(sandbox, 'li-wei').userId, personIn(sandbox, 'wu-di').userId]
  await sdk.resignUserBatch({ userIds: ['liwei', 'nobody'], userIdType: undefined })
  const deleted = await sdk.deleteUsersBatch({ userIds: [liWei, wuDi] })
  const over = await fetch(`${sandbox.url}/sandbox/ledger`)
  expect(await over.json()).toEqual(sandbox.ledger())
  expect(sandbox.ledger()).toMatchObject([
    {
      seq: 1,
      call: 'resign-user-batch',
      effects: { liwei: 'none', nobody: 'none' },
      answered: { httpStatus: 200, statusCode: 404, apiCode: 2004 },
    },
    {
      seq: 2,
      at: '2026-11-21T12:00:00.000Z',
      call: 'delete-users-batch',
      method: 'POST',
      requestId: deleted.requestId,
      ids: [liWei, wuDi],
      userIdType: 'user_id',
      effects: { [liWei]: 'deleted', [wuDi]: 'deleted' },
      answered: { httpStatus: 200, statusCode: 200 },
      withheld: false,
      fault: null,
    },
  ])
})

test('no secret and no token stands in the ledger', async () => {
  const sandbox = await sandboxInTest()
  await fetch(`${sandbox.url}/api/v3/get-management-token`, {
    method: 'POST',
    body: JSON.stringify({ accessKeyId: 'x', accessKeySecret: sandbox.accessKeySecret }),
  })
  expect(JSON.stringify(sandbox.ledger())).not.toContain('not-a-real')
})

test('the ledger can be asked for what came after a call, and for its sums', async () => {
  const sandbox = await sandboxInTest()
  const sdk = sdkFor(sandbox)
  const userId = personIn(sandbox, 'li-wei').userId
  for (let n = 0; n < 3; n += 1) await sdk.getUser({ userId })
  await sdk.resignUserBatch({ userIds: [userId, personIn(sandbox, 'wu-di').userId] })
  await sdk.getUser({ userId: 'nobody' })
  const asked = async (path: string) => (await fetch(sandbox.url + path)).json()
  expect(await asked('/sandbox/ledger?after=3')).toEqual(sandbox.ledger().slice(3))
  expect(await asked('/sandbox/ledger?after=5')).toEqual([])
  expect(await asked('/sandbox/tally')).toEqual({
    seq: 5,
    calls: { 'get-user': 4, 'resign-user-batch': 1 },
    ids: { 'get-user': 4, 'resign-user-batch': 2 },
    answers: { '200': 4, '404': 1 },
    effects: { resigned: 2 },
    touched: 2,
  })
})

test.each(['-1', 'x', '', '1e3', '1&after=2'])('the ledger after %j is refused', async (after) => {
  const { url } = await sandboxInTest()
  expect((await fetch(`${url}/sandbox/ledger?after=${after}`)).status).toBe(400)
})

test('the named people can be found with what they are there for', async () => {
  const sandbox = await sandboxInTest()
  const answer = await fetch(`${sandbox.url}/sandbox/people`)
  expect(await answer.json()).toEqual(sandbox.people())
  expect(personIn(sandbox, 'li-wei')).toEqual({
    key: 'li-wei',
    about: expect.stringContaining('WeChat'),
    userId: '65f1c0a94be2d7831e0a9c42',
    name: 'Li Wei',
    nickname: '李伟',
    username: 'liwei',
    email: 'li.wei@hanlin.example',
    phone: '13800134821',
    externalId: '10023',
    status: 'Activated',
  })
})

test('switches over HTTP change policy, faults and pace while it runs', async () => {
  const sandbox = await sandboxInTest({ now: () => new Date('2026-11-21T12:00:00Z') })
  const sdk = sdkFor(sandbox)
  const faults = [{ call: 'get-user', behave: '503', times: 1 }]
  const body = JSON.stringify({ policy: 'missing=silent', faults, latencyMs: 1, rps: 3 })
  expect((await post(sandbox, body)).status).toBe(200)
  expect(await sdk.resignUser({ userId: 'nobody' })).toMatchObject({ statusCode: 200 })
  expect(await sdk.getUser({ userId: 'nobody' })).toMatchObject({ statusCode: 503 })
  expect(await sdk.listExtIdp({})).toMatchObject({ statusCode: 200 })
  expect(await sdk.listExtIdp({})).toMatchObject({ statusCode: 429 })
})

test.each([
  ['{"policy":"missing=maybe"}', 400],
  ['{"faults":[{"behave":"explode"}]}', 400],
  ['{"unknown":1}', 400],
  ['{', 400],
  ['[]', 400],
])('switches that make no sense, %s, are refused and change nothing', async (body, status) => {
  const sandbox = await sandboxInTest()
  expect((await post(sandbox, body)).status).toBe(status)
  const answer = await sdkFor(sandbox).resignUser({ userId: 'nobody' })
  expect(answer.statusCode).toBe(404)
})

test('a page of another site can neither write the switches nor read the ledger', async () => {
  const sandbox = await sandboxInTest()
  const asForm = await post(sandbox, '{"rps":1}', { 'content-type': 'text/plain' })
  expect(asForm.status).toBe(415)
  const answer = await fetch(`${sandbox.url}/sandbox/ledger`)
  expect(answer.headers.has('access-control-allow-origin')).toBe(false)
})

test('a name that only points at this machine reads nothing', async () => {
  const { url } = await sandboxInTest()
  const status = await new Promise((resolve, reject) => {
    get(`${url}/sandbox/people`, { headers: { host: 'rebound.example' } }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    }).on('error', reject)
  })
  expect(status).toBe(421)
})

test('every call takes as long as it should', async () => {
  const sandbox = await sandboxInTest({ latencyMs: 80 })
  const begun = performance.now()
  await sdkFor(sandbox).listExtIdp({})
  expect(performance.now() - begun).toBeGreaterThan(75)
})

test('the sandbox is reached as 127.0.0.1 and as localhost', async () => {
  const sandbox = await sandboxInTest()
  for (const host of ['127.0.0.1', 'localhost']) {
    const answer = await fetch(`${sandbox.url.replace('127.0.0.1', host)}/sandbox/people`)
    expect(answer.status).toBe(200)
  }
})

test('a port that is taken is an error, not a crash', async () => {
  const sandbox = await sandboxInTest()
  const port = Number(new URL(sandbox.url).port)
  await expect(sandboxInTest({ port })).rejects.toThrow(`SANDBOX_PORT: ${port} is taken`)
})
