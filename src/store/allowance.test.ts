import { describe, expect, test } from 'vitest'
import { resolvedBatch } from './batch.fixture.ts'
import { databasesOn, engines, friday, minutesLater } from './database.fixture.ts'
import { linYue, resignationOf, signInLinYue } from './people.fixture.ts'
import type { Within } from './records.ts'
import type { Store } from './store.ts'
import { OverLimit, UserBusy } from './store.ts'

const done = { outcome: 'done', facts: {}, requestId: null } as const

/** User ids that nobody else has, as many as wanted. */
function users(count: number, prefix = 'user'): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}-${index + 1}`)
}

/** What became of attempts that were made at the same moment. */
function tell(attempts: readonly PromiseSettledResult<unknown>[]) {
  const reasons = attempts.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  return { passed: attempts.length - reasons.length, reasons }
}

describe.each(engines)('what one operator may send alone, on %s', (engine) => {
  const { open, meddle } = databasesOn(engine)

  const tenOf = (...personIds: string[]): Within => ({ personIds, since: friday, allowance: 10 })

  /** Lin Yue, who has already acted on nine people of the ten she may act on. */
  const afterNine = async () => {
    const store = await open()
    const lin = await signInLinYue(store)
    const act = (userId: string, within?: Within, { acts }: Pick<Store, 'acts'> = store) =>
      acts.recordIntent(resignationOf(userId, lin), minutesLater(1), { within })
    for (const userId of users(9)) await act(userId, tenOf(lin))
    return { ...store, lin, act }
  }

  /** A batch of these users that runs under a fence, and its next chunk. */
  const running = async (
    store: Pick<Store, 'batches' | 'lists'>,
    personId: string,
    ids: string[],
  ) => {
    const { batches } = store
    const { batchId } = await resolvedBatch(store, personId, ids)
    await batches.freezeRows(batchId, [], [])
    await batches.change(batchId, ['checking'], { state: 'running' })
    const fence = await batches.takeFence(batchId, ['running'])
    const intents = ids.map((userId, index) => ({
      ...resignationOf(userId, personId),
      row: index + 1,
    }))
    const send = (within?: Within) =>
      batches.recordIntents(batchId, fence, intents, minutesLater(1), { within })
    return { batchId, intents, send }
  }

  test('of fifty acts at the same moment with room for one, exactly one passes', async () => {
    const store = await afterNine()
    // A SQLite file has one server; PostgreSQL may have several.
    const replica =
      engine === 'sqlite' ? store : await open({ databaseUrl: store.databaseUrl, lock: false })
    const attempts = users(50, 'more').map((userId, index) =>
      store.act(userId, tenOf(store.lin), index % 2 === 0 ? store : replica),
    )
    const { passed, reasons } = tell(await Promise.allSettled(attempts))
    expect(passed).toBe(1)
    expect(reasons.map((reason) => reason.name)).toEqual(users(49).map(() => 'OverLimit'))
    expect(await store.acts.sentBy([store.lin], friday)).toHaveLength(10)
    expect(await store.audit.verify()).toEqual({ holds: true, entries: 10 })
  })

  test('one verified e-mail at two providers is one person, at the same moment too', async () => {
    const store = await afterNine()
    const elsewhere = { ...linYue, iss: 'https://other.example', email: 'LIN.YUE@example.com' }
    const other = (await store.people.signedIn(elsewhere, friday)).personId
    const attempts = users(20, 'more').map(async (userId, index) => {
      const personId = index % 2 === 0 ? store.lin : other
      const within = tenOf(...(await store.people.same(personId)))
      return store.acts.recordIntent(resignationOf(userId, personId), friday, { within })
    })
    const { passed, reasons } = tell(await Promise.allSettled(attempts))
    expect(passed).toBe(1)
    expect(reasons.every((reason) => reason instanceof OverLimit)).toBe(true)
    expect(await store.acts.sentBy([store.lin, other], friday)).toHaveLength(10)
  })

  test('other people have an allowance of their own, and do not wait', async () => {
    const store = await afterNine()
    const { personId } = await store.people.signedIn(
      { ...linYue, sub: 'zhao-min', email: 'zhao.min@example.com' },
      friday,
    )
    const attempts = users(10, 'hers').map((userId) =>
      store.acts.recordIntent(resignationOf(userId, personId), friday, { within: tenOf(personId) }),
    )
    expect(tell(await Promise.allSettled(attempts)).passed).toBe(10)
    await store.act('user-10', tenOf(store.lin))
  })

  test('an act beyond it leaves nothing behind', async () => {
    const store = await afterNine()
    await store.act('user-10', tenOf(store.lin))
    await expect(store.act('user-11', tenOf(store.lin))).rejects.toThrow(OverLimit)
    expect(await store.audit.lastSeq()).toBe(10)
    expect(await store.acts.lastSnapshot('user-11')).toBeNull()
    expect(await store.acts.open()).toHaveLength(10)
    await store.act('user-11')
  })

  test('whoever was sent before counts once, however often they are sent', async () => {
    const store = await afterNine()
    await store.act('user-10', tenOf(store.lin))
    await expect(store.act('user-10', tenOf(store.lin))).rejects.toThrow(UserBusy)
    await store.acts.recordOutcome({ intentSeq: 10, ...done }, minutesLater(1))
    await store.act('user-10', tenOf(store.lin))
    expect(await store.acts.sentBy([store.lin], friday)).toHaveLength(10)
  })

  test('the window slides, and its first instant still counts', async () => {
    const store = await afterNine()
    await store.act('user-10', tenOf(store.lin))
    const since = (minutes: number) => ({ ...tenOf(store.lin), since: minutesLater(minutes) })
    await expect(store.act('user-11', since(1))).rejects.toThrow(OverLimit)
    expect(await store.acts.sentBy([store.lin], minutesLater(1))).toHaveLength(10)
    const past = new Date(Date.parse(minutesLater(1)) + 1).toISOString()
    expect(await store.acts.sentBy([store.lin], past)).toEqual([])
    await store.act('user-11', { ...tenOf(store.lin), since: past })
  })

  test('single acts and chunks add up, and a chunk beyond it leaves nothing behind', async () => {
    const store = await afterNine()
    const two = await running(store, store.lin, ['user-10', 'user-11'])
    const before = await store.batches.find(two.batchId)
    await expect(two.send(tenOf(store.lin))).rejects.toThrow(OverLimit)
    expect(await store.batches.find(two.batchId)).toEqual(before)
    expect(await store.batches.row(two.batchId, 1)).toMatchObject({ outcome: 'skipped', sends: 0 })
    expect(await store.audit.lastSeq()).toBe(9)

    await two.send({ ...tenOf(store.lin), allowance: 11 })
    await expect(store.act('user-12', tenOf(store.lin))).rejects.toThrow(OverLimit)
    expect((await store.acts.sentBy([store.lin], friday)).sort()).toEqual(users(11).sort())
  })

  test('a row that is sent once more counts once', async () => {
    const store = await afterNine()
    const one = await running(store, store.lin, ['user-10'])
    const entries = await one.send(tenOf(store.lin))
    const intentSeq = entries.get(1) ?? 0
    const failed = { ...done, intentSeq, outcome: 'failed', patch: { row: 1 } } as const
    await store.batches.recordOutcomes(one.batchId, [failed], minutesLater(1))
    await one.send(tenOf(store.lin))
    expect(await store.batches.row(one.batchId, 1)).toMatchObject({ sends: 2 })
  })

  test('what a second person approved is left out, for as long as the approval stands', async () => {
    const store = await open()
    const lin = await signInLinYue(store)
    const fifty = await running(store, lin, users(50))
    await store.batches.change(fifty.batchId, ['running'], {
      approvedBy: 'zhao-min',
      approvedAt: friday,
      approvedFingerprint: 'f00d',
    })
    await fifty.send()
    expect(await store.acts.sentBy([lin], friday)).toEqual([])
    const ten = await running(store, lin, users(10, 'more'))
    await ten.send(tenOf(lin))
    expect((await store.acts.sentBy([lin], friday)).sort()).toEqual(users(10, 'more').sort())

    const none = { approvedBy: null, approvedAt: null, approvedFingerprint: null }
    await store.batches.change(fifty.batchId, ['running'], none)
    expect(await store.acts.sentBy([lin], friday)).toHaveLength(60)
  })

  test('chunks of many batches at the same moment cannot all see room', async () => {
    const store = await afterNine()
    const five = users(5, 'more').map((userId) => running(store, store.lin, [userId]))
    const attempts = (await Promise.all(five)).map(({ send }) => send(tenOf(store.lin)))
    const { passed, reasons } = tell(await Promise.allSettled(attempts))
    expect(passed).toBe(1)
    expect(reasons.every((reason) => reason instanceof OverLimit)).toBe(true)
  })

  test('nobody has sent nothing', async () => {
    const { acts } = await afterNine()
    expect(await acts.sentBy([], friday)).toEqual([])
    expect(await acts.sentBy(['nobody'], friday)).toEqual([])
  })

  test('the index over intents answers it', async () => {
    const { databaseUrl } = await afterNine()
    const names =
      engine === 'sqlite'
        ? `select sql as definition from sqlite_master where name = 'audit_intents_by_person'`
        : `select indexdef as definition from pg_indexes where indexname = 'audit_intents_by_person'`
    expect(await meddle(databaseUrl, names)).toEqual([
      { definition: expect.stringMatching(/person_id, at, user_id, batch_id.*kind.*'intent'/s) },
    ])
  })
})
