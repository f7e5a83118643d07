import { expect, test } from 'vitest'
import type { Behaviour } from './fault.ts'
import { personIn, sandboxInTest, sdkFor, tokenFor } from './sandbox.fixture.ts'
import type { Sandbox } from './sandbox.ts'

async function zhaoMinIn() {
  const sandbox = await sandboxInTest()
  return { sandbox, sdk: sdkFor(sandbox, 300), userId: personIn(sandbox, 'zhao-min').userId }
}

test.each([
  ['401', 401],
  ['403', 403],
  ['404', 404],
  ['429', 429],
  ['499', 499],
  ['500', 500],
  ['503', 503],
] as const)(
  'a planted %s is an envelope that says so, and changes nothing',
  async (behave, statusCode) => {
    const { sandbox, sdk, userId } = await zhaoMinIn()
    sandbox.switches({ faults: [{ call: 'resign-user', behave }] })
    expect(await sdk.resignUser({ userId })).toMatchObject({ statusCode })
    expect(await sdk.getUser({ userId })).toMatchObject({ data: { status: 'Activated' } })
  },
)

const spoilt: [Behaviour, { status?: number; body?: RegExp }][] = [
  ['html', { status: 200, body: /^<!doctype html>/ }],
  ['empty', { status: 200, body: /^$/ }],
  ['204', { status: 204, body: /^$/ }],
  ['redirect', { status: 302 }],
  ['truncate', { status: 200, body: /^\{"statusCode":200,"message":[^}]*$/ }],
  ['success-false', { status: 200, body: /"success":false/ }],
]

test.each(spoilt)('a call can be applied and then answered with %s', async (behave, seen) => {
  const { sandbox, userId } = await zhaoMinIn()
  sandbox.switches({ faults: [{ call: 'writes', behave, afterApplying: true, times: 1 }] })
  const { status, body } = await resignRaw(sandbox, userId)
  expect(status).toBe(seen.status)
  if (seen.body) expect(body).toMatch(seen.body)
  expect(sandbox.ledger().at(-1)?.effects).toEqual({ [userId]: 'resigned' })
})

/** Resigns a user without any client in between; redirects are left alone. */
async function resignRaw(sandbox: Sandbox, userId: string) {
  const answer = await fetch(`${sandbox.url}/api/v3/resign-user`, {
    method: 'POST',
    redirect: 'manual',
    headers: { authorization: await tokenFor(sandbox) },
    body: JSON.stringify({ userId }),
  })
  return { status: answer.status, body: await answer.text() }
}

test('an answer can be larger than anybody should read', async () => {
  const { sandbox, userId } = await zhaoMinIn()
  sandbox.switches({ faults: [{ userId, behave: 'huge' }] })
  const { body } = await resignRaw(sandbox, userId)
  expect(body.length).toBeGreaterThan(20_000_000)
})

test.each(['reset', 'cut'] as const)(
  'a connection can end by %s before anything is done',
  async (behave) => {
    const { sandbox, userId } = await zhaoMinIn()
    sandbox.switches({ faults: [{ userId, behave, times: 1 }] })
    await expect(resignRaw(sandbox, userId)).rejects.toThrow()
    expect(sandbox.ledger().at(-1)).toMatchObject({ effects: { [userId]: 'none' }, withheld: true })
  },
)

test('a call can hang without being applied', async () => {
  const { sandbox, sdk, userId } = await zhaoMinIn()
  sandbox.switches({ faults: [{ call: 'resign-user', behave: 'hang', times: 1 }] })
  await expect(sdk.resignUser({ userId })).rejects.toMatchObject({ code: 'ECONNABORTED' })
  expect(await sdk.getUser({ userId })).toMatchObject({ data: { status: 'Activated' } })
  expect(await sdk.resignUser({ userId })).toMatchObject({ statusCode: 200 })
})

