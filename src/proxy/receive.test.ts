import { createHash, randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listFileLimit } from '#contract/limits.ts'
import { Superseded } from '#store/store.ts'
import { address, openReceiving, type Receiving } from './receive.fixture.ts'
import { Refused } from './refused.ts'

let desk: Receiving
let received: Receiving['received']
let send: Receiving['send']

beforeEach(async () => {
  desk = await openReceiving()
  received = desk.received
  send = desk.send
})
afterEach(() => desk.close())

/** So many bytes in chunks of 64 KiB, and what happens after them. */
function chunks(bytes: number, then: 'ends' | 'breaks' = 'ends'): ReadableStream<Uint8Array> {
  let left = bytes
  return new ReadableStream({
    pull(controller) {
      if (left > 0) {
        const length = Math.min(left, 64 * 1024)
        left -= length
        controller.enqueue(new Uint8Array(length).fill(48))
      } else if (then === 'ends') controller.close()
      else controller.error(new Error('the line went dead'))
    },
  })
}

test('Bytes arrive as they were sent, with their length and digest, and are kept meanwhile', async () => {
  const list = '\u{feff}工号,姓名\r\n0010203,赵敏\r\n'
  expect(await send(Buffer.from(list))).toMatchObject({ status: 200, title: 'Leavers' })
  expect(received).toMatchObject([
    {
      bytes: Buffer.byteLength(list),
      sha256: createHash('sha256').update(list).digest('hex'),
      receivedAt: desk.front.desk.clock.now().toISOString(),
      text: list,
    },
  ])
})

test('Bytes that no batch took are let go of', async () => {
  await send(Buffer.from('liwei'))
  await expect(desk.contents(received[0]?.listId ?? '')).rejects.toBeInstanceOf(Superseded)
})

test('Bytes are let go of when the desk refuses', async () => {
  desk.answer = async () => {
    throw new Refused('blank_list', 'The list is empty.')
  }
  expect(await send(Buffer.from(' '))).toMatchObject({ status: 400, code: 'blank_list' })
  await expect(desk.contents(received[0]?.listId ?? '')).rejects.toBeInstanceOf(Superseded)
})

test('No body is one of no bytes', async () => {
  await send(null)
  await send(new Uint8Array())
  expect(received.map(({ bytes }) => bytes)).toEqual([0, 0])
})

test.each([
  'application/json',
  'text/plain',
  'text/csv',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/octet-stream; charset=utf-8',
  '',
])('A file of type "%s" is refused', async (type) => {
  expect(await send(Buffer.from('liwei'), { 'content-type': type })).toMatchObject({
    status: 415,
    code: 'unsupported_media_type',
  })
  expect(received).toEqual([])
})

test('A compressed file is refused', async () => {
  expect(await send(Buffer.from('liwei'), { 'content-encoding': 'gzip' })).toMatchObject({
    status: 415,
  })
})

test('A file from another site, of nobody, or of a viewer is not even read', async () => {
  let asked = 0
  const unread = () =>
    new ReadableStream(
      {
        pull(controller) {
          asked += 1
          controller.close()
        },
      },
      { highWaterMark: 0 },
    )
  const viewer = await desk.front.cookieOf('Sun Tao', 'viewer')
  const origin = 'https://elsewhere.example'
  expect(await send(unread(), { origin })).toMatchObject({ code: 'cross_site' })
  expect(await send(unread(), { cookie: '' })).toMatchObject({ code: 'sign_in_required' })
  expect(await send(unread(), { cookie: viewer })).toMatchObject({ code: 'role_required' })
  expect(await send(unread(), {}, '/api/lists')).toMatchObject({ code: 'bad_request' })
  expect(await send(unread(), { 'idempotency-key': '' })).toMatchObject({ code: 'bad_request' })
  desk.front.stop()
  expect(await send(unread())).toMatchObject({ code: 'stopping' })
  expect(asked).toBe(0)
})

test('Twenty megabytes fit, and one byte more does not', async () => {
  expect(await send(chunks(listFileLimit))).toMatchObject({ status: 200 })
  expect(await send(chunks(listFileLimit + 1))).toMatchObject({ status: 413, code: 'too_large' })
  expect(received).toMatchObject([{ bytes: listFileLimit }])
})

test('A length beyond the limit, or none that is one, is refused unread', async () => {
  for (const length of [`${listFileLimit + 1}`, '1e99', '-', 'NaN']) {
    expect(await send(chunks(10), { 'content-length': length })).toMatchObject({ status: 413 })
  }
  expect(received).toEqual([])
})

test.each([['5'], ['7']])('A length of %s for six bytes is refused', async (length) => {
  expect(await send(Buffer.from('liwei\n'), { 'content-length': length })).toMatchObject({
    status: 400,
    code: 'bad_request',
  })
  expect(received).toEqual([])
})

test('A file that breaks off is refused', async () => {
  expect(await send(chunks(300_000, 'breaks'))).toMatchObject({ status: 400, code: 'bad_request' })
  expect(received).toEqual([])
})

test('Nothing is kept that cannot be written down', async () => {
  await desk.front.desk.loseStore()
  expect((await send(Buffer.from('liwei'))).status).toBeGreaterThanOrEqual(500)
  expect(received).toEqual([])
})

test('The same file again under the same key is answered as the first time, and done once', async () => {
  const key = { 'idempotency-key': randomUUID() }
  const first = await send(Buffer.from('liwei'), key)
  expect(await send(Buffer.from('liwei'), key)).toEqual(first)
  expect(received).toHaveLength(1)
})

test('Another file, or other words about it, under the same key is refused', async () => {
  const key = { 'idempotency-key': randomUUID() }
  await send(Buffer.from('liwei'), key)
  const refusal = { status: 422, code: 'idempotency_key_reused' }
  expect(await send(Buffer.from('wudi'), key)).toMatchObject(refusal)
  expect(await send(Buffer.from('liwei'), key, address.replace('delete', 'suspend'))).toMatchObject(
    refusal,
  )
  expect(received).toHaveLength(1)
})

test('A key whose file was refused can be used again', async () => {
  const key = { 'idempotency-key': randomUUID() }
  const usual = desk.answer
  desk.answer = async () => {
    throw new Refused('cannot_record', 'It could not be written down.')
  }
  expect(await send(Buffer.from('liwei'), key)).toMatchObject({ status: 503 })
  desk.answer = usual
  expect(await send(Buffer.from('liwei'), key)).toMatchObject({ status: 200 })
})
