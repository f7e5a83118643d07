import { describe, expect, test } from 'vitest'
import { receivedList, resolvedBatch } from './batch.fixture.ts'
import { databasesOn, engines, friday, minutesLater } from './database.fixture.ts'
import { offers } from './offers.fixture.ts'
import { signInLinYue } from './people.fixture.ts'
import { CannotRecord, Superseded } from './store.ts'

describe.each(engines)('batches on %s', (engine) => {
  const { open } = databasesOn(engine)

  const planned = async (userIds: readonly string[] = ['li-wei', 'zhao-min', 'guo-ting']) => {
    const store = await open()
    const createdBy = await signInLinYue(store)
    const batch = await resolvedBatch(store, createdBy, userIds)
    const draft = { kind: 'delete', title: '', reason: null, endSessions: false, createdBy }
    return { ...store, batch, draft: { ...draft, parentId: null, lists: [] } }
  }

  test('a new draft without lists has nothing to check', async () => {
    const { batches, draft } = await planned()
    const made = await batches.create({ ...draft, title: 'Friday', endSessions: true }, friday)
    expect(made).toEqual({
      batchId: 2,
      kind: 'delete',
      title: 'Friday',
      reason: null,
      endSessions: true,
      parentId: null,
      state: 'draft',
      pausedBecause: null,
      createdBy: draft.createdBy,
      createdAt: friday,
      checkBegunAt: null,
      checkedAt: null,
      fingerprint: null,
      confirmedAt: null,
      expiresAt: null,
      approvedBy: null,
      approvedAt: null,
      approvedFingerprint: null,
      declinedBy: null,
      declinedAt: null,
      declinedBecause: null,
      startedBy: null,
      startedAt: null,
      finishedAt: null,
      canaryAt: null,
      ranMs: 0,
      runningSince: null,
      recheckTotal: 0,
      recheckedAt: null,
      recheckBy: null,
      fence: 0,
      rows: 0,
      listedRows: 0,
      firstEntry: null,
      lastEntry: null,
      revision: 0,
    })
    expect(await batches.find(2)).toEqual(made)
    expect(await batches.find(3)).toBeNull()
  })

  test('a new batch with a list is to be checked at once', async () => {
    const store = await planned()
    const { batches, draft, queue } = store
    const lists = [await receivedList(store, ['li-na', 'li-mei'])]
    const made = await batches.create({ ...draft, kind: 'resign', parentId: 1, lists }, friday)
    expect(made).toMatchObject({
      batchId: 2,
      kind: 'resign',
      parentId: 1,
      state: 'checking',
      checkBegunAt: friday,
      rows: 2,
      listedRows: 0,
    })
    expect(await batches.lists(2)).toEqual(lists)
    const { offered, work } = offers()
    await queue.work(work)
    expect(await offered(2)).toContainEqual({ kind: 'check', batchId: 2 })
  })

  test('a batch whose list is not to be had is not made, and its number goes to the next', async () => {
    const store = await planned()
    const { batches, draft, lists } = store
    const list = await receivedList(store, ['li-na'])
    await lists.drop(list.listId)
    const lost = batches.create({ ...draft, lists: [list] }, friday)
    await expect(lost).rejects.toThrow(Superseded)
    expect((await batches.list(0, 10)).totalCount).toBe(1)
    expect(await batches.create(draft, friday)).toMatchObject({ batchId: 2 })
  })

  test('what a batch is for, and how long it ran, changes with it', async () => {
    const { batches } = await planned()
    const patch = {
      kind: 'suspend',
      endSessions: true,
      checkBegunAt: friday,
      ranMs: 90_061_000_000,
      runningSince: minutesLater(3),
      recheckTotal: 2,
      recheckedAt: minutesLater(4),
      recheckBy: 'lin-yue',
    }
    const changed = await batches.change(1, ['checking'], patch)
    expect(changed).toMatchObject(patch)
    expect(await batches.find(1)).toEqual(changed)
    expect(await batches.change(1, ['checking'], { endSessions: false })).toMatchObject({
      ...patch,
      endSessions: false,
    })
  })

  test('batches are listed newest first and found by state oldest first', async () => {
    const { batches, draft } = await planned()
    await batches.create(draft, minutesLater(1))
    await batches.create(draft, minutesLater(2))
    await batches.change(2, ['draft'], { state: 'discarded' })
    const page = await batches.list(1, 2)
    expect(page.totalCount).toBe(3)
    expect(page.batches.map(({ batchId }) => batchId)).toEqual([2, 1])
    const early = await batches.inState(['checking', 'draft'])
    expect(early.map(({ batchId }) => batchId)).toEqual([1, 3])
  })

  test('batches that are made at the same moment get numbers of their own', async () => {
    const { batches, draft } = await planned()
    const made = await Promise.all(Array.from({ length: 5 }, () => batches.create(draft, friday)))
    expect(made.map(({ batchId }) => batchId).sort()).toEqual([2, 3, 4, 5, 6])
  })

  test('a batch changes only from a state that was named, and each change has a revision', async () => {
    const { batches, batch } = await planned()
    const checked = await batches.change(1, ['checking', 'checked'], {
      state: 'checked',
      checkedAt: minutesLater(1),
      fingerprint: 'f00d',
    })
    expect(checked).toEqual({
      ...batch,
      state: 'checked',
      checkedAt: minutesLater(1),
      fingerprint: 'f00d',
      revision: batch.revision + 1,
    })
    const again = batches.change(1, ['checking'], { state: 'discarded' })
    await expect(again).rejects.toThrow(Superseded)
    expect(await batches.find(1)).toEqual(checked)
    await expect(batches.change(9, ['checking'], {})).rejects.toThrow(Superseded)
  })

  test('of two who start a batch at the same moment one does', async () => {
    const { batches } = await planned()
    const started = await Promise.allSettled([
      batches.change(1, ['checking'], { state: 'running' }),
      batches.change(1, ['checking'], { state: 'running' }),
    ])
    expect(started.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('each start and take-over has a fence number of its own', async () => {
    const { batches } = await planned()
    await expect(batches.takeFence(1, ['running'])).rejects.toThrow(Superseded)
    await batches.change(1, ['checking'], { state: 'running' })
    expect(await batches.takeFence(1, ['running'])).toBe(2)
    expect(await batches.takeFence(1, ['running'])).toBe(3)
    expect((await batches.find(1))?.fence).toBe(3)
  })

  test('a list of 10,000 is stored whole', async () => {
    const userIds = Array.from({ length: 10_000 }, (_, index) => `user-${index}`)
    const { batches, batch } = await planned(userIds)
    expect(batch.rows).toBe(10_000)
    expect(await batches.row(1, 10_000)).toMatchObject({ userId: 'user-9999' })
    await batches.patchRows(
      1,
      userIds.map((_, index) => ({ row: index + 1, verdict: 'ready' })),
    )
    expect(await batches.willRun(1, ['ready'], ['still_active'])).toEqual(
      userIds.map((userId) => ({ userId, targetStatus: null })),
    )
  })

  test('the snapshots of a check are kept; the latest is the one shown', async () => {
    const { batches, acts } = await planned()
    const body = (status: string) => ({ summary: { name: 'Li Wei', status } })
    const taken = (status: string) => [{ userId: 'li-wei', body: body(status), lacks: [] }]
    await batches.keepSnapshots(1, taken('Resigned'), minutesLater(1))
    await batches.keepSnapshots(1, taken('Activated'), friday)
    expect(await acts.lastSnapshot('li-wei')).toEqual({
      userId: 'li-wei',
      takenAt: minutesLater(1),
      intentSeq: null,
      body: body('Resigned'),
      lacks: [],
    })
    const secret = [{ userId: 'li-wei', body: { mfaToken: 'x' }, lacks: [] }]
    await expect(batches.keepSnapshots(1, secret, friday)).rejects.toThrow(/never be stored/)
  })

  test('a row that is not there cannot be changed, and nothing else is then', async () => {
    const { batches, batch } = await planned()
    const patches = [{ row: 1, verdict: 'ready' }, { row: 4 }]
    await expect(batches.patchRows(1, patches)).rejects.toThrow(Superseded)
    expect(await batches.find(1)).toEqual(batch)
    expect(await batches.row(1, 1)).toMatchObject({ verdict: null })
  })

  test('when the database is away the answer is that nothing was recorded', async () => {
    const { batches, close } = await planned()
    await close()
    await expect(batches.patchRows(1, [{ row: 1, verdict: 'ready' }])).rejects.toThrow(CannotRecord)
    await expect(batches.change(1, ['checking'], {})).rejects.toThrow(CannotRecord)
  })
})
