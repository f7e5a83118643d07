import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenFront, openFront } from './front.fixture.ts'
import { type Listening, listen } from './listen.ts'

let front: OpenFront
let listening: Listening
let cookie: string
beforeAll(async () => {
  front = await openFront()
  cookie = await front.cookieOf('Chen Jing')
  listening = await listen(front.app, front.front, { host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  listening.cut()
  await listening.stop()
  await front.close()
})

const end = '\r\n\r\n'
const host = 'Host: 127.0.0.1:8080'

/** Writes bytes to the server and reads what comes back until it ends the connection. */
async function talk(...written: (string | Uint8Array)[]) {
  const socket = connect(listening.port, '127.0.0.1')
  // The server may answer and close before everything was taken from us.
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  for (const part of written) socket.write(part)
  const came = await text(socket).catch(() => '')
  const [head = '', body = ''] = came.split(end)
  return { status: Number(head.split(' ')[1]), head: head.toLowerCase(), body }
}

const closing = 'Connection: close'

test('A plain request is answered', async () => {
  const { status, body } = await talk(`GET /healthz HTTP/1.1\r\n${host}\r\n${closing}${end}`)
  expect(status).toBe(200)
  expect(body).toContain('alive')
})

const odd: [what: string, request: string, status: number, code: string][] = [
  ['no HTTP at all', `hello${end}`, 400, 'bad_request'],
  ['a TLS greeting', '\u0016\u0003\u0001', 400, 'bad_request'],
  ['an unknown method', `LEAVE / HTTP/1.1\r\n${host}${end}`, 400, 'bad_request'],
  ['the target *', `OPTIONS * HTTP/1.1\r\n${host}\r\n${closing}${end}`, 400, 'bad_request'],
  [
    'an absolute target',
    `GET http://127.0.0.1:8080/api/me HTTP/1.1\r\n${host}\r\n${closing}${end}`,
    400,
    'bad_request',
  ],
  ['slashes only', `GET ////? HTTP/1.1\r\n${host}\r\n${closing}${end}`, 400, 'bad_request'],
  ['a backslash', `GET /\\users HTTP/1.1\r\n${host}\r\n${closing}${end}`, 400, 'bad_request'],
  ['a bad percent', `GET /users/%zz HTTP/1.1\r\n${host}\r\n${closing}${end}`, 400, 'bad_request'],
  ['a NUL in the path', `GET /a\0b HTTP/1.1\r\n${host}${end}`, 400, 'bad_request'],
  ['a spelt NUL', `GET /a%00b HTTP/1.1\r\n${host}\r\n${closing}${end}`, 400, 'bad_request'],
  ['no host', `GET /users HTTP/1.1\r\n${closing}${end}`, 421, 'misdirected'],
  ['no host, as of old', `GET /users HTTP/1.0${end}`, 421, 'misdirected'],
  [
    'a host that is none',
    `GET /users HTTP/1.1\r\nHost: a b\r\n${closing}${end}`,
    421,
    'misdirected',
  ],
  [
    'two hosts',
    `GET /users HTTP/1.1\r\n${host}\r\n${host}\r\n${closing}${end}`,
    421,
    'misdirected',
  ],
  [
    'a head of 20 KiB',
    `GET / HTTP/1.1\r\n${host}\r\nCookie: ${'a'.repeat(20_000)}${end}`,
    431,
    'header_too_large',
  ],
  [
    'an address of 9 KiB',
    `GET /users?${'a'.repeat(9_000)} HTTP/1.1\r\n${host}\r\n${closing}${end}`,
    414,
    'uri_too_long',
  ],
  [
    'two lengths',
    `POST / HTTP/1.1\r\n${host}\r\nContent-Length: 1\r\nContent-Length: 2${end}`,
    400,
    'bad_request',
  ],
  [
    'a length and chunks',
    `POST / HTTP/1.1\r\n${host}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked${end}0${end}`,
    400,
    'bad_request',
  ],
  ['a tunnel', `CONNECT genauth.example:443 HTTP/1.1\r\n${host}${end}`, 405, 'method_not_allowed'],
  [
    'an expectation',
    `GET /%zz HTTP/1.1\r\n${host}\r\nExpect: wonders\r\n${closing}${end}`,
    400,
    'bad_request',
  ],
  ['TRACE', `TRACE /api/me HTTP/1.1\r\n${host}\r\n${closing}${end}`, 405, 'method_not_allowed'],
  [
    'a wish for another protocol',
    `GET /api/none HTTP/1.1\r\n${host}\r\nUpgrade: websocket\r\nConnection: Upgrade, close${end}`,
    404,
    'not_found',
  ],
]

test.each(odd)(
  'To %s the answer is clear, and the same process goes on',
  async (_, request, status, code) => {
    const answer = await talk(Buffer.from(request, 'latin1'))
    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.body)).toMatchObject({ code, requestId: expect.any(String) })
    expect(answer.head).toContain("content-security-policy: default-src 'none'")
    for (const header of [
      'x-content-type-options: nosniff',
      'x-frame-options: deny',
      'referrer-policy: no-referrer',
      'cross-origin-opener-policy: same-origin',
      'cross-origin-resource-policy: same-origin',
      'permissions-policy: accelerometer=()',
      'cache-control: no-store',
      'content-type: application/json',
    ]) {
      expect(answer.head).toContain(header)
    }
    expect(answer.head).not.toMatch(/^(?:server|x-powered-by|via):/m)
    expect(answer.head).not.toMatch(/hono|node|undici/)
    expect(answer.head).toMatch(/x-request-id: [0-9a-f-]{36}/)
    expect((await talk(`GET /healthz HTTP/1.1\r\n${host}\r\n${closing}${end}`)).status).toBe(200)
  },
)

