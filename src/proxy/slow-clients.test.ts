import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Patience } from './client-limits.ts'
import { patience } from './client-limits.ts'
import { type OpenFront, openFront } from './front.fixture.ts'
import { type Listening, listen } from './listen.ts'

const long = 60_000
const unhurried: Patience = {
  head: long,
  body: long,
  upload: long,
  idle: long,
  still: long,
  round: 20,
  farewell: 50,
}

let front: OpenFront
let cookie: string
let listening: Listening | undefined
/** What whoever answers the directory waits for. */
let may: PromiseWithResolvers<void>
beforeAll(async () => {
  front = await openFront({
    does: {
      async listUsers() {
        await may.promise
        return { totalCount: 0, page: 1, users: [] }
      },
    },
  })
  cookie = await front.cookieOf('Chen Jing')
})
afterEach(async () => {
  listening?.cut()
  await listening?.stop()
})
afterAll(() => front.close())

async function serve(hurried: Partial<Patience>): Promise<void> {
  const at = { host: '127.0.0.1', port: 0 }
  listening = await listen(front.app, front.front, at, { ...unhurried, ...hurried })
}

/** Somebody who never ends a connection by themselves, and writes on until nobody is there to take it. */
async function client() {
  const socket = connect({
    port: listening?.port ?? 0,
    host: '127.0.0.1',
    allowHalfOpen: true,
  })
  let heard = ''
  socket.on('data', (some: Buffer) => {
    heard += some.toString('latin1')
  })
  // Who is cut off while they write learns it like this.
  socket.on('error', () => undefined)
  const trickle = (byte: string) => {
    const timer = setInterval(() => socket.write(byte), 5)
    socket.once('close', () => clearInterval(timer))
  }
  socket.on('end', () => trickle(' '))
  await once(socket, 'connect')
  const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(heard)))
  return {
    say: (text: string | Uint8Array) => socket.write(text),
    /** One byte after the other, for as long as they are taken. */
    trickle,
    heard: () => heard,
    answered: () => expect.poll(() => heard).toMatch(/^HTTP/),
    /** What was heard until the other side cut the connection. */
    closed,
  }
}

const head = (path: string, type: string, length: number) =>
  [
    `POST ${path} HTTP/1.1`,
    'Host: 127.0.0.1:8080',
    'Origin: http://127.0.0.1:8080',
    'X-Leaver-Desk: 1',
    `Content-Type: ${type}`,
    `Content-Length: ${length}`,
    `Cookie: ${cookie}`,
    '\r\n',
  ].join('\r\n')
const lookUp = (length: number) => head('/api/look-ups', 'application/json', length)
const upload = (length: number) =>
  head('/api/lists?kind=suspend&source=paste', 'application/octet-stream', length)

function expectTooSlow(heard: string): void {
  expect(heard).toMatch(/^HTTP\/1\.1 400 /)
  expect(heard).toContain('"message":"The request came too slowly."')
  expect(heard.toLowerCase()).toContain("content-security-policy: default-src 'none'")
}

test('Who says nothing is let go', async () => {
  await serve({ head: 60 })
  const { closed } = await client()
  expectTooSlow(await closed)
})

test('Who sends a header byte by byte is let go, and goes though they write on', async () => {
  await serve({ head: 100 })
  const { say, trickle, closed } = await client()
  say('GET /users HTTP/1.1\r\nX-Slow: ')
  trickle('a')
  expectTooSlow(await closed)
})

test('Who sends a body byte by byte is let go, and nothing was done', async () => {
  await serve({ body: 100 })
  const before = front.desk.sandbox.ledger().length
  const { say, trickle, closed } = await client()
  say(lookUp(1_000))
  trickle(' ')
  expectTooSlow(await closed)
  expect(front.desk.sandbox.ledger()).toHaveLength(before)
})

test('Who has said everything may wait as long as it takes to answer', async () => {
  may = Promise.withResolvers()
  await serve({ body: 60 })
  const patient = await client()
  const body = '{"page":1}'
  patient.say(head('/api/directory', 'application/json', body.length) + body)
  const other = await client()
  other.say(lookUp(1_000))
  expectTooSlow(await other.closed)
  expect(patient.heard()).toBe('')
  may.resolve()
  await patient.answered()
  expect(patient.heard()).toMatch(/^HTTP\/1\.1 200 /)
})

test('A file may take longer than anything else', async () => {
  await serve({ body: 60 })
  const patient = await client()
  patient.say(upload('userId\n'.length + 3))
  patient.say('userId\n')
  const other = await client()
  other.say(lookUp(1_000))
  expectTooSlow(await other.closed)
  expect(patient.heard()).toBe('')
  patient.say('u1\n')
  await patient.answered()
  expect(patient.heard()).toMatch(/^HTTP\/1\.1 200 /)
})

test('A file that does not come to its end is let go too, and nothing of it is kept', async () => {
  await serve({ upload: 60 })
  const batches = () => front.desk.store.batches.list(0, 1)
  const { totalCount } = await batches()
  const { say, closed } = await client()
  say(upload(1_000))
  say('u1\n')
  expectTooSlow(await closed)
  expect((await batches()).totalCount).toBe(totalCount)
})

test('Who was answered before they had said everything cannot go on for ever', async () => {
  await serve({ body: 500 })
  const { say, trickle, closed } = await client()
  say(lookUp(1_000_000))
  trickle(' ')
  expect(await closed).toMatch(/^HTTP\/1\.1 413 /)
})

test('A connection on which nothing is asked any more is closed', async () => {
  await serve({ idle: 60 })
  const { say, closed } = await client()
  say('GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n')
  expect(await closed).toMatch(/^HTTP\/1\.1 200 /)
})

test('A connection on which nothing moves any more is closed', async () => {
  await serve({ still: 60 })
  const { say, closed } = await client()
  say(lookUp(10))
  expect(await closed).toBe('')
})

test('20 MiB over a line of 600 kbit/s are a file that comes in time', () => {
  const ms = ((20 * 1024 * 1024 * 8) / 600_000) * 1_000
  expect(ms).toBeLessThan(patience.upload)
})
