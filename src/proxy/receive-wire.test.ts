import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { patience } from './client-limits.ts'
import { type Listening, listen } from './listen.ts'
import { address, openReceiving, type Receiving } from './receive.fixture.ts'

let desk: Receiving
let listening: Listening
beforeEach(async () => {
  desk = await openReceiving()
  listening = await listen(desk.front.app, desk.front.front, { host: '127.0.0.1', port: 0 })
})
afterEach(async () => {
  listening.cut()
  await listening.stop()
  await desk.close()
})

/** Writes a request by hand. */
async function talk(head: readonly string[], ...parts: (string | Uint8Array)[]) {
  const socket = connect(listening.port, '127.0.0.1')
  // The server may answer and close before everything was taken from us.
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  const lines = [
    `POST ${address} HTTP/1.1`,
    ...Object.entries(desk.headers).map(([name, value]) => `${name}: ${value}`),
    ...head,
  ]
  socket.write(`${lines.join('\r\n')}\r\n\r\n`)
  for (const part of parts) socket.write(part)
  return socket
}
const said = async (socket: Awaited<ReturnType<typeof talk>>) =>
  Number((await text(socket).catch(() => '')).split(' ')[1])
const closing = 'connection: close'

test('A file in chunks arrives as it was sent', async () => {
  const socket = await talk(['transfer-encoding: chunked', closing], '5\r\nliwei\r\n', '0\r\n\r\n')
  expect(await said(socket)).toBe(200)
  expect(desk.received).toMatchObject([{ bytes: 5, text: 'liwei' }])
})

test('Who sends too much is told so', async () => {
  const chunk = Buffer.alloc(1024 * 1024, 48)
  const parts = Array.from({ length: 21 }, () => [
    `${chunk.length.toString(16)}\r\n`,
    chunk,
    '\r\n',
  ])
  const socket = await talk(['transfer-encoding: chunked', closing], ...parts.flat(), '0\r\n\r\n')
  expect(await said(socket)).toBe(413)
  expect(desk.received).toEqual([])
})

test('Who goes away half-way leaves nothing, and the server serves on', async () => {
  for (const head of [['content-length: 600000'], ['transfer-encoding: chunked']]) {
    const socket = await talk(head, '493e0\r\n', Buffer.alloc(300_000, 48))
    await expect.poll(() => desk.piecesKept()).toBe(1)
    socket.destroy()
    await expect.poll(() => desk.piecesKept()).toBe(0)
  }
  const broken = () => desk.front.logged.filter((line) => line.includes('"status":400'))
  await expect.poll(() => broken().length).toBe(2)
  expect(desk.received).toEqual([])
  expect(await desk.send(Buffer.from('liwei'))).toMatchObject({ status: 200 })
})

test('Who stays and sends no more is cut off, and nothing is left of it', async () => {
  const impatient = { ...patience, upload: 100 }
  const at = { host: '127.0.0.1', port: 0 }
  await listening.stop()
  listening = await listen(desk.front.app, desk.front.front, at, impatient)
  const socket = await talk(['content-length: 600000'], Buffer.alloc(300_000, 48))
  expect(await said(socket)).toBe(400)
  await expect.poll(() => desk.piecesKept()).toBe(0)
  expect(await desk.send(Buffer.from('liwei'))).toMatchObject({ status: 200 })
})

test('Bytes beyond the length are no part of the file', async () => {
  const socket = await talk(['content-length: 5', closing], 'liwei', '\nwudi\n')
  await said(socket)
  expect(desk.received).toMatchObject([{ bytes: 5, text: 'liwei' }])
})
