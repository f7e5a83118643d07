import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { assemble } from './assemble.ts'
import { chunks, receivedList, resolvedBatch, rowOf } from './batch.fixture.ts'
import { connect } from './connect.ts'
import type { Databases } from './database.fixture.ts'
import { databasesOn, friday, minutesLater, secretKey } from './database.fixture.ts'
import { resignationOf, signInLinYue } from './people.fixture.ts'
import type { Store } from './store.ts'
import { CannotRecord, Superseded } from './store.ts'

const three = ['li-wei', 'zhao-min', 'guo-ting']
/** Fits into no page that happens to be free. */
const much = 'x'.repeat(150_000)

/** Batches in the middle of everything, and what can be written about them next. */
async function midway(store: Store) {
  const { batches, lists } = store
  const personId = await signInLinYue(store)
  const intentOf = (row: number) => ({ ...resignationOf(three[row - 1] ?? '', personId), row })
  const said = { outcome: 'done', facts: {}, requestId: null } as const
  const note = {
    entry: {
      action: 'batch',
      personId,
      batchId: 1,
      facts: {},
      personal: { reason: much },
      requestId: null,
    },
    at: friday,
  }
  const plan = { kind: 'resign', reason: null, endSessions: false, createdBy: personId }

  await resolvedBatch(store, personId, three)
  await batches.change(1, ['checking'], { state: 'running' })
  const running = await batches.takeFence(1, ['running'])
  const entries = await batches.recordIntents(1, running, [intentOf(1), intentOf(2)], friday)
  const [open, settled] = [entries.get(1) ?? 0, entries.get(2) ?? 0]
  const patch = { row: 2, outcome: 'done' }
  await batches.recordOutcomes(1, [{ ...said, intentSeq: settled, patch }], friday)

  const listed = [await receivedList(store, three)]
  await batches.create({ ...plan, title: '', parentId: null, lists: listed }, friday)
  const checking = await batches.takeFence(2, ['checking'])
  await resolvedBatch(store, personId, three)
  await batches.change(3, ['checking'], { state: 'checked' })

  const list = { ...(await receivedList(store, ['li-na'])), reading: { preview: much } }
  const other = { ...(await receivedList(store, ['li-mei'])), name: much }
  const intent = { ...intentOf(3), facts: { why: much } }
  const row = { row: 1, name: much }
  const kept = { userId: 'li-wei', body: { profile: much }, lacks: [] }
  const confirming = { patch: { state: 'confirmed' }, agrees: () => true, note }
  const later = { ...said, intentSeq: settled, facts: { seen: much }, patch: { row: 2 } }
  const given = { ...rowOf(1, much), givenName: much }
  const due = { outcomes: ['done'] }
  return {
    create: () => batches.create({ ...plan, title: much, parentId: 1, lists: [other] }, friday),
    setLists: () => batches.setLists(2, ['checking'], [...listed, list], { title: much }),
    addRows: () => batches.addRows(2, checking, [given, rowOf(2, 'b'), rowOf(3, 'c')]),
    change: () => batches.change(3, ['checked'], { title: much }, { note }),
    freezeRows: () => batches.freezeRows(3, ['ready'], [], confirming),
    patchRows: () => batches.patchRows(3, [row]),
    keepSnapshots: () => batches.keepSnapshots(3, [kept], friday),
    recordIntents: () => batches.recordIntents(1, running, [intent], friday),
    recordOutcomes: () =>
      batches.recordOutcomes(
        1,
        [{ ...said, intentSeq: open, facts: { much }, patch: row }],
        friday,
      ),
    recordChecks: () => batches.recordChecks(1, [later], personId, friday),
    askRecheck: () => batches.askRecheck(1, ['running'], due, { personId, note }),
    receive: () => lists.receive(chunks(much.repeat(10)), 10_000_000, friday),
  }
}

/** All that is written, but for what pg-boss keeps for itself. */
async function everythingIn({ meddle }: Databases, databaseUrl: string) {
  const everything: Record<string, unknown> = {}
  for (const table of [
    'counters',
    'batches',
    'batch_rows',
    'lists',
    'list_pieces',
    'snapshots',
    'open_intents',
    'audit_head',
    'audit_entries',
    'audit_personal',
  ]) {
    everything[table] = await meddle(databaseUrl, `select * from ${table} order by 1, 2`)
  }
  return everything
}