test('a call can be applied after its caller has given up', async () => {
  const { sandbox, sdk, userId } = await zhaoMinIn()
  sandbox.switches({ faults: [{ call: 'resign-user', behave: 'late', delayMs: 1500 }] })
  await expect(sdk.resignUser({ userId })).rejects.toThrow()
  expect(await sdk.getUser({ userId })).toMatchObject({ data: { status: 'Activated' } })
  await expect
    .poll(async () => (await sdk.getUser({ userId })).data.status, { timeout: 8000 })
    .toBe('Resigned')
  expect(sandbox.ledger()[0]).toMatchObject({ effects: { [userId]: 'resigned' }, answered: null })
})

test('a fault can strike one kind of id only, and only so often', async () => {
  const { sandbox, sdk } = await zhaoMinIn()
  const faults = [{ call: 'get-user', userIdType: 'phone', behave: '500', times: 2 }] as const
  sandbox.switches({ faults: [...faults] })
  const as = async (userIdType: 'phone' | 'username') =>
    (await sdk.getUser({ userId: '10023', userIdType })).statusCode
  expect([await as('phone'), await as('username'), await as('phone'), await as('phone')]).toEqual([
    500, 200, 500, 200,
  ])
})

test('a fault can spare the first calls and strike the next ones only', async () => {
  const { sandbox, sdk, userId } = await zhaoMinIn()
  sandbox.switches({ faults: [{ call: 'get-user', behave: '503', after: 2, times: 1 }] })
  const statusCodes: number[] = []
  for (let n = 0; n < 4; n += 1) {
    await sdk.getUserRoles({ userId })
    statusCodes.push((await sdk.getUser({ userId })).statusCode)
  }
  expect(statusCodes).toEqual([200, 200, 503, 200])
})

test('two faults can take turns', async () => {
  const { sandbox, sdk, userId } = await zhaoMinIn()
  sandbox.switches({
    faults: [
      { behave: '429', times: 2 },
      { behave: '500', after: 2, times: 1 },
    ],
  })
  const statusCodes: number[] = []
  for (let n = 0; n < 4; n += 1) statusCodes.push((await sdk.getUser({ userId })).statusCode)
  expect(statusCodes).toEqual([429, 429, 500, 200])
})

test.each(['3', 'Sat, 21 Nov 2026 12:00:09 GMT', '-1', 'soon', ''])(
  'a planted 429 can say Retry-After: %s',
  async (retryAfter) => {
    const { sandbox, userId } = await zhaoMinIn()
    sandbox.switches({ faults: [{ call: 'get-user', behave: '429', retryAfter }] })
    const answer = await fetch(`${sandbox.url}/api/v3/get-user?userId=${userId}`, {
      headers: { authorization: await tokenFor(sandbox) },
    })
    expect(answer.headers.get('retry-after')).toBe(retryAfter)
    expect(await answer.json()).toMatchObject({ statusCode: 429 })
  },
)

test('a Retry-After that no header can hold is refused', async () => {
  const { sandbox } = await zhaoMinIn()
  expect(() => sandbox.switches({ faults: [{ behave: '429', retryAfter: 'a\r\nb: c' }] })).toThrow()
})

test('faults that are set replace those before; the named people keep theirs', async () => {
  const { sandbox, sdk, userId } = await zhaoMinIn()
  sandbox.switches({ faults: [{ behave: '503' }] })
  expect(await sdk.getUser({ userId })).toMatchObject({ statusCode: 503 })
  sandbox.switches({ faults: [] })
  expect(await sdk.getUser({ userId })).toMatchObject({ statusCode: 200 })
  const { userId: stan } = personIn(sandbox, 'stubborn-stan')
  await sdk.resignUser({ userId: stan })
  expect(await sdk.getUser({ userId: stan })).toMatchObject({ data: { status: 'Activated' } })
})

test('no answer in flight keeps the sandbox from closing', async () => {
  const { sandbox, sdk, userId } = await zhaoMinIn()
  sandbox.switches({ faults: [{ behave: 'hang' }] })
  const hanging = sdk.getUser({ userId })
  await expect.poll(() => sandbox.ledger().length).toBe(1)
  await sandbox.close()
  await expect(hanging).rejects.toThrow()
})
