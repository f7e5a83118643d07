import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { key, open, success, toldTo } from './asking.fixture.ts'
import { type Answer, envelope, serve, serveBytes } from './server.fixture.ts'
import { authorization, stringToSign } from './signature.ts'

test.each([301, 302, 303, 307, 308])('a redirect by %i is never followed', async (status) => {
  await using elsewhere = await serve(envelope(success))
  await using server = await serve((_, response) => {
    response.writeHead(status, { location: `${elsewhere.host}/api/v3/resign-user` }).end()
  })
  expect(await toldTo(server.host)).toEqual(['ambiguous unreadable', 'ambiguous unreadable'])
  expect([server.received.length, elsewhere.received.length]).toEqual([2, 0])
})

test.each([
  ['another protocol', 'SSH-2.0-OpenSSH_9.6\r\n'],
  ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n{'],
  ['a head without an end', `HTTP/1.1 200 OK\r\nx: ${'x'.repeat(100_000)}`],
  [
    'a broken chunk',
    'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
  ],
])('a server that speaks %s is unreadable', async (_, bytes) => {
  await using server = await serveBytes((socket) => socket.end(bytes))
  const told = await toldTo(server.host)
  expect(told).toEqual(['ambiguous unreadable', 'ambiguous unreadable'])
})

const packed: (encoding: string, body: Buffer) => Answer = (encoding, body) => (_, response) => {
  const headers = { 'content-type': 'application/json', 'content-encoding': encoding }
  response.writeHead(200, headers).end(body)
}

/** A true success, only too large. */
const nineMiB = JSON.stringify(success).padEnd(9 * 1024 * 1024)

test.each([
  ['gzip', gzipSync(JSON.stringify(success)), 'ok'],
  ['br', brotliCompressSync(JSON.stringify(success)), 'ok'],
  ['identity', Buffer.from(JSON.stringify(success)), 'ok'],
  ['deflate', deflateSync(JSON.stringify(success)), 'ambiguous unreadable'],
  ['gzip', gzipSync(JSON.stringify(success)).subarray(0, 20), 'ambiguous unreadable'],
  ['gzip', gzipSync(nineMiB), 'ambiguous unreadable'],
  ['identity', Buffer.from(nineMiB), 'ambiguous unreadable'],
  [
    'identity',
    Buffer.from('{"statusCode":200,"message":"\xff"}', 'latin1'),
    'ambiguous unreadable',
  ],
])('an answer packed as %s', async (encoding, body, meaning) => {
  await using server = await serve(packed(encoding, body))
  const [, write] = await toldTo(server.host)
  expect(write).toBe(meaning)
})

test('only packings that can be undone are asked for', async () => {
  await using server = await serve(envelope(success))
  await toldTo(server.host)
  expect(server.received[0]?.headers['accept-encoding']).toBe('gzip, br')
})

test('an early hint is not taken for the answer', async () => {
  await using server = await serve((received, response) => {
    response.writeEarlyHints({ link: '</a>; rel=preload' })
    envelope(success)(received, response)
  })
  expect((await toldTo(server.host))[1]).toBe('ok')
})

test('a path prefix is sent and not signed', async () => {
  await using server = await serve(envelope(success))
  const genauth = open(`${server.host}/eu/`)
  await genauth.resignUser('u1')
  await genauth.close()
  const [sent] = server.received
  expect(sent?.target).toBe('/eu/api/v3/resign-user')
  const headers = Object.fromEntries(
    Object.entries(sent?.headers ?? {}).map(([name, value]) => [name, String(value)]),
  )
  const params = { userId: 'u1', userIdType: 'user_id' }
  const request = { method: 'POST', path: '/api/v3/resign-user', params } as const
  const text = stringToSign('authing', request, headers)
  expect(sent?.headers.authorization).toBe(authorization('authing', key, text))
})
