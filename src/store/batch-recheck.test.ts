import { describe, expect, test } from 'vitest'
import { resolvedBatch } from './batch.fixture.ts'
import { databasesOn, engines, friday, minutesLater } from './database.fixture.ts'
import { offers } from './offers.fixture.ts'
import { resignationOf, signInLinYue } from './people.fixture.ts'
import { Superseded } from './store.ts'

describe.each(engines)('looking again after the end of a batch on %s', (engine) => {
  const { open } = databasesOn(engine)

  const four = ['li-wei', 'zhao-min', 'guo-ting', 'li-na']
  const ended = ['finished', 'stopped']

  /** A batch that is over: two done, one not confirmed, one never sent; entries 1 to 6. */
  const over = async () => {
    const store = await open()
    const { batches } = store
    const personId = await signInLinYue(store)
    await resolvedBatch(store, personId, four)
    await batches.change(1, ['checking'], { state: 'running' })
    const fence = await batches.takeFence(1, ['running'])
    const intents = [1, 2, 3].map((row) => ({
      ...resignationOf(four[row - 1] ?? '', personId),
      row,
    }))
    const entries = await batches.recordIntents(1, fence, intents, friday)
    const became = ['done', 'done', 'not_confirmed'] as const
    await batches.recordOutcomes(
      1,
      became.map((outcome, index) => ({
        intentSeq: entries.get(index + 1) ?? 0,
        outcome,
        facts: {},
        requestId: null,
        patch: { row: index + 1, outcome },
      })),
      friday,
    )
    await batches.patchRows(1, [{ row: 4, outcome: 'skipped' }])
    await batches.change(1, ['running'], { state: 'finished' })
    const entry = { personId, batchId: 1, facts: {}, personal: {}, requestId: null }
    const note = { entry: { ...entry, action: 'recheckBatch' }, at: minutesLater(5) }
    const along = { personId, note }
    const due = async () => (await batches.dueRows(1, 10)).map(({ row }) => row)
    return { ...store, personId, along, due }
  }
  const checkOf = (row: number, intentSeq: number | null, cameBack: boolean) => ({
    intentSeq,
    outcome: cameBack ? ('not_confirmed' as const) : ('done' as const),
    facts: { cameBack },
    requestId: null,
    patch: { row, cameBack, recheckedAt: minutesLater(9) },
  })

  test('rows with the outcomes that were named are due, and the job goes along', async () => {
    const { batches, along, due, queue, personId, audit } = await over()
    await batches.change(1, ended, { recheckedAt: friday })
    const batch = await batches.askRecheck(1, ended, { outcomes: ['done'] }, along)
    expect(batch).toMatchObject({
      state: 'finished',
      recheckTotal: 2,
      recheckBy: personId,
      recheckedAt: null,
      lastEntry: 7,
    })
    expect(await due()).toEqual([1, 2])
    expect(await batches.tallies(1)).toMatchObject({ recheckLeft: 2 })
    expect(await batches.beingRechecked()).toEqual([1])
    expect(await audit.entries(7, 10)).toMatchObject([{ kind: 'note', action: 'recheckBatch' }])
    const { offered, work } = offers()
    await queue.work(work)
    expect(await offered(2)).toEqual([
      { kind: 'check', batchId: 1 },
      { kind: 'recheck', batchId: 1 },
    ])
  })

  test('rows that could not be read are counted by what became of them', async () => {
    const { batches } = await over()
    await batches.patchRows(1, [
      { row: 1, why: { code: 'upstream_silent' } },
      { row: 4, why: { code: 'upstream_silent' } },
    ])
    expect(await batches.countUnread(1, ['done'])).toBe(1)
    expect(await batches.countUnread(1, ['done', 'skipped'])).toBe(2)
    await batches.patchRows(1, [{ row: 1, why: null }])
    expect(await batches.countUnread(1, ['done'])).toBe(0)
  })

  test('those of an earlier asking that are still due are counted in', async () => {
    const { batches, along, due } = await over()
    await batches.askRecheck(1, ended, { outcomes: ['done'] }, along)
    const batch = await batches.askRecheck(1, ended, { outcomes: ['not_confirmed'] }, along)
    expect(batch.recheckTotal).toBe(3)
    expect(await due()).toEqual([1, 2, 3])
  })

  test('one row alone is due, and only with an outcome that is asked for', async () => {
    const { batches, along, due } = await over()
    const { outcome } = (await batches.row(1, 2)) ?? {}
    const other = { outcomes: ['no such word'], row: 2 }
    expect(await batches.askRecheck(1, ended, other, along)).toMatchObject({ recheckTotal: 0 })
    const asked = { outcomes: [outcome ?? ''], row: 2 }
    expect(await batches.askRecheck(1, ended, asked, along)).toMatchObject({ recheckTotal: 1 })
    expect(await due()).toEqual([2])
  })

  test('a recheck of which every row was looked at is under way until it is told to be over', async () => {
    const { batches, along } = await over()
    const { outcome } = (await batches.row(1, 2)) ?? {}
    await batches.askRecheck(1, ended, { outcomes: [outcome ?? ''], row: 2 }, along)
    await batches.patchRows(1, [{ row: 2, recheckDue: false }])
    expect(await batches.beingRechecked()).toEqual([1])
    await batches.change(1, ended, { recheckedAt: friday })
    expect(await batches.beingRechecked()).toEqual([])
  })

  test('where there is nothing to look at, nothing is written', async () => {
    const { batches, along, due, audit, queue } = await over()
    await batches.patchRows(1, [{ row: 4, userId: null }])
    await batches.change(1, ended, { recheckTotal: 3, recheckedAt: friday })
    const before = await batches.find(1)
    for (const which of [{ outcomes: ['failed'] }, { outcomes: [] }, { outcomes: [], row: 4 }]) {
      const batch = await batches.askRecheck(1, ended, which, along)
      expect(batch).toEqual({ ...before, recheckTotal: 0 })
    }
    expect(await batches.find(1)).toEqual(before)
    expect(await due()).toEqual([])
    expect(await batches.beingRechecked()).toEqual([])
    expect(await audit.lastSeq()).toBe(6)
    const { offered, work } = offers()
    await queue.put({ kind: 'run', batchId: 1 })
    await queue.work(work)
    expect(await offered(2)).toEqual([
      { kind: 'check', batchId: 1 },
      { kind: 'run', batchId: 1 },
    ])
  })

  test('a batch that still runs is not looked at again', async () => {
    const { batches, along, due, audit } = await over()
    const asking = batches.askRecheck(1, ['stopped'], { outcomes: ['done'] }, along)
    await expect(asking).rejects.toThrow(Superseded)
    expect(await due()).toEqual([])
    expect(await audit.lastSeq()).toBe(6)
  })

  test('each row that was sent gets an entry of its own kind, and is due no longer', async () => {
    const { batches, along, due, acts, audit, personId } = await over()
    await batches.askRecheck(1, ended, { outcomes: ['done', 'not_confirmed'] }, along)
    const last = await batches.lastIntents(1, [1, 2, 3, 4])
    expect(last).toEqual(
      new Map([
        [1, 1],
        [2, 2],
        [3, 3],
      ]),
    )
    const checks = [checkOf(1, 1, true), checkOf(3, 3, false)]
    await batches.recordChecks(1, checks, personId, minutesLater(9))
    expect(await due()).toEqual([2])
    expect(await batches.row(1, 1)).toMatchObject({
      outcome: 'done',
      recheckDue: false,
      recheckedAt: minutesLater(9),
      cameBack: true,
    })
    expect(await batches.tallies(1)).toMatchObject({ recheckLeft: 1, cameBack: 1 })
    expect(await audit.entries(8, 10)).toMatchObject([
      { kind: 'check', intentSeq: 1, userId: 'li-wei', batchId: 1, outcome: 'not_confirmed' },
      { kind: 'check', intentSeq: 3, userId: 'guo-ting', batchId: 1, outcome: 'done' },
    ])
    expect((await acts.find(3))?.outcome).toBe('done')
    expect(await audit.verify()).toEqual({ holds: true, entries: 9 })
  })

  test('a row that was never sent, or could not be read, leaves no entry', async () => {
    const { batches, along, due, audit, personId } = await over()
    await batches.askRecheck(1, ended, { outcomes: ['skipped'], row: 4 }, along)
    const check = checkOf(4, null, false)
    const unread = { ...check, patch: { row: 4, why: { code: 'upstream_silent' } } }
    await batches.recordChecks(1, [unread], personId, minutesLater(9))
    await batches.recordChecks(1, [], personId, minutesLater(9))
    expect(await due()).toEqual([])
    expect(await batches.row(1, 4)).toMatchObject({
      why: { code: 'upstream_silent' },
      recheckedAt: null,
    })
    expect(await audit.lastSeq()).toBe(7)
  })

  test('checks that do not fit their intents are refused, all of them', async () => {
    const { batches, along, acts, audit, personId } = await over()
    await batches.askRecheck(1, ended, { outcomes: ['done'] }, along)
    const single = await acts.recordIntent(resignationOf('wang-fang', personId), friday)
    const before = await batches.row(1, 1)
    for (const wrong of [checkOf(2, 1, true), checkOf(2, 99, true), checkOf(2, single, true)]) {
      const checks = [checkOf(1, 1, true), wrong]
      const refused = batches.recordChecks(1, checks, personId, minutesLater(9))
      await expect(refused).rejects.toThrow(Superseded)
    }
    expect(await batches.row(1, 1)).toEqual(before)
    expect(await audit.lastSeq()).toBe(single)
  })

  test('an intent that is open is not looked at but settled', async () => {
    const { batches, audit, personId } = await over()
    await batches.change(1, ended, { state: 'running' })
    const fence = await batches.takeFence(1, ['running'])
    const intent = { ...resignationOf('li-na', personId), row: 4 }
    const open = (await batches.recordIntents(1, fence, [intent], friday)).get(4) ?? 0
    const refused = batches.recordChecks(1, [checkOf(4, open, false)], personId, friday)
    await expect(refused).rejects.toThrow(Superseded)
    expect(await audit.lastSeq()).toBe(open)
  })

  test('many rows are looked at in one go', async () => {
    const { batches, personId, audit } = await over()
    const checks = Array.from({ length: 3_000 }, (_, index) =>
      checkOf((index % 3) + 1, null, false),
    )
    await batches.recordChecks(1, checks, personId, friday)
    const entered = checks.map((check, index) => ({ ...check, intentSeq: (index % 3) + 1 }))
    await batches.recordChecks(1, entered, personId, friday)
    expect(await audit.verify()).toEqual({ holds: true, entries: 3_006 })
    expect(
      (
        await batches.lastIntents(
          1,
          Array.from({ length: 40_000 }, (_, i) => i),
        )
      ).size,
    ).toBe(3)
  })
})
