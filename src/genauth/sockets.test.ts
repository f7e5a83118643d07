import type { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { inWords, open, success, toldTo } from './asking.fixture.ts'
import { openWire } from './exchange.ts'
import type { GenAuth, Read } from './genauth.ts'
import { envelope, serve, serveBytes } from './server.fixture.ts'

test.each([
  ['closes the connection', (socket: Socket) => socket.end()],
  ['resets the connection', (socket: Socket) => socket.resetAndDestroy()],
  [
    'stops in the middle of the body',
    (socket: Socket) =>
      socket.end(
        'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{"statusCode":200,',
      ),
  ],
])('a server that %s may have acted, and is asked once', async (_, answer) => {
  await using server = await serveBytes(answer)
  const told = await toldTo(server.host)
  expect(told).toEqual(['ambiguous silent', 'ambiguous silent'])
  expect(server.requests()).toBe(2)
})

test('a connection that the server closed while it was idle costs no call', async () => {
  await using server = await serve(envelope(success))
  const genauth = open(server.host)
  expect(inWords(await genauth.resignUser('u1'))).toBe('ok')
  for (const socket of server.sockets) socket.end()
  await server.deserted()
  expect(inWords(await genauth.resignUser('u2'))).toBe('ok')
  await genauth.close()
  expect(server.received).toHaveLength(2)
})

test('calls one after the other share connections', async () => {
  await using server = await serve(envelope(success))
  const genauth = open(server.host)
  for (let n = 0; n < 20; n += 1) await genauth.resignUser(`u${n}`)
  expect(server.sockets.size).toBeLessThanOrEqual(2)
  await genauth.close()
})

test('where nobody listens, a write has certainly changed nothing', async () => {
  const server = await serveBytes(() => undefined)
  await server[Symbol.asyncDispose]()
  const told = await toldTo(server.host)
  expect(told).toEqual(['ambiguous silent', 'not_applied silent'])
})

test('a host without an address has certainly changed nothing', async () => {
  const told = await toldTo('https://no-such-host.invalid', 300)
  expect(told).toEqual(['ambiguous silent', 'not_applied silent'])
})

test('a server that never shakes hands has not received the call', async () => {
  await using server = await serveBytes(() => undefined)
  const told = await toldTo(`https://127.0.0.1:${server.port}`, 60)
  expect(told).toEqual(['ambiguous silent', 'not_applied silent'])
})

test('a server that receives the call and says nothing may have acted', async () => {
  await using server = await serve(() => undefined)
  expect(await toldTo(server.host, 1_000)).toEqual(['ambiguous silent', 'ambiguous silent'])
})

test('the time-out covers the whole answer, however steadily it trickles', async () => {
  await using server = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const trickle = setInterval(() => response.write(' '), 5)
    response.on('close', () => clearInterval(trickle))
  })
  expect(await toldTo(server.host, 1_000)).toEqual(['ambiguous silent', 'ambiguous silent'])
})

test('calls that are given up leave no connection behind', async () => {
  await using server = await serve(() => undefined)
  const genauth = open(server.host, 50)
  const asked = Array.from({ length: 40 }, (_, n) => genauth.resignUser(`u${n}`))
  const results = await Promise.all(asked)
  expect(results.filter(({ ok }) => ok)).toEqual([])
  await server.deserted()
  await genauth.close()
})

test('many calls at once share 64 connections, each with a nonce of its own', async () => {
  let most = 0
  await using server = await serve((received, response) => {
    most = Math.max(most, server.sockets.size)
    envelope({ ...success, data: [] })(received, response)
  })
  const genauth = open(server.host)
  const asked = Array.from({ length: 300 }, () => genauth.listExtIdp())
  expect(new Set((await Promise.all(asked)).map(inWords))).toEqual(new Set(['ok']))
  await genauth.close()
  await server.deserted()
  const nonces = server.received.map(({ headers }) => headers['x-authing-signature-nonce'])
  expect([new Set(nonces).size, most <= 64]).toEqual([300, true])
})

test.each([
  ['found no free connection in time', { timeoutMs: 5_000, leaveWithinMs: 30, maxBytes: 1_000 }],
  ['was given up while it waited', { timeoutMs: 30, leaveWithinMs: 5_000, maxBytes: 1_000 }],
])('a call that %s does not leave later', async (_, limits) => {
  await using server = await serve((received, response) => {
    if (received.target !== '/hung') envelope(success)(received, response)
  })
  const wire = openWire(server.host, 5_000)
  const outgoing = { method: 'POST', headers: {}, body: '{}' } as const
  const hung = { timeoutMs: 150, leaveWithinMs: 150, maxBytes: 1_000 }
  const before = Array.from({ length: 64 }, () =>
    wire.exchange({ ...outgoing, path: '/hung' }, hung),
  )
  const late = await wire.exchange({ ...outgoing, path: '/late' }, limits)
  expect(late).toMatchObject({ kind: 'silence', left: false })
  await Promise.all(before)
  const after = { timeoutMs: 5_000, leaveWithinMs: 5_000, maxBytes: 1_000 }
  await wire.exchange({ ...outgoing, path: '/after' }, after)
  await wire.close()
  const targets = server.received.map(({ target }) => target)
  expect(targets).toContain('/after')
  expect(targets).not.toContain('/late')
})

test.each<[string, (genauth: GenAuth, signal: AbortSignal) => Promise<Read<unknown>>]>([
  ['a lookup', (g, signal) => g.getUser('liwei', 'username', signal)],
  ['a page of the directory', (g, signal) => g.listUsers({ page: 1, limit: 50 }, signal)],
])('whoever goes away takes %s along', async (_, ask) => {
  const gone = new AbortController()
  await using server = await serve(() => gone.abort())
  const genauth = open(server.host)
  expect(inWords(await ask(genauth, gone.signal))).toBe('ambiguous silent')
  expect(inWords(await ask(genauth, gone.signal))).toBe('ambiguous silent')
  await server.deserted()
  expect(server.received).toHaveLength(1)
  await genauth.close()
})

test('closing lets the calls under way end', async () => {
  let answerNow: () => void = () => undefined
  await using server = await serve((received, response) => {
    answerNow = () => envelope(success)(received, response)
    arrived.resolve()
  })
  const arrived = Promise.withResolvers<void>()
  const genauth = open(server.host)
  const written = genauth.resignUser('u1')
  await arrived.promise
  const closed = genauth.close()
  answerNow()
  expect(inWords(await written)).toBe('ok')
  await closed
  await server.deserted()
})

test('after close a write has certainly changed nothing', async () => {
  await using server = await serve(envelope(success))
  const genauth = open(server.host)
  await genauth.close()
  expect(inWords(await genauth.resignUser('u1'))).toBe('not_applied silent')
})