type Attempts = Awaited<ReturnType<typeof midway>>
const attempts = [
  'receive',
  'addRows',
  'recordOutcomes',
  'recordIntents',
  'recordChecks',
  'keepSnapshots',
  'patchRows',
  'change',
  'freezeRows',
  'askRecheck',
  'setLists',
  'create',
] as const satisfies (keyof Attempts)[]

describe('when nothing can be recorded about a batch', () => {
  const sqlite = databasesOn('sqlite')
  const postgres = databasesOn('postgres')

  /** Ways to take a database away and to bring it back. */
  const comingAndGoing = (databaseUrl: string) => {
    const name = new URL(databaseUrl).pathname.slice(1)
    const server = databaseUrl.replace(`/${name}?`, '/postgres?')
    const allow = (whether: boolean) => `alter database ${name} allow_connections ${whether}`
    const end = `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`
    return {
      leave: () => postgres.meddle(server, allow(false), end),
      comeBack: () => postgres.meddle(server, allow(true)),
    }
  }

  test('a full disk refuses everything whole, and takes it when there is room', async () => {
    const { databaseUrl, close } = await sqlite.open()
    await close()
    const db = connect(databaseUrl, 'write')
    const now = () => new Date(friday)
    const options = { databaseUrl, secretKeys: [secretKey], belongsTo: 'sandbox', now }
    const store = await assemble(
      db,
      'sqlite',
      { ...options, head: () => undefined },
      () => undefined,
    )
    const tries = await midway(store)

    const before = await everythingIn(sqlite, databaseUrl)
    await sql`pragma max_page_count = 1`.execute(db)
    for (const attempt of attempts) {
      const refused = tries[attempt]()
      await expect(refused, attempt).rejects.toThrow(CannotRecord)
      await expect(refused).rejects.toMatchObject({ cause: { errstr: 'database or disk is full' } })
      expect(await everythingIn(sqlite, databaseUrl), attempt).toEqual(before)
    }

    await sql`pragma max_page_count = 100000`.execute(db)
    for (const attempt of attempts) await tries[attempt]()
    expect(await store.audit.verify()).toMatchObject({ holds: true })
    await store.close()
  })

  test('a database that went away refuses everything, and takes it when it is back', async () => {
    const store = await postgres.open()
    const { databaseUrl } = store
    const tries = await midway(store)
    const before = await everythingIn(postgres, databaseUrl)
    const { leave, comeBack } = comingAndGoing(databaseUrl)
    await leave()
    for (const attempt of attempts) {
      await expect(tries[attempt](), attempt).rejects.toThrow(CannotRecord)
    }
    await comeBack()
    expect(await everythingIn(postgres, databaseUrl)).toEqual(before)
    for (const attempt of attempts) await tries[attempt]()
    expect(await store.audit.verify()).toMatchObject({ holds: true })
  })
  test('a list of which the database took a part only is nobody’s, and is forgotten', async () => {
    const first = await postgres.open()
    const { databaseUrl, lists } = first
    const { leave, comeBack } = comingAndGoing(databaseUrl)
    async function* interrupted() {
      yield Buffer.from(much.repeat(4))
      await leave()
      yield Buffer.from(much.repeat(4))
    }
    await expect(lists.receive(interrupted(), 10_000_000, friday)).rejects.toThrow(CannotRecord)
    await comeBack()
    const [half] = await postgres.meddle(databaseUrl, 'select list_id, sha256 from lists')
    expect(half).toMatchObject({ sha256: null })
    const reading = lists.bytes(String(half?.list_id))[Symbol.asyncIterator]()
    await expect(reading.next()).rejects.toThrow(Superseded)
    await first.close()

    await postgres.open({ databaseUrl, now: () => new Date(minutesLater(25 * 60)) })
    expect(await postgres.meddle(databaseUrl, 'select * from list_pieces')).toEqual([])
  })
})
