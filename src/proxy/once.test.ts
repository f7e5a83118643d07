import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fromOurPage, type OpenFront, openFront } from './front.fixture.ts'
import type { Handlers } from './handler.ts'
import { Refused } from './refused.ts'

let front: OpenFront
let cookie: string
/** What stopping a batch does in these tests, and how often it was done. */
let stop: Handlers['stopBatch']
let done: number
let slept: (times: number) => unknown

beforeEach(async () => {
  done = 0
  slept = () => undefined
  front = await openFront({
    slept: (times) => slept(times),
    does: {
      stopBatch(call) {
        done += 1
        return stop(call)
      },
    },
  })
  const batch = await front.desk.store.batches.create(
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
  stop = (call) =>
    front.does.getBatch({ ...call, body: undefined, params: { batchId: batch.batchId } })
  cookie = await front.cookieOf('Chen Jing')
})
afterEach(() => front.close())

async function send(key: string, more: { batchId?: number; cookie?: string; body?: string } = {}) {
  const answer = await front.ask(`/api/batches/${more.batchId ?? 1}/stop`, {
    method: 'POST',
    headers: { ...fromOurPage, cookie: more.cookie ?? cookie, 'idempotency-key': key },
    body: more.body ?? '{}',
  })
  return { status: answer.status, text: await answer.text() }
}

test('The same again is answered as the first time, and done once', async () => {
  const first = await send('one')
  front.desk.clock.move(60_000)
  const second = await send('one')
  expect(first.status).toBe(200)
  expect(second).toEqual(first)
  expect(done).toBe(1)
})

test('Another key is another intention', async () => {
  await send('one')
  await send('two')
  expect(done).toBe(2)
})

test('Without a key everything is done each time', async () => {
  const headers = { ...fromOurPage, cookie }
  for (const _ of [1, 2]) {
    await front.ask('/api/batches/1/stop', { method: 'POST', headers, body: '{}' })
  }
  expect(done).toBe(2)
})

test('The same key for something else is refused', async () => {
  await send('one')
  const other = await send('one', { batchId: 2 })
  expect(other.status).toBe(422)
  expect(JSON.parse(other.text)).toMatchObject({ code: 'idempotency_key_reused' })
  expect(done).toBe(1)
})

test('White space in a body does not make it another one', async () => {
  await send('one')
  await send('one', { body: ' { } ' })
  expect(done).toBe(1)
})

test('A key belongs to one person', async () => {
  await send('one')
  await send('one', { cookie: await front.cookieOf('Lin Mei') })
  expect(done).toBe(2)
})

test('A key belongs to one operation', async () => {
  await send('one')
  const answer = await front.ask('/api/batches/1/discard', {
    method: 'POST',
    headers: { ...fromOurPage, cookie, 'idempotency-key': 'one' },
    body: '{}',
  })
  expect(answer.status).not.toBe(422)
})

test('A second one in flight waits for the first', async () => {
  const begun = Promise.withResolvers<void>()
  const may = Promise.withResolvers<void>()
  const usual = stop
  stop = async (call) => {
    begun.resolve()
    await may.promise
    return usual(call)
  }
  const first = send('one')
  await begun.promise
  const second = send('one')
  slept = (times) => times === 3 && may.resolve()
  expect(await second).toEqual(await first)
  expect(done).toBe(1)
})

test('Who waits longer than any act takes is told that it has not ended', async () => {
  const may = Promise.withResolvers<void>()
  const usual = stop
  stop = async (call) => {
    await may.promise
    return usual(call)
  }
  const first = send('one')
  const second = await send('one')
  expect(JSON.parse(second.text)).toMatchObject({ code: 'internal' })
  may.resolve()
  expect((await first).status).toBe(200)
  expect(done).toBe(1)
})

test('What was refused before anything was sent may be tried again with the same key', async () => {
  const usual = stop
  stop = async () => {
    throw new Refused('cannot_record', 'It could not be written down.')
  }
  expect((await send('one')).status).toBe(503)
  stop = usual
  expect((await send('one')).status).toBe(200)
  expect(done).toBe(2)
})

test('What failed in a way that nobody foresaw may be tried again with the same key', async () => {
  const usual = stop
  stop = async () => {
    throw new Error('lost')
  }
  expect((await send('one')).status).toBe(500)
  stop = usual
  expect((await send('one')).status).toBe(200)
})

test('What somebody may not do uses up no key', async () => {
  const viewer = await front.cookieOf('Sun Tao', 'viewer')
  expect((await send('one', { cookie: viewer })).status).toBe(403)
  await front.desk.signIn('Sun Tao', 'operator')
  expect((await send('one', { cookie: viewer })).status).toBe(200)
})

test('After a day a key is forgotten', async () => {
  await send('one')
  front.desk.clock.move(25 * 3_600_000)
  await send('one', { cookie: await front.cookieOf('Chen Jing') })
  expect(done).toBe(2)
})

test.each(['', ' ', 'a b', 'ключ', 'a'.repeat(201)])('"%s" is no key', async (key) => {
  const { status } = await send(Buffer.from(key).toString('latin1'))
  expect(status).toBe(400)
  expect(done).toBe(0)
})

test('The longest key is one of 200 characters', async () => {
  expect((await send('~'.repeat(200))).status).toBe(200)
})

test('A question takes no key', async () => {
  const headers = { ...fromOurPage, cookie, 'idempotency-key': randomUUID() }
  for (const page of [1, 2]) {
    const body = JSON.stringify({ page })
    expect((await front.ask('/api/directory', { method: 'POST', headers, body })).status).toBe(200)
  }
})
