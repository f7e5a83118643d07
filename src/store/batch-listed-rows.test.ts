import { describe, expect, test } from 'vitest'
import { receivedList, rowOf } from './batch.fixture.ts'
import { databasesOn, engines, friday } from './database.fixture.ts'
import { signInLinYue } from './people.fixture.ts'
import { Superseded } from './store.ts'

describe.each(engines)('the rows that a list becomes on %s', (engine) => {
  const { open } = databasesOn(engine)

  const early = ['draft', 'checking', 'checked']

  /** A draft that has got a list of these ids. */
  const listed = async (...ids: string[]) => {
    const store = await open()
    const createdBy = await signInLinYue(store)
    const list = (...some: string[]) => receivedList(store, some)
    const leavers = { kind: 'delete', title: '', reason: null, endSessions: false }
    const lists = [await list(...ids)]
    await store.batches.create({ ...leavers, createdBy, parentId: null, lists }, friday)
    return { ...store, list }
  }

  test('rows are made slice by slice, as the list gives them', async () => {
    const { batches } = await listed('a', 'b', 'c')
    const fence = await batches.takeFence(1, ['checking'])
    const first = {
      row: 1,
      given: '+8613800138000',
      givenKind: 'auto',
      asWritten: ' ＋86 138-0013-8000\u200b',
      givenName: '王芳',
    }
    await batches.addRows(1, fence, [first, rowOf(2, 'li-wei')])
    expect(await batches.find(1)).toMatchObject({ rows: 3, listedRows: 2 })
    await batches.addRows(1, fence, [rowOf(3, 'zhao-min')])
    await batches.addRows(1, fence, [])
    expect(await batches.find(1)).toMatchObject({ rows: 3, listedRows: 3 })
    const row = await batches.row(1, 1)
    expect(row).toEqual({
      ...first,
      batchId: 1,
      userId: null,
      tried: [],
      foundAs: [],
      name: null,
      otherName: null,
      username: null,
      department: null,
      status: null,
      lastLogin: null,
      verdict: null,
      holds: [],
      decision: null,
      chosen: false,
      candidates: [],
      duplicateOf: null,
      otherBatch: null,
      syncProviders: [],
      counts: {
        departments: null,
        roles: null,
        groups: null,
        positions: null,
        authorizations: null,
        sessions: null,
      },
      outcome: null,
      checkedVersion: null,
      statusBefore: null,
      targetStatus: null,
      sends: 0,
      seen: null,
      checkedAt: null,
      why: null,
      recheckDue: false,
      recheckedAt: null,
      cameBack: false,
      revision: row?.revision,
    })
    const changed = await batches.changedRows(1, 0, 10)
    expect(changed.map(({ given }) => given)).toEqual([first.given, 'li-wei', 'zhao-min'])
    expect(changed.at(-1)?.revision).toBe((await batches.find(1))?.revision)
  })

  test('rows that do not follow on those that are there are refused whole', async () => {
    const { batches } = await listed('a', 'b', 'c')
    const fence = await batches.takeFence(1, ['checking'])
    await batches.addRows(1, fence, [rowOf(1, 'a')])
    const before = await batches.find(1)
    for (const rows of [[1], [3], [2, 4], [2, 2], [2, 3, 4], [0, 1, 2]]) {
      const adding = batches.addRows(
        1,
        fence,
        rows.map((row) => rowOf(row, 'x')),
      )
      await expect(adding).rejects.toThrow(Superseded)
    }
    expect(await batches.find(1)).toEqual(before)
    await batches.addRows(1, fence, [rowOf(2, 'b'), rowOf(3, 'c')])
  })

  test('rows are taken from whoever holds the fence while the batch is checked', async () => {
    const { batches } = await listed('a', 'b')
    const lost = await batches.takeFence(1, ['checking'])
    const fence = await batches.takeFence(1, ['checking'])
    await expect(batches.addRows(1, lost, [rowOf(1, 'a')])).rejects.toThrow(Superseded)
    await batches.addRows(1, fence, [rowOf(1, 'a')])
    await batches.change(1, ['checking'], { state: 'discarded' })
    await expect(batches.addRows(1, fence, [rowOf(2, 'b')])).rejects.toThrow(Superseded)
    expect(await batches.find(1)).toMatchObject({ listedRows: 1 })
  })

  test('whoever still checks the old lists touches no row of the new ones', async () => {
    const { batches, list } = await listed('a', 'b')
    const lost = await batches.takeFence(1, ['checking'])
    await batches.addRows(1, lost, [rowOf(1, 'a'), rowOf(2, 'b')])
    await batches.setLists(1, early, [await list('x', 'y')], {})

    await expect(batches.addRows(1, lost, [rowOf(1, 'a')])).rejects.toThrow(Superseded)
    const fence = await batches.takeFence(1, ['checking'])
    await batches.addRows(1, fence, [rowOf(1, 'x'), rowOf(2, 'y')])
    const patch = [{ row: 1, userId: 'user-a', verdict: 'ready' }]
    await expect(batches.patchRows(1, patch, { fence: lost })).rejects.toThrow(Superseded)
    const finish = batches.change(1, ['checking'], { state: 'checked' }, { fence: lost })
    await expect(finish).rejects.toThrow(Superseded)
    expect(await batches.row(1, 1)).toMatchObject({ given: 'x', userId: null, verdict: null })
  })

  test('other lists and the last patches of a check at the same moment: the lists win', async () => {
    const ids = Array.from({ length: 200 }, (_, index) => `user-${index}`)
    const { batches, list, databaseUrl } = await listed(...ids)
    // A SQLite file has one server, which does both.
    const other = engine === 'sqlite' ? { batches } : await open({ databaseUrl })
    const fence = await batches.takeFence(1, ['checking'])
    await batches.addRows(
      1,
      fence,
      ids.map((id, index) => rowOf(index + 1, id)),
    )
    const next = await list('x')
    const patches = ids.map((id, index) =>
      other.batches.patchRows(1, [{ row: index + 1, userId: id, verdict: 'ready' }], { fence }),
    )
    const [set, ...patched] = await Promise.allSettled([
      batches.setLists(1, early, [next], {}),
      ...patches,
    ])
    expect(set.status).toBe('fulfilled')
    const refusals = patched.flatMap((one) => (one.status === 'rejected' ? one.reason : []))
    for (const refusal of refusals) expect(refusal).toBeInstanceOf(Superseded)
    const { totalCount } = await batches.rows(1, { order: 'list', offset: 0, limit: 10 })
    expect(totalCount).toBe(0)
    expect(await batches.find(1)).toMatchObject({ state: 'checking', rows: 1, listedRows: 0 })
  })
})
