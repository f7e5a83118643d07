import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { databasesOn, friday } from '#store/database.fixture.ts'
import { openBatchDesk } from './batch.fixture.ts'
import { judge } from './judged.fixture.ts'

type BatchDesk = Awaited<ReturnType<typeof openBatchDesk>>
let at: BatchDesk

/** Deletes these people, and says what GenAuth and the record make of it. */
async function judged(batchId: number, userIds: string[]) {
  const { desk, chenJing } = at
  const batch = await at.get(batchId)
  expect(chenJing.role).toBe('operator')
  const list = { kind: 'delete' as const, endSessions: false, userIds }
  return judge(desk.world, desk.genauth, batch, list, desk.sandbox.ledger())
}

/** Goes on with the batch, as often as it waits for somebody. */
async function toTheEnd(batchId: number) {
  while ((await at.reached(batchId, 'paused', 'finished')).state === 'paused') {
    await at.start(batchId)
  }
}

const slowly = { call: 'delete-users-batch', behave: 'slow' as const, delayMs: 700, times: 1 }

describe('a disk that is full', () => {
  /** Connections as they are opened: how many pages a file may have is said to each of them. */
  const opened = new Set<DatabaseSync>()
  const { exec } = DatabaseSync.prototype

  beforeAll(() => {
    DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string) {
      opened.add(this)
      return exec.call(this, sql)
    }
  })
  afterAll(() => {
    DatabaseSync.prototype.exec = exec
  })
  beforeEach(async () => {
    at = await openBatchDesk()
  })
  afterEach(async () => {
    await at.desk.close()
    opened.clear()
  })

  /** Of the file as it is now nothing may grow, or it may again. */
  function pages(most: number): void {
    for (const database of opened) {
      if (database.isOpen) exec.call(database, `pragma max_page_count = ${most}`)
    }
  }
  const full = () => pages(1)
  const room = () => pages(1_000_000)

  /** What is left in the last pages may still be written to. */
  async function useUp(): Promise<void> {
    const { audit } = at.desk.store
    const note = { action: 'filler', personId: null, batchId: null, requestId: null }
    for (let isRoom = true; isRoom; ) {
      const noted = audit.note({ ...note, facts: {}, personal: {} }, friday)
      isRoom = await noted.then(
        () => true,
        () => false,
      )
    }
  }

  test('before the start: it is refused, and GenAuth sees nothing', async () => {
    const userIds = await at.leavers(20)
    const { batchId } = await at.checked(userIds)
    await at.confirm(batchId)
    full()
    await useUp()
    const since = at.desk.sandbox.ledger().at(-1)?.seq ?? 0
    await expect(at.start(batchId)).rejects.toThrow()
    expect(at.desk.sandbox.ledger(since).filter(({ method }) => method === 'POST')).toEqual([])
    expect((await at.get(batchId)).state).toBe('confirmed')
    room()
    await at.start(batchId)
    await toTheEnd(batchId)
    expect(await judged(batchId, userIds)).toMatchObject({ outcomes: { done: 20 }, broken: [] })
  })

  test('in mid run: nothing more is sent, and it goes on when there is room', async () => {
    const userIds = await at.leavers(30)
    const { batchId } = await at.checked(userIds)
    await at.confirm(batchId)
    at.desk.sandbox.switches({ faults: [slowly] })
    await at.start(batchId)
    await expect.poll(() => at.deletions().length, { timeout: 10_000 }).toBe(1)
    full()
    const paused = await at.reached(batchId, 'paused', 'finished')
    expect(paused).toMatchObject({ state: 'paused', pausedBecause: 'unrecorded' })
    const sent = at.deletions().length
    expect(sent).toBeLessThan(3)
    room()
    expect(at.deletions()).toHaveLength(sent)
    await toTheEnd(batchId)
    expect(await judged(batchId, userIds)).toMatchObject({ outcomes: { done: 30 }, broken: [] })
  })
})

describe('a database that is gone for a while', () => {
  const databases = databasesOn('postgres')
  let databaseUrl: string

  beforeEach(async () => {
    databaseUrl = await databases.fresh()
    at = await openBatchDesk({ databaseUrl })
  })
  afterEach(() => at.desk.close())

  const name = () => new URL(databaseUrl).pathname.slice(1)
  const server = () => databaseUrl.replace(`/${name()}?`, '/postgres?')
  const goes = () =>
    databases.meddle(
      server(),
      `alter database ${name()} allow_connections false`,
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name()}'`,
    )
  const comesBack = () =>
    databases.meddle(server(), `alter database ${name()} allow_connections true`)

  test('in mid run: nothing more is sent, and it goes on when it is back', async () => {
    const userIds = await at.leavers(30)
    const { batchId } = await at.checked(userIds)
    await at.confirm(batchId)
    at.desk.sandbox.switches({ faults: [slowly] })
    await at.start(batchId)
    await expect.poll(() => at.deletions().length, { timeout: 10_000 }).toBe(1)
    await goes()
    await expect.poll(() => at.deletions()[0]?.answered, { timeout: 10_000 }).not.toBe(null)
    await expect(at.get(batchId)).rejects.toThrow()
    expect(at.deletions()).toHaveLength(1)
    await comesBack()
    await expect
      .poll(async () => (await at.get(batchId).catch(() => null))?.state ?? 'away', {
        timeout: 60_000,
      })
      .toMatch(/paused|finished/)
    await toTheEnd(batchId)
    expect(await judged(batchId, userIds)).toMatchObject({ outcomes: { done: 30 }, broken: [] })
  }, 150_000)
})
