import { describe, expect, test } from 'vitest'
import { resolvedBatch } from './batch.fixture.ts'
import { databasesOn, engines, friday, minutesLater } from './database.fixture.ts'
import { resignationOf, signInLinYue } from './people.fixture.ts'
import { CannotRecord, Stopped } from './store.ts'

describe.each(engines)('stop everything on %s', (engine) => {
  const { open, meddle } = databasesOn(engine)

  const noteOf = (action: string, personId: string, minutes = 0) => ({
    entry: {
      action,
      personId,
      batchId: null,
      facts: {},
      personal: { reason: 'INC-17' },
      requestId: 'request-1',
    },
    at: minutesLater(minutes),
  })

  /** Lin Yue at the switch. */
  const atTheSwitch = async (options: Parameters<typeof open>[0] = {}) => {
    const store = await open(options)
    const lin = await signInLinYue(store)
    const turnOn = (personId = lin, minutes = 0) =>
      store.stop.set(
        { personId, at: minutesLater(minutes), reason: 'INC-17' },
        noteOf('stopEverything', personId, minutes),
      )
    const turnOff = () => store.stop.set(null, noteOf('liftStop', lin, 9))
    const act = (userId: string) => store.acts.recordIntent(resignationOf(userId, lin), friday)
    return { ...store, lin, turnOn, turnOff, act }
  }

  test('no act passes while it is on, whichever replica it comes through', async () => {
    const store = await atTheSwitch()
    const replica = await open({ databaseUrl: store.databaseUrl, lock: false })
    await store.act('li-wei')
    expect(await replica.stop.current()).toBeNull()

    const stopped = { personId: store.lin, at: friday, reason: 'INC-17' }
    expect(await store.turnOn()).toEqual(stopped)
    expect(await replica.stop.current()).toEqual(stopped)
    for (const { acts } of [store, replica]) {
      const refused = acts.recordIntent(resignationOf('zhao-min', store.lin), friday)
      await expect(refused).rejects.toThrow(Stopped)
    }
    expect(await store.acts.open()).toHaveLength(1)
    expect(await store.acts.lastSnapshot('zhao-min')).toBeNull()
    expect(await store.audit.entries(1, 10)).toMatchObject([
      { kind: 'intent' },
      { kind: 'note', action: 'stopEverything', at: friday, personal: { reason: 'INC-17' } },
    ])

    expect(await replica.stop.set(null, noteOf('liftStop', store.lin, 9))).toBeNull()
    expect(await store.stop.current()).toBeNull()
    await store.act('zhao-min')
    expect(await store.audit.verify()).toEqual({ holds: true, entries: 4 })
  })

  test('what was sent before still gets its outcome', async () => {
    const store = await atTheSwitch()
    const intentSeq = await store.act('li-wei')
    await store.turnOn()
    const done = { outcome: 'done', facts: {}, requestId: null } as const
    await store.acts.recordOutcome({ intentSeq, ...done }, friday)
    await store.acts.recordCheck({ intentSeq, ...done }, store.lin, friday)
    expect(await store.acts.open()).toEqual([])
  })

  test('a running batch gets no further chunk, and none of its rows counts as sent', async () => {
    const store = await atTheSwitch()
    const { batches } = store
    await resolvedBatch(store, store.lin, ['li-wei', 'zhao-min'])
    await batches.freezeRows(1, [], [])
    await batches.change(1, ['checking'], { state: 'running' })
    const fence = await batches.takeFence(1, ['running'])
    const chunk = (row: number, userId: string) =>
      batches.recordIntents(1, fence, [{ ...resignationOf(userId, store.lin), row }], friday)
    await chunk(1, 'li-wei')
    await store.turnOn()
    const before = await batches.find(1)
    await expect(chunk(2, 'zhao-min')).rejects.toThrow(Stopped)
    expect(await batches.find(1)).toEqual(before)
    expect(await batches.row(1, 2)).toMatchObject({ outcome: 'skipped', sends: 0 })
    await store.turnOff()
    await chunk(2, 'zhao-min')
  })

  test('whoever is also over their limit is told that everything is stopped', async () => {
    const store = await atTheSwitch()
    await store.turnOn()
    const within = { personIds: [store.lin], since: friday, allowance: 0 }
    const intent = resignationOf('li-wei', store.lin)
    const refused = store.acts.recordIntent(intent, friday, { within })
    await expect(refused).rejects.toThrow(Stopped)
  })

  test('turned on twice the first one stays, and is noted once', async () => {
    const store = await atTheSwitch()
    const first = await store.turnOn()
    expect(await store.turnOn('zhao-min', 5)).toEqual(first)
    expect(await store.audit.lastSeq()).toBe(1)
    await store.turnOff()
    expect(await store.turnOff()).toBeNull()
    expect(await store.audit.lastSeq()).toBe(2)
  })

  test('of two who turn it on at the same moment one is remembered, by both', async () => {
    const store = await atTheSwitch()
    const both = await Promise.all([store.turnOn('lin', 1), store.turnOn('zhao-min', 2)])
    expect(both[0]).toEqual(both[1])
    expect(await store.stop.current()).toEqual(both[0])
    expect(await store.audit.entries(1, 10)).toMatchObject([{ personId: both[0]?.personId }])
  })

  test('a broken chain keeps nobody from stopping, but from letting go again', async () => {
    const store = await atTheSwitch()
    await store.act('li-wei')
    await meddle(store.databaseUrl, `update audit_entries set user_id = 'li-na'`)
    expect(await store.turnOn()).toMatchObject({ personId: store.lin })
    expect(await store.stop.current()).toMatchObject({ reason: 'INC-17' })
    expect(await store.audit.lastSeq()).toBe(1)
    await expect(store.turnOff()).rejects.toThrow(CannotRecord)
    expect(await store.stop.current()).not.toBeNull()
  })

  test('no more does a head that cannot be put outside', async () => {
    let full = false
    const head = () => {
      if (full) throw new Error('no space left on device')
    }
    const store = await atTheSwitch({ head })
    await store.act('li-wei')
    full = true
    // What this one leaves is told by the next, or that one is refused.
    await store.act('zhao-min')
    await expect(store.act('guo-ting')).rejects.toThrow(CannotRecord)
    expect(await store.turnOn()).toMatchObject({ personId: store.lin })
    await expect(store.turnOff()).rejects.toThrow(CannotRecord)
    full = false
    await expect(store.act('guo-ting')).rejects.toThrow(Stopped)
    await store.turnOff()
    await store.act('guo-ting')
    expect(await store.audit.verify()).toEqual({ holds: true, entries: 4 })
  })

  test('whoever lifts it writes down what they lifted, which may have been written down nowhere', async () => {
    const store = await atTheSwitch()
    await store.act('li-wei')
    await meddle(store.databaseUrl, `update audit_entries set user_id = 'li-na'`)
    await store.turnOn(store.lin, 3)
    await meddle(store.databaseUrl, `update audit_entries set user_id = 'li-wei'`)
    await store.stop.set(null, noteOf('liftStop', 'wu-han', 9))
    const entries = await store.audit.entries(1, 10)
    expect(entries.map(({ action }) => action)).toEqual(['resignUser', 'liftStop'])
    expect(entries[1]).toMatchObject({
      personId: 'wu-han',
      at: minutesLater(9),
      facts: { stoppedBy: store.lin, stoppedAt: minutesLater(3) },
      personal: { reason: 'INC-17', stoppedBecause: 'INC-17' },
    })
    expect(await store.audit.verify()).toEqual({ holds: true, entries: 2 })
  })

  test('it outlives the server', async () => {
    const store = await atTheSwitch()
    await store.turnOn()
    await store.close()
    const again = await open({ databaseUrl: store.databaseUrl })
    expect(await again.stop.current()).toMatchObject({ personId: store.lin, at: friday })
  })
})
