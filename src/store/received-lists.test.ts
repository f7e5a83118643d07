import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { chunks, receivedList } from './batch.fixture.ts'
import { databasesOn, engines, friday, minutesLater } from './database.fixture.ts'
import { signInLinYue } from './people.fixture.ts'
import type { Store } from './store.ts'
import { Superseded, TooManyBytes } from './store.ts'

const limit = 20 * 1024 * 1024
const aDay = 24 * 60

describe.each(engines)('the bytes of lists on %s', (engine) => {
  const { open, meddle } = databasesOn(engine)

  const kept = async (databaseUrl: string) => {
    const [lists] = await meddle(databaseUrl, 'select count(*) as count from lists')
    const [pieces] = await meddle(databaseUrl, 'select count(*) as count from list_pieces')
    return [Number(lists?.count), Number(pieces?.count)]
  }

  test('come back as they came, counted and hashed, in pieces of one size', async () => {
    const { lists, databaseUrl } = await open()
    const sent = randomBytes(1_000_000)
    async function* oddly() {
      let from = 0
      for (const length of [0, 1, 7, 300_000, 524_288]) {
        yield sent.subarray(from, from + length)
        from += length
      }
      yield sent.subarray(from)
    }
    const received = await lists.receive(oddly(), limit, friday)
    expect(received).toEqual({
      listId: received.listId,
      bytes: 1_000_000,
      sha256: createHash('sha256').update(sent).digest('hex'),
      receivedAt: friday,
    })
    const pieces: Uint8Array[] = []
    for await (const piece of lists.bytes(received.listId)) pieces.push(piece)
    expect(pieces.map(({ length }) => length)).toEqual([262_144, 262_144, 262_144, 213_568])
    expect(Buffer.concat(pieces).equals(sent)).toBe(true)
    expect(await kept(databaseUrl)).toEqual([1, 4])
  })

  test('are kept as they come, not when all have come', async () => {
    const { lists, databaseUrl } = await open()
    const seen: number[][] = []
    async function* watched() {
      for (let piece = 0; piece < 3; piece += 1) {
        seen.push(await kept(databaseUrl))
        yield Buffer.alloc(262_144)
      }
    }
    await lists.receive(watched(), limit, friday)
    expect(seen).toEqual([
      [1, 0],
      [1, 1],
      [1, 2],
    ])
  })

  test('may be none at all', async () => {
    const { lists } = await open()
    const received = await lists.receive(chunks(''), limit, friday)
    expect(received).toMatchObject({
      bytes: 0,
      sha256: createHash('sha256').digest('hex'),
    })
    expect(await textOf(lists, received.listId)).toBe('')
  })

  test('may be as many as the limit, and not one more; then nothing is kept and no more is read', async () => {
    const { lists, databaseUrl } = await open()
    const some = 'x'.repeat(600_000)
    const { listId } = await lists.receive(chunks(some), 600_000, friday)
    expect(await textOf(lists, listId)).toBe(some)
    await lists.drop(listId)

    let asked = 0
    let ended = false
    async function* endless() {
      try {
        for (;;) {
          asked += 1
          yield Buffer.alloc(100_000)
        }
      } finally {
        ended = true
      }
    }
    await expect(lists.receive(endless(), 599_999, friday)).rejects.toThrow(TooManyBytes)
    expect(asked).toBe(6)
    expect(ended).toBe(true)
    expect(await kept(databaseUrl)).toEqual([0, 0])
  })

  test('that break off are not kept, and the reason is told', async () => {
    const { lists, databaseUrl } = await open()
    const reset = new Error('the browser went away')
    async function* broken() {
      yield Buffer.alloc(700_000)
      throw reset
    }
    await expect(lists.receive(broken(), limit, friday)).rejects.toBe(reset)
    expect(await kept(databaseUrl)).toEqual([0, 0])
  })

  test('of two lists that come at the same time do not mix', async () => {
    const { lists } = await open()
    const texts = ['王芳\n'.repeat(60_000), 'Li Wei\n'.repeat(60_000)]
    const received = await Promise.all(
      texts.map((text) => lists.receive(chunks(text, 10_007), limit, friday)),
    )
    for (const [index, { listId }] of received.entries()) {
      expect(await textOf(lists, listId)).toBe(texts[index])
    }
  })

  test('that no batch has can be let go of, those of a batch cannot', async () => {
    const store = await open()
    const { lists, batches } = store
    const list = await receivedList(store, ['li-wei'])
    const lost = await receivedList(store, ['li-na'])
    const plan = { kind: 'delete', title: '', reason: null, endSessions: false, parentId: null }
    const createdBy = await signInLinYue(store)
    await batches.create({ ...plan, createdBy, lists: [list] }, friday)
    await lists.drop(list.listId)
    await lists.drop(lost.listId)
    await lists.drop('nobody knows it')
    expect(await textOf(lists, list.listId)).toBe('li-wei')
    await expect(textOf(lists, lost.listId)).rejects.toThrow(Superseded)
  })

  test('that are let go of as a batch takes them are the batch’s or nobody’s', async () => {
    const store = await open()
    const { lists, batches } = store
    const createdBy = await signInLinYue(store)
    const plan = { kind: 'delete', title: '', reason: null, endSessions: false, parentId: null }
    for (let round = 0; round < 10; round += 1) {
      const list = await receivedList(store, ['li-wei'])
      const [made] = await Promise.allSettled([
        batches.create({ ...plan, createdBy, lists: [list] }, friday),
        lists.drop(list.listId),
      ])
      if (made.status === 'fulfilled') expect(await textOf(lists, list.listId)).toBe('li-wei')
      else expect(made.reason).toBeInstanceOf(Superseded)
    }
  })

  test('that go while they are read end with a refusal, not as a shorter list', async () => {
    const { lists } = await open()
    const { listId } = await lists.receive(chunks('x'.repeat(600_000)), limit, friday)
    const reading = lists.bytes(listId)[Symbol.asyncIterator]()
    await reading.next()
    await lists.drop(listId)
    await expect(reading.next()).rejects.toThrow(Superseded)
  })

  test('that no batch ever took are forgotten at a start a day later', async () => {
    const first = await open()
    const list = await receivedList(first, ['li-wei'])
    const young = await first.lists.receive(chunks('young'), limit, minutesLater(5))
    const old = await first.lists.receive(chunks('old'), limit, friday)
    const plan = { kind: 'delete', title: '', reason: null, endSessions: false, parentId: null }
    const createdBy = await signInLinYue(first)
    await first.batches.create({ ...plan, createdBy, lists: [list] }, friday)
    const { databaseUrl } = first
    await first.close()

    const nextDay = new Date(minutesLater(aDay + 1))
    const { lists } = await open({ databaseUrl, now: () => nextDay })
    expect(await textOf(lists, list.listId)).toBe('li-wei')
    expect(await textOf(lists, young.listId)).toBe('young')
    await expect(textOf(lists, old.listId)).rejects.toThrow(Superseded)
  })
})

async function textOf(lists: Store['lists'], listId: string): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of lists.bytes(listId)) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}
