import { once } from 'node:events'
import { request as ask, IncomingMessage } from 'node:http'
import { json, text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { fromOurPage, type OpenFront, openFront } from './front.fixture.ts'
import { type Listening, listen } from './listen.ts'
import { Refused } from './refused.ts'

let front: OpenFront
let listening: Listening
let headers: Record<string, string>
/** What the desk has to tell, and how many lines were taken from it. */
let tell: () => AsyncGenerator<string>
let taken: number
let isOver: boolean

beforeEach(async () => {
  taken = 0
  isOver = false
  front = await openFront({
    users: 0,
    does: {
      async exportBatch() {
        return counted(tell())
      },
    },
  })
  headers = { ...fromOurPage, cookie: await front.cookieOf('Chen Jing') }
  listening = await listen(front.app, front.front, { host: '127.0.0.1', port: 0 })
})
afterEach(async () => {
  listening.cut()
  await listening.stop()
  await front.close()
})

async function* counted(lines: AsyncGenerator<string>): AsyncGenerator<string> {
  try {
    for await (const line of lines) {
      taken += 1
      yield line
    }
  } finally {
    isOver = true
  }
}

const request = (more: object = {}) => ({
  method: 'POST',
  headers: { ...headers, ...more },
  body: '{"what":"results"}',
})
const inProcess = () => front.ask('/api/batches/1/export', request())
/** The same over a socket. */
async function overTheWire(): Promise<IncomingMessage> {
  const { method, body, ...more } = request()
  const address = { port: listening.port, path: '/api/batches/1/export', method, ...more }
  const [answer] = await once(ask(address).end(body), 'response')
  return z.instanceof(IncomingMessage).parse(answer)
}

async function* many(lines: number, then?: Error): AsyncGenerator<string> {
  for (let line = 1; line <= lines; line += 1) yield `${line},李伟,done\r\n`
  if (then) throw then
}

test('Lines are answered as a file in UTF-8, to be saved and not to be kept', async () => {
  tell = () => many(3)
  const answer = await inProcess()
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(answer.headers.get('content-disposition')).toBe('attachment')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(await answer.text()).toBe('1,李伟,done\r\n2,李伟,done\r\n3,李伟,done\r\n')
})

test('No lines are an empty file', async () => {
  tell = () => many(0)
  expect(await (await inProcess()).text()).toBe('')
})

test('A hundred thousand lines arrive whole and in order', async () => {
  tell = () => many(100_000)
  const lines = (await text(await overTheWire())).split('\r\n')
  expect(lines).toHaveLength(100_001)
  expect(lines.slice(0, -1).every((line, at) => line === `${at + 1},李伟,done`)).toBe(true)
})

test('What is refused before the first line is an ordinary refusal', async () => {
  tell = () => many(0, new Refused('wrong_state', 'Nothing was done yet.'))
  const answer = await overTheWire()
  expect(answer.statusCode).toBe(409)
  expect(answer.headers['content-disposition']).toBeUndefined()
  expect(await json(answer)).toMatchObject({ code: 'wrong_state' })
})

test('What goes wrong while few lines are ready is a refusal too', async () => {
  tell = () => many(3, new Error('the disk is gone'))
  const answer = await inProcess()
  expect(await answer.json()).toMatchObject({ code: 'internal' })
})

test('What goes wrong in mid file breaks it off, and the server serves on', async () => {
  tell = () => many(50_000, new Error('the disk is gone'))
  const answer = await overTheWire()
  expect(answer.statusCode).toBe(200)
  let came = ''
  answer.setEncoding('utf8').on('data', (some) => {
    came += some
  })
  const [broken] = await once(answer, 'error')
  expect(broken).toMatchObject({ code: 'ECONNRESET' })
  expect(came).toMatch(/^1,李伟,done/)
  expect(came).not.toContain('disk')
  expect(front.logged.some((line) => line.includes('could not be sent to its end'))).toBe(true)
  await expect((await inProcess()).text()).rejects.toThrow()
  tell = () => many(1)
  expect(await text(await overTheWire())).toContain('李伟')
})

test('Nobody makes more lines than are taken, and none for whoever went away', async () => {
  tell = () => many(1_000_000)
  const answer = await overTheWire()
  await once(answer, 'readable')
  answer.destroy()
  await expect.poll(() => isOver).toBe(true)
  expect(taken).toBeLessThan(1_000_000)
})

test('Another site, nobody and a viewer get no line', async () => {
  tell = () => many(3)
  const viewer = await front.cookieOf('Sun Tao', 'viewer')
  const refused = [{ origin: 'https://elsewhere.example' }, { cookie: '' }, { cookie: viewer }]
  const answers = refused.map((more) => front.ask('/api/batches/1/export', request(more)))
  const statuses = (await Promise.all(answers)).map(({ status }) => status)
  expect(statuses).toEqual([403, 401, 403])
  expect(taken).toBe(0)
})