const posting = [
  'POST /api/look-ups HTTP/1.1',
  host,
  'Origin: http://127.0.0.1:8080',
  'X-Leaver-Desk: 1',
  'Content-Type: application/json',
].join('\r\n')

test('A body of 100 MB is refused before it is read', async () => {
  const head = `${posting}\r\nCookie: ${cookie}\r\nContent-Length: 100000000${end}`
  const { status, body } = await talk(head, new Uint8Array(1_000_000))
  expect(status).toBe(413)
  expect(JSON.parse(body)).toMatchObject({ code: 'too_large' })
})

test('A body in endless chunks is refused', async () => {
  const chunk = `4000\r\n${' '.repeat(0x4000)}\r\n`
  const head = `${posting}\r\nCookie: ${cookie}\r\nTransfer-Encoding: chunked${end}`
  const { status } = await talk(head, ...Array.from({ length: 40 }, () => chunk))
  expect(status).toBe(413)
})

test('A caller who goes away in the middle of a body ends nothing but their own request', async () => {
  const socket = connect(listening.port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write(`${posting}\r\nCookie: ${cookie}\r\nContent-Length: 1000${end}{"value":`)
  socket.destroy()
  expect((await talk(`GET /healthz HTTP/1.1\r\n${host}\r\n${closing}${end}`)).status).toBe(200)
})

test('Several requests share one connection', async () => {
  const first = `GET /healthz HTTP/1.1\r\n${host}${end}`
  const socket = connect(listening.port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write(`${first}${first}GET /healthz HTTP/1.1\r\n${host}\r\n${closing}${end}`)
  expect((await text(socket)).match(/HTTP\/1\.1 200/g)).toHaveLength(3)
})

test('A port that is taken is said to be so', async () => {
  const again = listen(front.app, front.front, { host: '127.0.0.1', port: listening.port })
  await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' })
})

test('Who stops accepts nothing new, and answers what was under way', async () => {
  const begun = Promise.withResolvers<void>()
  const may = Promise.withResolvers<void>()
  const slow = await openFront({
    does: {
      async listBatches() {
        begun.resolve()
        await may.promise
        return { totalCount: 0, page: 1, batches: [] }
      },
    },
  })
  const own = await listen(slow.app, slow.front, { host: '127.0.0.1', port: 0 })
  const socket = connect(own.port, '127.0.0.1')
  await once(socket, 'connect')
  const signedIn = `Cookie: ${await slow.cookieOf('Sun Tao', 'viewer')}`
  socket.write(`GET /api/batches HTTP/1.1\r\n${host}\r\n${signedIn}${end}`)
  await begun.promise
  slow.stop()
  const stopped = own.stop()
  await expect(fetch(`http://127.0.0.1:${own.port}/healthz`)).rejects.toThrow()
  may.resolve()
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 200/)
  await stopped
  await slow.close()
})
