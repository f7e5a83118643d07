import { describe, expect, test } from 'vitest'
import { resolvedBatch } from './batch.fixture.ts'
import type { PlannedRow } from './batch-records.ts'
import { databasesOn, engines, minutesLater } from './database.fixture.ts'
import { signInLinYue } from './people.fixture.ts'
import type { Job } from './records.ts'
import { Superseded } from './store.ts'

describe.each(engines)('what goes along with a change of a batch on %s', (engine) => {
  const { open } = databasesOn(engine)

  const ready = ['ready']
  const note = (action: string) => ({
    entry: {
      action,
      personId: 'lin-yue',
      batchId: 1,
      facts: { rows: 2 },
      personal: { reason: 'HR-2231' },
      requestId: 'request-1',
    },
    at: minutesLater(1),
  })

  /** A checked batch of three, of which rows 1 and 3 are ready. */
  const checked = async () => {
    const store = await open()
    const createdBy = await signInLinYue(store)
    await resolvedBatch(store, createdBy, ['li-wei', 'zhao-min', 'guo-ting'])
    await store.batches.patchRows(1, [
      { row: 1, verdict: 'ready' },
      { row: 2, verdict: 'already_so' },
      { row: 3, verdict: 'ready' },
    ])
    await store.batches.change(1, ['checking'], { state: 'checked' })
    return store
  }

  test('the note is an entry of the chain when the change happens, and not when it does not', async () => {
    const { batches, audit } = await checked()
    const refused = batches.change(1, ['running'], { state: 'stopping' }, { note: note('stop') })
    await expect(refused).rejects.toThrow(Superseded)
    expect(await audit.lastSeq()).toBe(0)

    const changed = await batches.change(
      1,
      ['checked'],
      { state: 'discarded' },
      { note: note('discardBatch') },
    )
    expect(changed).toMatchObject({ state: 'discarded' })
    expect(await audit.entries(1, 10)).toMatchObject([
      {
        kind: 'note',
        action: 'discardBatch',
        at: minutesLater(1),
        batchId: 1,
        facts: { rows: 2 },
        personal: { reason: 'HR-2231' },
      },
    ])
    expect(await batches.find(1)).toMatchObject({ firstEntry: 1, lastEntry: 1 })
    expect(await audit.verify()).toEqual({ holds: true, entries: 1 })
  })

  test('a job goes along with a change and its note', async () => {
    const { batches, queue, audit } = await checked()
    const offered = Promise.withResolvers<Job>()
    const job = { kind: 'run', batchId: 1 } as const
    await queue.work(async (next) => {
      if (next.kind === 'run') offered.resolve(next)
    })
    await batches.change(1, ['checked'], { state: 'running' }, { job, note: note('startBatch') })
    expect(await offered.promise).toEqual(job)
    expect(await audit.lastSeq()).toBe(1)
  })

  test('whoever lost the fence changes neither the batch nor its rows', async () => {
    const { batches } = await checked()
    await batches.change(1, ['checked'], { state: 'running' })
    const lost = await batches.takeFence(1, ['running'])
    const fence = await batches.takeFence(1, ['running'])
    const before = await batches.find(1)

    const pause = batches.change(1, ['running'], { state: 'paused' }, { fence: lost })
    await expect(pause).rejects.toThrow(Superseded)
    const held = [{ row: 1, outcome: 'held' }]
    await expect(batches.patchRows(1, held, { fence: lost })).rejects.toThrow(Superseded)
    await expect(batches.patchRows(1, held, { state: 'paused' })).rejects.toThrow(Superseded)
    expect(await batches.find(1)).toEqual(before)

    await batches.patchRows(1, held, { fence, state: 'running' })
    await batches.change(1, ['running'], { state: 'paused' }, { fence })
    expect(await batches.row(1, 1)).toMatchObject({ outcome: 'held' })
  })

  test('a list is confirmed and frozen at once when it is the one that was shown', async () => {
    const { batches, audit } = await checked()
    const shown: (readonly PlannedRow[])[] = []
    const confirmed = await batches.freezeRows(1, ready, [], {
      patch: { state: 'confirmed', reason: 'HR-2231' },
      agrees: (plan) => shown.push(plan) > 0,
      note: note('confirmBatch'),
    })
    expect(shown).toEqual([
      [
        { userId: 'li-wei', targetStatus: null },
        { userId: 'guo-ting', targetStatus: null },
      ],
    ])
    expect(confirmed).toMatchObject({ state: 'confirmed', reason: 'HR-2231', firstEntry: 1 })
    expect((await batches.tallies(1)).outcomes).toEqual({ waiting: 2, skipped: 1 })
    expect(await audit.entries(1, 10)).toMatchObject([{ action: 'confirmBatch' }])
  })

  test('another list than the one shown is neither confirmed nor frozen', async () => {
    const { batches, audit } = await checked()
    const before = await batches.find(1)
    const confirming = batches.freezeRows(1, ready, [], {
      patch: { state: 'confirmed' },
      agrees: () => false,
      note: note('confirmBatch'),
    })
    await expect(confirming).rejects.toThrow(Superseded)
    expect(await batches.find(1)).toEqual(before)
    expect((await batches.tallies(1)).outcomes).toEqual({})
    expect(await audit.lastSeq()).toBe(0)
  })

  test('a list that was confirmed and sent back is as before, and told as new to whoever watches', async () => {
    const { batches } = await checked()
    await batches.freezeRows(1, ready, [])
    const confirmed = { state: 'confirmed', fingerprint: 'f', confirmedAt: minutesLater(1) }
    const { revision, fence } = await batches.change(1, ['checked'], confirmed)
    expect((await batches.tallies(1)).outcomes).toEqual({ waiting: 2, skipped: 1 })

    const back = { state: 'checked', confirmedAt: null }
    const declined = await batches.change(1, ['confirmed'], back, { thaw: true })
    expect(declined).toMatchObject({ ...back, fingerprint: 'f', fence: fence + 1 })
    expect(await batches.tallies(1)).toMatchObject({
      outcomes: {},
      verdicts: { ready: 2, already_so: 1 },
    })
    const changed = await batches.changedRows(1, revision, 10)
    expect(changed.map(({ row }) => row)).toEqual([1, 2, 3])
    expect(declined.revision).toBeGreaterThanOrEqual(changed.at(-1)?.revision ?? 0)
    const again = batches.change(1, ['confirmed'], back, { thaw: true })
    await expect(again).rejects.toThrow(Superseded)
  })
})
