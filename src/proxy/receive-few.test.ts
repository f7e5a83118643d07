import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { uploadsAtATime } from './client-limits.ts'
import { address, openReceiving, type Receiving } from './receive.fixture.ts'

let desk: Receiving
beforeEach(async () => {
  desk = await openReceiving()
})
afterEach(() => desk.close())

/** A body of which one piece comes, and the rest when it is let go. */
function held() {
  const { promise: letGo, resolve } = Promise.withResolvers<void>()
  let pulled = 0
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        pulled += 1
        if (pulled === 1) return controller.enqueue(new Uint8Array(300_000).fill(48))
        await letGo
        controller.close()
      },
    },
    { highWaterMark: 0 },
  )
  return { body, letGo: () => resolve(), pulled: () => pulled }
}

/** An upload that has begun, and waits. */
async function begin(more: Record<string, string> = {}) {
  const { body, letGo } = held()
  const before = desk.piecesKept()
  const answer = desk.send(body, more)
  await expect.poll(() => desk.piecesKept()).toBe(before + 1)
  return async () => {
    letGo()
    return answer
  }
}

const cookieOf = async (name: string) => ({ cookie: await desk.front.cookieOf(name) })

test('A list for a batch that may not have it is refused before its first byte', async () => {
  const { batches } = desk.front.desk.store
  const to = (batchId: number) => `${address}&batchId=${batchId}`
  const refusals: unknown[] = []
  const refused = async (batchId: number, more: Record<string, string> = {}) => {
    const { body, pulled } = held()
    const { status, code } = await desk.send(body, more, to(batchId))
    refusals.push([status, code, pulled(), desk.piecesKept()])
  }
  await refused(1_999_999_999)
  await refused(desk.batchId, await cookieOf('Lin Mei'))
  await batches.change(desk.batchId, ['draft'], { state: 'finished' })
  await refused(desk.batchId)
  expect(refusals).toEqual([
    [404, 'not_found', 0, 0],
    [403, 'role_required', 0, 0],
    [409, 'wrong_state', 0, 0],
  ])
  expect(desk.received).toEqual([])
})

test('A second list of one person is refused while the first is on its way, and no one else’s', async () => {
  const end = await begin()
  const second = held()
  const again = await cookieOf('Chen Jing')
  for (const more of [{}, again]) {
    expect(await desk.send(second.body, more)).toMatchObject({
      status: 409,
      code: 'list_on_its_way',
      message: 'Another list of yours is still on its way. Wait until it is here, or stop it.',
    })
  }
  expect([second.pulled(), desk.piecesKept()]).toEqual([0, 1])
  expect(await desk.send(Buffer.from('wudi'), await cookieOf('Lin Mei'))).toMatchObject({
    status: 200,
  })
  expect(await end()).toMatchObject({ status: 200 })
  expect(await desk.send(Buffer.from('liwei'))).toMatchObject({ status: 200 })
})

test('A list that is sent again while it is on its way is done once, and answered later', async () => {
  const key = { 'idempotency-key': randomUUID() }
  const end = await begin(key)
  const second = desk.send(new Uint8Array(300_000).fill(48), key)
  const first = await end()
  expect(first).toMatchObject({ status: 200 })
  expect(await second).toEqual(first)
  expect(await desk.send(new Uint8Array(300_000).fill(48), key)).toEqual(first)
  expect(desk.received).toHaveLength(1)
})

test('What was received once is answered again, whatever has become of the batch', async () => {
  const key = { 'idempotency-key': randomUUID() }
  const to = `${address}&batchId=${desk.batchId}`
  const first = await desk.send(Buffer.from('liwei'), key, to)
  expect(first).toMatchObject({ status: 200 })
  await desk.front.desk.store.batches.change(desk.batchId, ['draft', 'checking', 'checked'], {
    state: 'finished',
  })
  expect(await desk.send(Buffer.from('liwei'), key, to)).toEqual(first)
  expect(await desk.send(Buffer.from('liwei'), {}, to)).toMatchObject({ code: 'wrong_state' })
})

test('Of all people together only so many lists come at a time', async () => {
  const ends: (() => Promise<unknown>)[] = []
  for (let at = 0; at < uploadsAtATime; at += 1) {
    ends.push(await begin(await cookieOf(`Operator ${at}`)))
  }
  const one = held()
  const refused = await desk.post(one.body)
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10'])
  expect(await refused.json()).toMatchObject({ code: 'too_many_requests' })
  expect([one.pulled(), desk.piecesKept()]).toEqual([0, uploadsAtATime])
  await Promise.all(ends.map((end) => end()))
  expect(desk.piecesKept()).toBe(0)
  expect(await desk.send(Buffer.from('liwei'))).toMatchObject({ status: 200 })
})
