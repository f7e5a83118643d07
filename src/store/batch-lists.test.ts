import { describe, expect, test } from 'vitest'
import { approval, approvalVoid, receivedList, resolvedBatch } from './batch.fixture.ts'
import { databasesOn, engines, friday, minutesLater } from './database.fixture.ts'
import { offers } from './offers.fixture.ts'
import { signInLinYue } from './people.fixture.ts'
import { Superseded } from './store.ts'

describe.each(engines)('the lists of a batch on %s', (engine) => {
  const { open, meddle } = databasesOn(engine)

  const early = ['draft', 'checking', 'checked', 'confirmed']

  /** A draft without lists. */
  const drafted = async () => {
    const store = await open()
    const createdBy = await signInLinYue(store)
    const leavers = { kind: 'delete', title: '', reason: null, endSessions: false }
    await store.batches.create({ ...leavers, createdBy, parentId: null, lists: [] }, friday)
    return { ...store, createdBy, list: (...ids: string[]) => receivedList(store, ids) }
  }

  /** A checked batch of three rows from one list. */
  const checked = async () => {
    const store = await open()
    const createdBy = await signInLinYue(store)
    await resolvedBatch(store, createdBy, ['li-wei', 'zhao-min', 'guo-ting'])
    const rows = [1, 2, 3].map((row) => ({ row, verdict: 'ready' }))
    await store.batches.patchRows(1, rows)
    const checkedAt = minutesLater(1)
    await store.batches.change(1, ['checking'], { state: 'checked', checkedAt, fingerprint: 'f' })
    return { ...store, createdBy, list: (...ids: string[]) => receivedList(store, ids) }
  }

  test('a draft that gets lists is to be checked, its rows counted together', async () => {
    const { batches, list } = await drafted()
    const pasted = { ...(await list('li-wei')), source: 'paste', name: null }
    const file = { ...(await list('li-na', 'li-mei')), reading: { idColumn: 2, header: true } }
    const set = await batches.setLists(1, early, [pasted, file], { checkBegunAt: minutesLater(2) })
    expect(set).toMatchObject({
      state: 'checking',
      rows: 3,
      listedRows: 0,
      checkBegunAt: minutesLater(2),
      fence: 1,
    })
    expect(await batches.find(1)).toEqual(set)
    expect(await batches.lists(1)).toEqual([pasted, file])
    expect(await batches.lists(2)).toEqual([])
  })

  test('the job goes along with the lists, or not at all', async () => {
    const { batches, list, queue } = await drafted()
    const { offered, work } = offers()
    const gone = { ...(await list('li-wei')), listId: 'gone' }
    await expect(batches.setLists(1, early, [gone], {})).rejects.toThrow(Superseded)
    await batches.setLists(1, early, [await list('li-wei')], {})
    await batches.setLists(1, early, [], {})
    // Jobs of one batch take turns: whatever came before this one would be offered before it.
    await queue.put({ kind: 'run', batchId: 1 })
    await queue.work(work)
    expect(await offered(2)).toEqual([
      { kind: 'check', batchId: 1 },
      { kind: 'run', batchId: 1 },
    ])
  })

  test('other lists take the place of rows, check, confirmation and approval', async () => {
    const { batches, list } = await checked()
    await batches.change(1, ['checked'], {
      state: 'confirmed',
      confirmedAt: minutesLater(2),
      expiresAt: minutesLater(9),
      ...approval,
    })
    const other = await list('li-na', 'li-mei')
    const set = await batches.setLists(1, early, [other], { title: 'Other leavers' })
    expect(set).toMatchObject({
      title: 'Other leavers',
      state: 'checking',
      rows: 2,
      listedRows: 0,
      checkedAt: null,
      fingerprint: null,
      confirmedAt: null,
      expiresAt: null,
      ...approvalVoid,
    })
    const { totalCount } = await batches.rows(1, { order: 'list', offset: 0, limit: 10 })
    expect(totalCount).toBe(0)
    expect(await batches.lists(1)).toEqual([other])
  })

  test('a list that is named again stays, read another way; the others go with their bytes', async () => {
    const { batches, list, databaseUrl } = await checked()
    const [first] = await batches.lists(1)
    if (!first) throw new Error('the batch has its list')
    const second = await list('li-na')
    await batches.setLists(1, early, [second, first], {})
    const again = { ...first, rows: 2, reading: { header: true } }
    await batches.setLists(1, early, [again], {})
    expect(await batches.lists(1)).toEqual([again])
    const left = await meddle(databaseUrl, 'select list_id from list_pieces')
    expect(left).toEqual([{ list_id: first.listId }])
  })

  test('a batch that loses its last list is a draft again', async () => {
    const { batches, databaseUrl } = await checked()
    const set = await batches.setLists(1, early, [], {})
    expect(set).toMatchObject({ state: 'draft', rows: 0, checkedAt: null, fingerprint: null })
    expect(await meddle(databaseUrl, 'select * from lists')).toEqual([])
    expect(await meddle(databaseUrl, 'select * from list_pieces')).toEqual([])
  })

  test('in another state than was named nothing changes', async () => {
    const { batches, list } = await checked()
    await batches.change(1, ['checked'], { state: 'running' })
    const before = await batches.find(1)
    const lists = await batches.lists(1)
    await expect(batches.setLists(1, early, [await list('li-na')], {})).rejects.toThrow(Superseded)
    expect(await batches.find(1)).toEqual(before)
    expect(await batches.lists(1)).toEqual(lists)
    expect((await batches.tallies(1)).checked).toBe(3)
  })

  test('a list belongs to one batch, and is taken whole', async () => {
    const { batches, lists, createdBy, databaseUrl } = await checked()
    const leavers = { kind: 'delete', title: '', reason: null, endSessions: false }
    const plan = { ...leavers, createdBy, parentId: null, lists: await batches.lists(1) }
    await expect(batches.create(plan, friday)).rejects.toThrow(Superseded)

    const begun = Promise.withResolvers<void>()
    const rest = Promise.withResolvers<void>()
    async function* slowly() {
      yield Buffer.alloc(300_000, 'li-wei')
      begun.resolve()
      await rest.promise
    }
    const receiving = lists.receive(slowly(), 1_000_000, friday)
    await begun.promise
    const [half] = await meddle(databaseUrl, 'select list_id from lists where sha256 is null')
    const [whole] = await batches.lists(1)
    if (!whole) throw new Error('the batch has its list')
    const partly = [{ ...whole, listId: String(half?.list_id) }]
    await expect(batches.setLists(1, early, partly, {})).rejects.toThrow(Superseded)
    rest.resolve()
    await receiving
    expect(await batches.setLists(1, early, partly, {})).toMatchObject({ state: 'checking' })
  })

  test('many batches tell their lists in one line each, in order', async () => {
    const { batches, list, createdBy } = await checked()
    const leavers = { kind: 'delete', title: '', reason: null, endSessions: false }
    const plan = { ...leavers, createdBy, parentId: null }
    const lists = [await list('li-na'), { ...(await list('a', 'b')), source: 'paste', name: null }]
    await batches.create({ ...plan, lists }, friday)
    await batches.create({ ...plan, lists: [] }, friday)
    const summaries = await batches.listSummaries([1, 2, 3, 9])
    expect([...summaries.keys()]).toEqual([1, 2])
    expect(summaries.get(2)).toEqual(
      lists.map(({ listId, source, name, rows }) => ({ listId, source, name, rows })),
    )
    expect(await batches.listSummaries([])).toEqual(new Map())
  })
})
