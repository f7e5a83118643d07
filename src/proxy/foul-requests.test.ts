import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { setImmediate as turn } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Declared } from '#contract/operation.ts'
import { operations } from '#contract/operations.ts'
import { Refusal, refusals } from '#contract/refusal.ts'
import type { Needs, Role } from '#contract/role.ts'
import { mayDo, roles } from '#contract/role.ts'
import type { LedgerEntry } from '#sandbox/ledger.ts'
import type { DescribedOperation } from './described.fixture.ts'
import { describedIn } from './described.fixture.ts'
import type { FoulRequest } from './foul-input.fixture.ts'
import { foulRequests } from './foul-input.fixture.ts'
import { fromOurPage, type OpenFront, openFront } from './front.fixture.ts'
import { type Listening, listen } from './listen.ts'
import { openApiDocument } from './openapi.ts'

const described = describedIn(openApiDocument())
const declarations = new Map<string, Declared>(Object.entries(operations))
/** Requests for each operation and each of those who ask. */
const runs = 6

type Asker = Role | 'nobody' | 'without a role'
const askers: readonly Asker[] = ['nobody', 'without a role', ...roles]

let front: OpenFront
let listening: Listening
let versions: string[]
let fingerprints: string[]
const agent = new Agent({ keepAlive: true, maxSockets: 1 })

beforeAll(async () => {
  const often = { burst: 1_000_000, perSecond: 1_000_000 }
  const rates = { person: often, address: often, signIn: often }
  front = await openFront({ users: 20, front: { rates } })
  listening = await listen(front.app, front.front, { host: '127.0.0.1', port: 0 })
  const headers = { cookie: await front.cookieOf('Sun Tao', 'viewer') }
  const read = people().map(async ({ userId }) => {
    const answer = await front.ask(`/api/users/${userId}`, { headers })
    return (await answer.json()).version
  })
  versions = await Promise.all(read)
  fingerprints = [await planned('suspend'), await planned('resign')]
})
afterEach(async () => {
  // Otherwise the first who stops everything keeps all later ones from doing anything.
  const at = front.desk.clock.now().toISOString()
  const note = { action: 'liftStop', personId: null, batchId: null, facts: {}, personal: {} }
  await front.desk.store.stop.set(null, { entry: { ...note, requestId: null }, at })
})
afterAll(async () => {
  agent.destroy()
  listening.cut()
  await listening.stop()
  await front.close()
})

const people = () => [front.desk.person('li-wei'), front.desk.person('gao-xiang')]

function known(name: string): readonly string[] {
  switch (name) {
    case 'userId':
    case 'userIds':
      return people().map(({ userId }) => userId)
    case 'version':
      return versions
    case 'typed':
      return [...people().map(({ username }) => username ?? ''), 'suspend 2', 'resign 2']
    case 'fingerprint':
      return fingerprints
    case 'value':
      return people().map(({ email }) => email ?? '')
    case 'provider':
      return ['lark']
    default:
      return []
  }
}

/** A checked batch of the operator's, which anybody may go on with who knows how. */
async function planned(kind: string): Promise<string> {
  const headers = await headersOf('operator')
  const userIds = people().map(({ userId }) => userId)
  const body = JSON.stringify({ kind, userIds })
  const { batchId } = await (
    await front.ask('/api/batches', { method: 'POST', headers, body })
  ).json()
  for (;;) {
    const batch = await (await front.ask(`/api/batches/${batchId}`, { headers })).json()
    if (batch.state !== 'checking') return batch.fingerprint
    await turn()
  }
}

async function headersOf(asker: Asker): Promise<Record<string, string>> {
  if (asker === 'nobody') return fromOurPage
  const role = asker === 'without a role' ? null : asker
  return { ...fromOurPage, cookie: await front.cookieOf(`Somebody ${asker}`, role) }
}

