import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { listCellLimit, listColumnLimit, listFileLimit } from '#contract/limits.ts'
import { deepArrays, deepObjects } from './foul-input.fixture.ts'
import { type ServerProcess, startServer } from './server-process.fixture.ts'

// A process has to start, and some of what is sent is large.
vi.setConfig({ testTimeout: 120_000 })

let server: ServerProcess
let operator: Awaited<ReturnType<ServerProcess['signIn']>>
let liWei: string
/** A draft from before, which nothing of all this may touch. */
let draft: { batchId: number; revision: number }

beforeAll(async () => {
  server = await startServer({ sandbox: { users: 20 } })
  operator = await server.signIn('chen-jing')
  liWei = server.sandbox.people().find(({ key }) => key === 'li-wei')?.userId ?? ''
  const planned = await operator.post('/api/batches', { kind: 'suspend', userIds: [liWei] })
  const { batchId } = await planned.json()
  for (;;) {
    draft = await (await operator.get(`/api/batches/${batchId}`)).json()
    if ('state' in draft && draft.state === 'checked') return
  }
})
afterEach(async () => {
  // The same process, nothing lost, nothing sent.
  expect(server.running()).toBe(true)
  expect((await server.ask('/healthz')).status).toBe(200)
  const kept = await (await operator.get('/api/batches')).json()
  expect(kept).toMatchObject({ totalCount: 1, batches: [draft] })
  const writes = server.sandbox.ledger().filter(({ call }) => !/^(?:get|list)-/.test(call))
  expect(writes).toEqual([])
})
afterAll(() => server.end())

type Refusal = { status: number; code: string }

async function refusal(asked: Promise<Response>): Promise<Refusal> {
  const answer = await asked
  const { code } = await answer.json()
  return { status: answer.status, code }
}

const raw = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  refusal(server.ask(path, { method: 'POST', headers: { ...operator.headers, ...headers }, body }))
const bytes = { 'content-type': 'application/octet-stream' }
const list = (body: BodyInit) => raw('/api/lists?kind=suspend&source=file', body, bytes)

/** Writes to a connection for as long as nothing comes back; answers with what did. */
async function talk(head: string, parts: Iterable<string | Uint8Array> = []): Promise<Refusal> {
  const socket = connect(server.port, '127.0.0.1')
  let heard = ''
  const answered = Promise.withResolvers<void>()
  socket.on('data', (some: Buffer) => {
    heard += some.toString('utf8')
    if (heard.endsWith('}')) answered.resolve()
  })
  // The server may answer and close before everything was taken from us.
  socket.on('error', () => undefined)
  socket.on('close', () => answered.resolve())
  const drained = () => new Promise<void>((resolve) => socket.once('drain', () => resolve()))
  socket.write(Buffer.from(head, 'latin1'))
  for (const part of parts) {
    if (socket.destroyed || heard !== '') break
    if (!socket.write(part)) await Promise.race([drained(), answered.promise])
  }
  await answered.promise
  socket.destroy()
  const [, status = ''] = /^HTTP\/1\.1 (\d+)/.exec(heard) ?? []
  const [, code = ''] = /"code":"(\w+)"/.exec(heard) ?? []
  return { status: Number(status), code }
}

const line = (first: string, ...more: string[]) =>
  [first, `Host: ${server.host}`, ...more, '\r\n'].join('\r\n')
const signedIn = () => Object.entries(operator.headers).map(([name, value]) => `${name}: ${value}`)

const bad = { status: 400, code: 'bad_request' }

test('What is looked up has at most 256 characters', async () => {
  for (const length of [257, 5_000, 60_000]) {
    expect(
      await raw('/api/look-ups', JSON.stringify({ value: 'a'.repeat(length), as: 'auto' })),
    ).toEqual(bad)
  }
})

test.each([
  ['digits and spaces', `${'1 '.repeat(127)}x`],
  ['at signs', '@'.repeat(256)],
  ['colons', ':'.repeat(256)],
  ['hexadecimal and a colon', `${'a'.repeat(24)}:`.repeat(10)],
  ['dots and hyphens', '.-'.repeat(128)],
  ['invisible characters', '\u200b'.repeat(256)],
  ['combining characters', 'a\u0301'.repeat(128)],
  ['full-width digits', '１'.repeat(256)],
  ['white space', `${' \t'.repeat(127)}.`],
])('256 characters of %s are looked up like anything else', async (_, value) => {
  const answer = await operator.post('/api/look-ups', { value, as: 'auto' })
  expect([200, 400]).toContain(answer.status)
})

test('A file of more than 20 MiB is refused, whether or not it says so before', async () => {
  expect(await list(new Uint8Array(listFileLimit + 1))).toEqual({ status: 413, code: 'too_large' })
  const head = line(
    'POST /api/lists?kind=suspend&source=file HTTP/1.1',
    ...signedIn().filter((header) => !header.startsWith('content-type')),
    'Content-Type: application/octet-stream',
    'Transfer-Encoding: chunked',
  )
  function* chunks() {
    const piece = 'u1\n'.repeat(0x4000)
    for (let at = 0; at < 2_000; at += 1) yield `${piece.length.toString(16)}\r\n${piece}\r\n`
  }
  expect(await talk(head, chunks())).toEqual({ status: 413, code: 'too_large' })
})

