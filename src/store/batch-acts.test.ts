import { describe, expect, test } from 'vitest'
import { resolvedBatch } from './batch.fixture.ts'
import { databasesOn, engines, friday, minutesLater } from './database.fixture.ts'
import { resignationOf, signInLinYue } from './people.fixture.ts'
import { Superseded, UserBusy } from './store.ts'

describe.each(engines)('the acts of a batch on %s', (engine) => {
  const { open, meddle } = databasesOn(engine)

  const three = ['li-wei', 'zhao-min', 'guo-ting']

  /** A batch of three that runs under fence 1. */
  const started = async () => {
    const store = await open()
    const personId = await signInLinYue(store)
    await resolvedBatch(store, personId, three)
    await store.batches.freezeRows(1, [], [])
    await store.batches.change(1, ['checking'], { state: 'running' })
    const fence = await store.batches.takeFence(1, ['running'])
    const intents = (...rows: number[]) =>
      rows.map((row) => ({
        ...resignationOf(three[row - 1] ?? '', personId),
        action: 'deleteUser' as const,
        row,
      }))
    return { ...store, personId, fence, intents }
  }
  const outcomeOf = (intentSeq: number | undefined, row: number, outcome: 'done' | 'failed') => ({
    intentSeq: intentSeq ?? 0,
    outcome,
    facts: {},
    requestId: null,
    patch: { row, outcome, seen: { gone: outcome === 'done' }, checkedAt: minutesLater(1) },
  })

  test('a chunk has one intent per row before it is sent and one outcome per row after', async () => {
    const { batches, acts, audit, fence, intents } = await started()
    const entries = await batches.recordIntents(1, fence, intents(3, 1), friday)
    expect(entries).toEqual(
      new Map([
        [3, 1],
        [1, 2],
      ]),
    )
    expect(await acts.open({ batchId: 1 })).toMatchObject([
      { seq: 1, action: 'deleteUser', userId: 'guo-ting', batchId: 1, row: 3 },
      { seq: 2, action: 'deleteUser', userId: 'li-wei', batchId: 1, row: 1 },
    ])
    expect(await acts.open({ batchId: null })).toEqual([])
    expect(await batches.row(1, 3)).toMatchObject({ outcome: 'sending', sends: 1 })
    expect(await batches.row(1, 2)).toMatchObject({ outcome: 'skipped', sends: 0 })

    const outcomes = [outcomeOf(entries.get(1), 1, 'done'), outcomeOf(entries.get(3), 3, 'failed')]
    await batches.recordOutcomes(1, outcomes, minutesLater(1))
    expect(await acts.open()).toEqual([])
    expect(await batches.row(1, 1)).toMatchObject({ outcome: 'done', seen: { gone: true } })
    expect(await batches.row(1, 3)).toMatchObject({ outcome: 'failed', seen: { gone: false } })
    expect(await audit.entries(3, 10)).toMatchObject([
      { kind: 'outcome', intentSeq: 2, userId: 'li-wei', batchId: 1, outcome: 'done' },
      { kind: 'outcome', intentSeq: 1, userId: 'guo-ting', batchId: 1, outcome: 'failed' },
    ])
    expect(await audit.verify()).toEqual({ holds: true, entries: 4 })
    expect(await batches.find(1)).toMatchObject({ firstEntry: 1, lastEntry: 4 })
  })

  test('a resend is an intent of its own and counts', async () => {
    const { batches, fence, intents } = await started()
    const first = await batches.recordIntents(1, fence, intents(1), friday)
    await batches.recordOutcomes(1, [outcomeOf(first.get(1), 1, 'failed')], friday)
    const second = await batches.recordIntents(1, fence, intents(1), friday)
    expect(second.get(1)).toBe(3)
    expect(await batches.row(1, 1)).toMatchObject({ outcome: 'sending', sends: 2 })
  })

  test('whoever lost the fence, or finds the batch stopped, writes nothing', async () => {
    const { batches, acts, audit, fence, intents, databaseUrl } = await started()
    const newer = await batches.takeFence(1, ['running'])
    const before = await batches.find(1)
    const late = batches.recordIntents(1, fence, intents(1, 2), friday)
    await expect(late).rejects.toThrow(Superseded)

    await batches.change(1, ['running'], { state: 'stopping' })
    const stopped = batches.recordIntents(1, newer, intents(1, 2), friday)
    await expect(stopped).rejects.toThrow(Superseded)

    expect(await audit.entries(1, 10)).toEqual([])
    expect(await acts.open()).toEqual([])
    expect(await meddle(databaseUrl, 'select * from audit_personal')).toEqual([])
    expect(await meddle(databaseUrl, 'select * from snapshots')).toEqual([])
    expect(await batches.row(1, 1)).toMatchObject({ outcome: 'skipped', sends: 0 })
    expect((await batches.find(1))?.revision).toBe((before?.revision ?? 0) + 1)
  })

  test('one busy user holds the whole chunk back, and is named', async () => {
    const { batches, acts, audit, fence, intents, personId } = await started()
    await acts.recordIntent(resignationOf('zhao-min', personId), friday)
    const chunk = batches.recordIntents(1, fence, intents(1, 2, 3), friday)
    await expect(chunk).rejects.toThrow(UserBusy)
    await expect(chunk).rejects.toMatchObject({ userIds: ['zhao-min'] })
    expect(await audit.entries(1, 10)).toHaveLength(1)
    await batches.recordIntents(1, fence, intents(1, 3), friday)
    const single = acts.recordIntent(resignationOf('li-wei', personId), friday)
    await expect(single).rejects.toMatchObject({ userIds: ['li-wei'] })
  })

  test('a chunk with somebody who was acted on after they were read is held back', async () => {
    const { batches, acts, audit, fence, intents, personId } = await started()
    const readAfter = await audit.lastSeq()
    const intentSeq = await acts.recordIntent(resignationOf('zhao-min', personId), friday)
    const outcome = { outcome: 'done', facts: {}, requestId: null } as const
    await acts.recordOutcome({ intentSeq, ...outcome }, friday)
    const chunk = batches.recordIntents(1, fence, intents(1, 2), friday, { readAfter })
    await expect(chunk).rejects.toMatchObject({ name: 'UserBusy', userIds: ['zhao-min'] })
    await batches.recordIntents(1, fence, intents(1), friday, { readAfter })
  })

  test('two runners that send one chunk at the same moment: one of them is let through', async () => {
    const { batches, fence, intents, audit } = await started()
    const tries = await Promise.allSettled([
      batches.recordIntents(1, fence, intents(1, 2, 3), friday),
      batches.recordIntents(1, fence, intents(3, 2, 1), friday),
    ])
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(tries.find((attempt) => attempt.status === 'rejected')?.reason).toBeInstanceOf(UserBusy)
    expect(await audit.verify()).toEqual({ holds: true, entries: 3 })
  })

  test('outcomes come once, all or none, and each for its own row', async () => {
    const { batches, acts, fence, intents, audit } = await started()
    const entries = await batches.recordIntents(1, fence, intents(1, 2), friday)
    const first = outcomeOf(entries.get(1), 1, 'done')
    const second = outcomeOf(entries.get(2), 2, 'done')
    const crossed = [{ ...first, patch: second.patch }]
    await expect(batches.recordOutcomes(1, crossed, friday)).rejects.toThrow(Superseded)
    await batches.recordOutcomes(1, [first], friday)
    await expect(batches.recordOutcomes(1, [second, first], friday)).rejects.toThrow(Superseded)
    expect(await acts.open()).toHaveLength(1)
    expect(await batches.row(1, 2)).toMatchObject({ outcome: 'sending' })
    expect(await audit.entries(1, 10)).toHaveLength(3)
  })

  test('an act that prepares makes the row sending, and is no send of it', async () => {
    const { batches, acts, audit, fence, intents } = await started()
    const [resign] = intents(1)
    if (!resign) throw new Error('there is a first row')
    const aside = { ...resign, action: 'endSessions' as const, aside: true }
    const first = await batches.recordIntents(1, fence, [aside], friday)
    expect(await batches.row(1, 1)).toMatchObject({ outcome: 'sending', sends: 0 })
    expect(await acts.open({ batchId: 1 })).toMatchObject([{ action: 'endSessions', row: 1 }])
    await expect(batches.recordIntents(1, fence, [resign], friday)).rejects.toThrow(UserBusy)

    const ended = outcomeOf(first.get(1), 1, 'done')
    const waiting = { ...ended, patch: { row: 1, outcome: 'waiting' } }
    await batches.recordOutcomes(1, [waiting], friday)
    expect(await batches.lastIntents(1, [1])).toEqual(new Map())
    const second = await batches.recordIntents(1, fence, [resign], friday)
    expect(await batches.row(1, 1)).toMatchObject({ outcome: 'sending', sends: 1 })
    expect(await batches.lastIntents(1, [1])).toEqual(second)
    expect(await audit.verify()).toEqual({ holds: true, entries: 3 })
  })

  test('the status before is the one of the first send, whatever later ones say', async () => {
    const { batches, fence, intents } = await started()
    const [sent] = intents(1)
    if (!sent) throw new Error('there is a first row')
    const send = async (more: { statusBefore?: string; aside?: boolean }) => {
      const entries = await batches.recordIntents(1, fence, [{ ...sent, ...more }], friday)
      await batches.recordOutcomes(1, [outcomeOf(entries.get(1), 1, 'failed')], friday)
      return (await batches.row(1, 1))?.statusBefore
    }
    expect(await send({ statusBefore: 'Activated', aside: true })).toBe('Activated')
    expect(await send({ statusBefore: 'Archived' })).toBe('Archived')
    expect(await send({ statusBefore: 'Suspended' })).toBe('Archived')
    expect(await send({})).toBe('Archived')
    expect(await batches.row(1, 1)).toMatchObject({ sends: 3 })
  })

  test.each(['suspendUser', 'reactivateUser', 'endSessions', 'resignUser', 'deleteUser'] as const)(
    '%s is read back as what was intended',
    async (action) => {
      const { batches, acts, fence, intents } = await started()
      const chunk = intents(1, 2).map((intent) => ({ ...intent, action }))
      await batches.recordIntents(1, fence, chunk, friday)
      expect(await acts.open({ batchId: 1 })).toMatchObject([{ action }, { action }])
      expect((await acts.find(2))?.intent).toMatchObject({ action, row: 2 })
    },
  )

  test('an empty chunk is nothing at all', async () => {
    const { batches, fence, audit } = await started()
    expect(await batches.recordIntents(1, fence, [], friday)).toEqual(new Map())
    await batches.recordOutcomes(1, [], friday)
    expect(await audit.entries(1, 10)).toEqual([])
  })
})
