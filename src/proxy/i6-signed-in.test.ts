import { appendFile, cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { dist, leaksIn, placesOf } from './leak.fixture.ts'
import {
  type ServerOptions,
  type ServerProcess,
  secretKey,
  startServer,
} from './server-process.fixture.ts'

// Each test starts a process, and a busy machine takes its time.
vi.setConfig({ testTimeout: 180_000 })

const metricsToken = 'a-marked-METRICS_TOKEN'
const started: ServerProcess[] = []
afterEach(async () => {
  for (const server of started.splice(0)) await server.end()
})

type Operator = Awaited<ReturnType<ServerProcess['signIn']>>

/** A server that logs everything, somebody signed in, and what they were told so far. */
async function signedIn(options: ServerOptions = {}) {
  const env = { LOG_LEVEL: 'trace', METRICS_TOKEN: metricsToken }
  const server = await startServer({ env, ...options })
  started.push(server)
  const operator = await server.signIn('chen-jing')
  const answers: string[] = []
  const heard = async (answer: Response): Promise<string> => {
    const body = await answer.text()
    answers.push(`${answer.url}\n${[...answer.headers].join('\n')}\n${body}`)
    return body
  }
  const read = async (asked: Promise<Response>) => JSON.parse(await heard(await asked))
  const idOf = (wanted: string) =>
    server.sandbox.people().find(({ key }) => key === wanted)?.userId ?? ''
  return { server, operator, answers, heard, read, idOf }
}

type Desk = Awaited<ReturnType<typeof signedIn>>

/** The secrets that a server and its browser have; and the tokens that GenAuth hands out. */
const secretsOf = ({ server, operator }: Pick<Desk, 'server' | 'operator'>) => [
  secretKey,
  server.sandbox.accessKeySecret,
  server.sandbox.clientSecret,
  metricsToken,
  operator.session,
  operator.code,
  operator.state,
  'not-a-real-token',
]

async function upload(operator: Operator, { server, read }: Desk, list: string) {
  const asked = server.ask('/api/lists?kind=resign&source=file&name=leavers.csv', {
    method: 'POST',
    headers: { ...operator.headers, 'content-type': 'application/octet-stream' },
    body: list,
  })
  return read(asked)
}

async function checked({ operator, read }: Desk, batchId: number) {
  for (;;) {
    const batch = await read(operator.get(`/api/batches/${batchId}`))
    if (batch.state !== 'checking') return batch
  }
}

/** Everything that can be exported of a batch. */
async function exportsOf({ operator, heard }: Desk, batchId: number): Promise<string> {
  const files: string[] = []
  for (const what of ['check', 'results']) {
    files.push(await heard(await operator.post(`/api/batches/${batchId}/export`, { what })))
  }
  return files.join('\n')
}

test('After signing in, an act, a batch and every kind of trouble no secret stands anywhere', async () => {
  const desk = await signedIn()
  const { server, operator, heard, read, idOf } = desk
  for (const path of [
    '/',
    '/users',
    '/api/me',
    '/api/openapi.json',
    '/api/sessions',
    '/api/none',
  ]) {
    await heard(await operator.get(path))
  }
  const liWei = `/api/users/${idOf('li-wei')}`
  const user = await read(operator.get(liWei))
  expect(JSON.stringify(user)).toContain('ou_')
  await read(operator.post('/api/look-ups', { value: 'liwei', as: 'auto' }))
  await read(operator.post('/api/directory', { page: 1 }))
  const resigning = { version: user.version, reason: 'HR-2231', typed: 'liwei', endSessions: true }
  expect(await read(operator.post(`${liWei}/resign`, resigning))).toMatchObject({ outcome: 'done' })

  const people = ['stubborn-stan', 'gone-gina', 'gao-xiang']
  const { batchId } = await upload(operator, desk, `userId\n${people.map(idOf).join('\n')}\n`)
  const { fingerprint, willRun } = await checked(desk, batchId)
  const batch = `/api/batches/${batchId}`
  const confirming = { fingerprint, title: 'Leavers', reason: 'HR-1', typed: `resign ${willRun}` }
  expect(await read(operator.post(`${batch}/confirm`, confirming))).toMatchObject({
    state: 'confirmed',
  })
  server.sandbox.switches({
    faults: [
      { call: 'resign-user-batch', behave: 'html', times: 1 },
      { call: 'get-user-roles', behave: '401', times: 1 },
    ],
  })
  await read(operator.post(`${batch}/start`, { fingerprint }))
  await expect
    .poll(async () => (await read(operator.get(batch))).state, { timeout: 60_000 })
    .not.toBe('running')
  await read(operator.get(`${batch}/changes?since=0`))
  await read(operator.get(`${liWei}/record`))
  const exported = await exportsOf(desk, batchId)
  expect(exported).toContain(idOf('gao-xiang'))

  const wrong: [path: string, init: RequestInit][] = [
    ['/api/batches', {}],
    ['/api/batches', { method: 'POST', headers: { ...operator.headers, origin: 'http://evil' } }],
    ['/api/look-ups', { method: 'POST', headers: operator.headers, body: '{' }],
    ['/auth/callback?code=unknown&state=unknown', {}],
    ['/metrics', { headers: { authorization: 'Bearer wrong' } }],
    ['/users', { method: 'DELETE' }],
    [`/users?${'a'.repeat(9_000)}`, {}],
    ['/users', { headers: { 'x-long': 'a'.repeat(20_000) } }],
  ]
  for (const [path, init] of wrong) await heard(await server.ask(path, init))
  const scraping = { headers: { authorization: `Bearer ${metricsToken}` } }
  expect(await heard(await server.ask('/metrics', scraping))).toContain(
    'leaver_desk_requests_total',
  )

  const places = await placesOf(server)
  expect([...places.keys()]).toEqual(
    expect.arrayContaining(['desk.db', 'desk.db-wal', 'heads', 'bundle', 'command line', 'log']),
  )
  expect(server.output()).toContain('"level":20')
  places.set('answers', desk.answers.join('\n')).set('exports', exported)
  expect(leaksIn(places, secretsOf(desk))).toEqual([])
  server.signal('SIGTERM')
  expect(await server.exit).toBe(0)
  const left = new Map<string, Uint8Array | string>(await server.files())
  left.set('log', server.output())
  expect(leaksIn(left, secretsOf(desk))).toEqual([])
})

/** Says the key to stdout, where its log goes, as a line of code that somebody forgot would. */
const blabs = "data:text/javascript,process.stdout.write(process.env.SECRET_KEY+'\\n')"

test('The same search finds a secret in every place in which one was planted', async () => {
  const desk = await signedIn({ execArgv: [`--title=${secretKey}`, '--import', blabs] })
  const { server } = desk
  const { batchId } = await upload(desk.operator, desk, `userId\n${secretKey}\n`)
  await checked(desk, batchId)
  const exported = await exportsOf(desk, batchId)
  await appendFile(join(server.folder, 'heads'), Buffer.from(secretKey).toString('hex'))
  const bundle = await mkdtemp(join(tmpdir(), 'leaver-desk-bundle-'))
  await cp(dist, bundle, { recursive: true })
  const [asset = ''] = (await readdir(join(bundle, 'assets'))).filter((name) => /\.js$/.test(name))
  const inBase64 = Buffer.from(`key: ${secretKey}`).toString('base64')
  await appendFile(join(bundle, 'assets', asset), `atob("${inBase64}")`)

  const places = await placesOf(server, bundle)
  await rm(bundle, { recursive: true })
  places.set('answers', desk.answers.join('\n')).set('exports', exported)
  const found = leaksIn(places, [secretKey]).map((place) =>
    place.replace(/^desk\.db.*/, 'database'),
  )
  expect([...new Set(found)].sort()).toEqual([
    'answers',
    'bundle',
    'command line',
    'database',
    'exports',
    'heads',
    'log',
  ])
  // Of what was not planted anywhere nothing is found: the search does not find whatever it is asked for.
  expect(leaksIn(places, [`${secretKey}, and more`])).toEqual([])
})
