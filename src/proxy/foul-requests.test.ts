import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Declared } from '#contract/operation.ts'
import { operations } from '#contract/operations.ts'
import { Refusal, refusals } from '#contract/refusal.ts'
import type { Needs } from '#contract/role.ts'
import { mayDo, roles } from '#contract/role.ts'
import type { LedgerEntry } from '#sandbox/ledger.ts'
import { databasesOn } from '#store/database.fixture.ts'
import type { DescribedOperation } from './described.fixture.ts'
import { describedIn } from './described.fixture.ts'
import { type Asker, openFoulDesk } from './foul-desk.fixture.ts'
import { foulRequests, type Known } from './foul-input.fixture.ts'
import { openWritten, type Written } from './foul-written.fixture.ts'
import { openApiDocument } from './openapi.ts'

const described = describedIn(openApiDocument())
const declarations = new Map<string, Declared>(Object.entries(operations))
/** Requests for each operation by each of those who may not ask, and who may. */
const runs = { no: 3, yes: 9 }
const askers: readonly Asker[] = ['nobody', 'without a role', ...roles]

const databases = databasesOn('sqlite')
let desk: Awaited<ReturnType<typeof openFoulDesk>>
let written: Written
/** What would have ended a server. */
const fatal: unknown[] = []
const ends = (error: unknown) => fatal.push(error)
/** Operations that did what they were asked at least once. */
const done = new Set<string>()

beforeAll(async () => {
  const databaseUrl = await databases.fresh()
  desk = await openFoulDesk(databaseUrl)
  written = openWritten(databaseUrl)
  process.on('uncaughtExceptionMonitor', ends).on('unhandledRejection', ends)
})
afterEach(() => desk.lift())
afterAll(async () => {
  process.off('uncaughtExceptionMonitor', ends).off('unhandledRejection', ends)
  written.close()
  await desk.close()
})

type Answer = Awaited<ReturnType<typeof desk.send>>

function expectDeclared(declared: Declared, { status, type, body }: Answer): void {
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
const writesAfter = (seq: number) => desk.desk.sandbox.ledger(seq).filter(isWrite)

/** Each user was written to no more often than somebody wrote down since then that they would. */
async function expectIntended(sent: readonly LedgerEntry[], lastEntry: number): Promise<void> {
  const entries = await desk.desk.store.audit.entries(lastEntry + 1, 10_000)
  const left = new Map<string, number>()
  for (const { kind, userId, facts } of entries) {
    if (kind !== 'intent' || userId === null) continue
    left.set(userId, (left.get(userId) ?? 0) + Number(facts.calls ?? 1))
  }
  for (const userId of sent.flatMap(({ ids }) => ids)) {
    left.set(userId, (left.get(userId) ?? 0) - 1)
  }
  expect([...left].filter(([, calls]) => calls < 0)).toEqual([])
}

async function throwAt(operation: DescribedOperation, known: Known, asker: Asker): Promise<void> {
  const declared = declarations.get(operation.operationId)
  if (!declared) throw new Error(`${operation.operationId} is not declared.`)
  const own = await desk.headersOf(asker)
  const may = mayAsk(asker, declared.needs)
  await desk.calm()
  const before = written.now()
  const lastEntry = await desk.desk.store.audit.lastSeq()
  const { seq } = desk.desk.sandbox.tally()
  await fc.assert(
    fc.asyncProperty(foulRequests(operation, known), async (foul) => {
      const answer = await desk.send(operation.method, foul, own)
      expectDeclared(declared, answer)
      if (answer.status === 200) done.add(declared.name)
      if (!may) expect([400, 401, 403, 404]).toContain(answer.status)
    }),
    { numRuns: may ? runs.yes : runs.no, endOnFailure: true },
  )
  await desk.calm()
  const sent = writesAfter(seq)
  if (may && declared.mutates) return expectIntended(sent, lastEntry)
  expect(sent).toEqual([])
  // Whoever takes an export away is written down, and nothing else is.
  const isExport = may && declared.csv
  const changed = written.since(before).filter((table) => !isExport || !/^audit_/.test(table))
  expect(changed).toEqual([])
}

test.each(described)(
  'Whatever is thrown at $operationId, by anybody, is answered and does what they may',
  async (operation) => {
    const known = await desk.knownTo(operation)
    for (const asker of askers) await throwAt(operation, known, asker)
    await desk.expectAlive()
  },
)

test('All that was sent in between was about people whom somebody had named, and the chain holds', async () => {
  const sent = writesAfter(0)
  expect(sent).not.toEqual([])
  expect(await desk.desk.store.audit.verify()).toMatchObject({ holds: true })
  const userIds = new Set(sent.flatMap(({ ids }) => ids))
  expect([...userIds].filter((userId) => !desk.handed.has(userId))).toEqual([])
})

test('Nothing of it would have ended a server, and much of it was done', () => {
  expect(fatal).toEqual([])
  // Requests that are all foul would be refused before anything is put to the proof.
  expect(done.size, [...done].join(', ')).toBeGreaterThan(described.length * 0.4)
})