test('A list has at most 200 columns', async () => {
  const row = Array.from({ length: listColumnLimit + 1 }, (_, at) => `c${at}`).join(',')
  expect(await list(`${row}\n${row}\n`)).toEqual({ status: 422, code: 'list_unreadable' })
})

test('A cell has at most 1,024 characters', async () => {
  const cell = 'a'.repeat(listCellLimit + 1)
  expect(await list(`userId\n${cell}\n`)).toEqual({ status: 422, code: 'list_unreadable' })
})

test('100,000 rows are more than a batch may have', async () => {
  const rows = Array.from({ length: 100_000 }, (_, at) => at.toString(16).padStart(24, '0'))
  const tooLong = { status: 422, code: 'list_too_long' }
  expect(await list(`userId\n${rows.join('\n')}\n`)).toEqual(tooLong)
  expect(await raw('/api/batches', JSON.stringify({ kind: 'delete', userIds: rows }))).toEqual(
    tooLong,
  )
})

test.each([
  ['', 'blank_list'],
  ['\n\n\n', 'blank_list'],
  ['\ufeff', 'blank_list'],
  ['userId\n', 'blank_list'],
])('A list of nothing, %j, is not one of everybody', async (text, code) => {
  expect((await list(text)).code).toBe(code)
})

test('Ids that are blank or stand there twice are refused', async () => {
  const plan = (userIds: unknown[]) =>
    raw('/api/batches', JSON.stringify({ kind: 'delete', userIds }))
  for (const blank of [[], [''], [liWei, ' '], [liWei, '']]) {
    expect((await plan(blank)).status).toBe(400)
  }
  expect((await plan([liWei, liWei])).status).toBe(400)
})

const value = (text: string) => `{"value":${text},"as":"auto"}`

test.each([
  ['a number for text', value('7')],
  ['null for text', value('null')],
  ['an array for text', value('["liwei"]')],
  ['an object for text', value('{"toString":"liwei"}')],
  ['null', 'null'],
  ['an array', '[]'],
  ['text', '"liwei"'],
  ['nothing', ''],
  ['__proto__', '{"__proto__":{"role":"approver"},"value":"liwei","as":"auto"}'],
  ['constructor', '{"constructor":{"prototype":{}},"value":"liwei","as":"auto"}'],
  ['a NUL', value('"li\\u0000wei"')],
  ['a lone surrogate', value('"li\\ud800wei"')],
  ['a lone surrogate in a name', '{"value":"liwei","as":"auto","\\udfff":1}'],
  ['a field twice, the second one foul', '{"value":"liwei","as":"auto","value":null}'],
  ['an unknown field', '{"value":"liwei","as":"auto","all":true}'],
  ['a number without an end', value('1'.repeat(10_000))],
  ['arrays 10,000 deep', deepArrays],
  ['objects 10,000 deep', deepObjects],
  ['text 10,000 deep', value(deepArrays)],
])('%s is no body', async (_, body) => {
  expect(await raw('/api/look-ups', body)).toEqual(bad)
})

test('Bytes that are no text are no body', async () => {
  const body = Buffer.from([...Buffer.from('{"value":"'), 0xff, 0xc0, ...Buffer.from('"}')])
  expect(await raw('/api/look-ups', body)).toEqual(bad)
})

test.each(['content-length', 'transfer-encoding'])(
  'A body of 100 MB is refused, announced by %s',
  async (how) => {
    const length = 100_000_000
    const announced =
      how === 'content-length' ? `Content-Length: ${length}` : 'Transfer-Encoding: chunked'
    function* pieces() {
      const piece = ' '.repeat(100_000)
      const chunk =
        how === 'content-length' ? piece : `${piece.length.toString(16)}\r\n${piece}\r\n`
      for (let sent = 0; sent < length; sent += piece.length) yield chunk
    }
    const head = line('POST /api/look-ups HTTP/1.1', ...signedIn(), announced)
    expect(await talk(head, pieces())).toEqual({ status: 413, code: 'too_large' })
  },
)

test.each([
  '////?',
  '//',
  '*',
  '/%',
  '/%zz',
  '/%ff',
  '/%00',
  '/a\\b',
  '/a\x00b',
  '/api//batches',
  '/api/batches/%5c',
  '/api/users/%0d%0aset-cookie:a=b',
  'http://genauth.example/',
  'users',
])('The path %j is none', async (path) => {
  expect(await talk(line(`GET ${path} HTTP/1.1`))).toEqual(bad)
})

test.each([
  ['/api/batches/0', 400],
  ['/api/batches/-1', 400],
  ['/api/batches/1e9', 404],
  ['/api/batches/99999999999999999999', 400],
  ['/api/batches/__proto__', 400],
  ['/api/users/__proto__', 404],
  ['/api/users/constructor', 404],
  ['/api/batches?page=1&page=2', 400],
  ['/api/batches?__proto__=1', 400],
])('%s is answered with %i', async (path, status) => {
  expect((await operator.get(path)).status).toBe(status)
})

test('Addresses have an end, and so have the ids in them', async () => {
  expect((await operator.get(`/api/users/${'a'.repeat(257)}`)).status).toBe(400)
  expect((await operator.get(`/users?${'a'.repeat(9_000)}`)).status).toBe(414)
})