function send(method: string, { path, body, headers }: FoulRequest, own: Record<string, string>) {
  return new Promise<{ status: number; type: string; body: string }>((resolve, reject) => {
    const asking = request(
      {
        agent,
        port: listening.port,
        method: method.toUpperCase(),
        path,
        headers: { ...own, ...headers, ...(body && { 'content-length': body.byteLength }) },
      },
      (answer) => {
        const { statusCode: status = 0, headers: answered } = answer
        const type = answered['content-type'] ?? ''
        text(answer).then((said) => resolve({ status, type, body: said }), reject)
      },
    )
    asking.on('error', reject)
    asking.end(body ?? undefined)
  })
}

function expectDeclared(
  declared: Declared,
  { status, type, body }: Awaited<ReturnType<typeof send>>,
): void {
  if (status === 200 && declared.csv) {
    expect(type).toMatch(/^text\/csv/)
    return
  }
  expect(type).toMatch(/^application\/json/)
  const said: unknown = JSON.parse(body)
  if (status === 200) {
    expect(declared.reply.safeParse(said).error).toBeUndefined()
    return
  }
  const { code } = Refusal.strict().parse(said)
  expect(refusals[code]).toBe(status)
  expect(status, body).toBeLessThan(500)
}

function mayAsk(asker: Asker, needs: Needs): boolean {
  if (needs === 'public') return true
  if (asker === 'nobody') return false
  if (needs === 'session') return true
  return asker !== 'without a role' && mayDo(asker, needs)
}

const isWrite = ({ call }: LedgerEntry) => !/^(?:get|list)-/.test(call)
const writesAfter = (seq: number) => front.desk.sandbox.ledger(seq).filter(isWrite)

/** Each user was written to no more often than somebody wrote down that they would. */
async function expectIntended(entries: readonly LedgerEntry[]): Promise<void> {
  const named = entries.flatMap(({ ids }) => ids)
  for (const userId of new Set(named)) {
    const intents = await front.desk.store.acts.history(userId, 10_000)
    const sends = named.filter((id) => id === userId)
    expect(intents.length).toBeGreaterThanOrEqual(sends.length)
  }
}

/** Until nothing goes on that somebody set in motion before. */
async function calm(): Promise<void> {
  const { batches, figures } = front.desk.store
  const left: unknown[] = []
  for (let turns = 0; turns < 20_000; turns += 1) {
    const busy = await batches.inState(['checking', 'running', 'stopping'])
    const rechecked = await batches.beingRechecked()
    const { openIntents } = await figures()
    left.splice(0, left.length, ...busy, ...rechecked)
    if (left.length + openIntents === 0) return
    await turn()
  }
  throw new Error(`This does not come to an end: ${JSON.stringify(left)}`)
}

async function throwAt(operation: DescribedOperation, asker: Asker): Promise<void> {
  const declared = declarations.get(operation.operationId)
  if (!declared) throw new Error(`${operation.operationId} is not declared.`)
  const own = await headersOf(asker)
  const may = mayAsk(asker, declared.needs)
  await calm()
  const before = await front.desk.store.figures()
  const seq = front.desk.sandbox.tally().seq
  await fc.assert(
    fc.asyncProperty(foulRequests(operation, known), async (foul) => {
      const answer = await send(operation.method, foul, own)
      expectDeclared(declared, answer)
      if (!may) expect([400, 401, 403, 404]).toContain(answer.status)
    }),
    { numRuns: runs, endOnFailure: true },
  )
  if (!may || !declared.mutates) expect(writesAfter(seq)).toEqual([])
  if (!may) expect(await front.desk.store.figures()).toEqual(before)
}

test.each(described)(
  'Whatever is thrown at $operationId, by anybody, is answered and does what they may',
  async (operation) => {
    for (const asker of askers) await throwAt(operation, asker)
    expect((await front.ask('/healthz')).status).toBe(200)
  },
)

test('All that was sent in between had been written down', async () => {
  const sent = writesAfter(0)
  await expectIntended(sent)
  expect(await front.desk.store.audit.verify()).toMatchObject({ holds: true })
  const seen = new Set(sent.flatMap(({ ids }) => ids))
  const known = people().map(({ userId }) => userId)
  expect([...seen].filter((userId) => !known.includes(userId))).toEqual([])
})
