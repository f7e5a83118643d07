import { describe, expect, test } from 'vitest'
import { databasesOn, engines, friday, minutesLater } from './database.fixture.ts'
import { signInLinYue } from './people.fixture.ts'

describe.each(engines)('the rows of a batch on %s', (engine) => {
  const { open } = databasesOn(engine)

  const running = ['ready', 'may_come_back']
  const held = ['still_active', 'in_another_batch']
  const five = ['li-wei', 'zhao-min', 'guo-ting', 'li-na', 'wang-fang']

  const planned = async () => {
    const store = await open()
    const createdBy = await signInLinYue(store)
    const plan = (userIds: readonly string[]) =>
      store.batches.create({ kind: 'delete', title: '', createdBy, userIds }, friday)
    await plan(five)
    return { ...store.batches, plan }
  }

  /** Rows 1 ready, 2 still active, 3 already so, 4 still active but let go, 5 not looked at. */
  const checked = async () => {
    const batches = await planned()
    await batches.patchRows(1, [
      { row: 1, verdict: 'ready' },
      { row: 2, verdict: 'still_active' },
      { row: 3, verdict: 'already_so' },
      { row: 4, verdict: 'still_active', released: true },
    ])
    return batches
  }

  test('a patch changes what it names and leaves the rest', async () => {
    const { patchRows, row } = await planned()
    await patchRows(1, [
      {
        row: 2,
        name: 'Zhao Min',
        otherName: '赵敏',
        username: 'zhaomin',
        status: 'Resigned',
        lastLogin: minutesLater(-99),
        verdict: 'may_come_back',
        syncProviders: ['lark', 'ldap'],
        checkedVersion: 'v1',
        seen: { gone: false },
        checkedAt: friday,
        why: { code: 'upstream_silent' },
      },
    ])
    await patchRows(1, [{ row: 2, released: true, why: null, sends: 1 }])
    expect(await row(1, 2)).toEqual({
      batchId: 1,
      row: 2,
      userId: 'zhao-min',
      name: 'Zhao Min',
      otherName: '赵敏',
      username: 'zhaomin',
      status: 'Resigned',
      lastLogin: minutesLater(-99),
      verdict: 'may_come_back',
      syncProviders: ['lark', 'ldap'],
      released: true,
      outcome: null,
      checkedVersion: 'v1',
      sends: 1,
      seen: { gone: false },
      checkedAt: friday,
      why: null,
      revision: 7,
    })
    expect(await row(1, 6)).toBeNull()
  })

  test('a row that is patched twice at once takes both', async () => {
    const { patchRows, row } = await planned()
    await patchRows(1, [
      { row: 1, verdict: 'ready', name: 'Li' },
      { row: 1, name: 'Li Wei' },
    ])
    expect(await row(1, 1)).toMatchObject({ verdict: 'ready', name: 'Li Wei' })
  })

  test('the next rows come in list order, by outcome or because nobody looked at them', async () => {
    const { uncheckedRows, nextRows, patchRows, freezeRows } = await checked()
    expect((await uncheckedRows(1, 10)).map(({ row }) => row)).toEqual([5])
    await freezeRows(1, running, held)
    expect((await nextRows(1, 'waiting', 10)).map(({ row }) => row)).toEqual([1, 4])
    await patchRows(1, [{ row: 1, outcome: 'done' }])
    expect((await nextRows(1, 'waiting', 10)).map(({ row }) => row)).toEqual([4])
    expect((await nextRows(1, 'skipped', 2)).map(({ row }) => row)).toEqual([2, 3])
  })

  test('held rows run only when they were let go', async () => {
    const { willRun, freezeRows, rows } = await checked()
    expect(await willRun(1, running, held)).toEqual(['li-wei', 'li-na'])
    expect(await willRun(1, running, [])).toEqual(['li-wei'])
    await freezeRows(1, running, held)
    const page = await rows(1, { order: 'list', offset: 0, limit: 10 })
    expect(page.rows.map(({ outcome }) => outcome)).toEqual([
      'waiting',
      'skipped',
      'skipped',
      'waiting',
      'skipped',
    ])
  })

  test('rows come worst first, filtered and in pages', async () => {
    const { rows, freezeRows, patchRows } = await checked()
    const worstFirst = { verdicts: ['still_active', 'already_so', 'ready'], outcomes: ['failed'] }
    const listed = async (query: object) => {
      const page = await rows(1, { order: 'worst', worstFirst, offset: 0, limit: 10, ...query })
      return { of: page.totalCount, rows: page.rows.map(({ row }) => row) }
    }
    expect(await listed({})).toEqual({ of: 5, rows: [2, 4, 3, 1, 5] })
    expect(await listed({ order: 'list', offset: 1, limit: 2 })).toEqual({ of: 5, rows: [2, 3] })
    expect(await listed({ offset: 3, limit: 2 })).toEqual({ of: 5, rows: [1, 5] })
    expect(await listed({ verdict: 'still_active' })).toEqual({ of: 2, rows: [2, 4] })
    await freezeRows(1, running, held)
    await patchRows(1, [{ row: 1, outcome: 'failed' }])
    expect(await listed({})).toEqual({ of: 5, rows: [1, 2, 4, 3, 5] })
    expect(await listed({ outcome: 'failed' })).toEqual({ of: 1, rows: [1] })
    expect(await listed({ outcome: 'skipped', verdict: 'already_so' })).toEqual({
      of: 1,
      rows: [3],
    })
    expect(await listed({ worstFirst: undefined })).toEqual({ of: 5, rows: [1, 2, 3, 4, 5] })
  })

  test('tallies count every row once per word', async () => {
    const { tallies, freezeRows } = await checked()
    const verdicts = { ready: 1, still_active: 2, already_so: 1 }
    expect(await tallies(1)).toEqual({ verdicts, outcomes: {}, released: 1, checked: 4 })
    await freezeRows(1, running, held)
    expect(await tallies(1)).toMatchObject({ verdicts, outcomes: { waiting: 2, skipped: 3 } })
    expect(await tallies(2)).toEqual({ verdicts: {}, outcomes: {}, released: 0, checked: 0 })
  })

  test('whoever asks for changes in small pages misses none, however they were made', async () => {
    const { changedRows, patchRows, freezeRows, find } = await planned()
    const read = async (since: number) => {
      const seen: number[] = []
      let cursor = since
      for (;;) {
        const page = await changedRows(1, cursor, 2)
        seen.push(...page.map(({ row }) => row))
        const last = page.at(-1)
        if (!last) return { seen, cursor }
        cursor = last.revision
      }
    }
    const first = await read(0)
    expect(first.seen).toEqual([1, 2, 3, 4, 5])
    await freezeRows(1, running, held)
    const second = await read(first.cursor)
    expect(second.seen).toEqual([1, 2, 3, 4, 5])
    await patchRows(1, [
      { row: 4, name: 'Li Na' },
      { row: 2, name: 'Zhao Min' },
      { row: 3, name: 'Guo Ting' },
    ])
    const third = await read(second.cursor)
    expect(third.seen.sort()).toEqual([2, 3, 4])
    expect((await find(1))?.revision).toBe(third.cursor)
    expect((await read(third.cursor)).seen).toEqual([])
  })

  test('a user is found in other batches that may still run, not in this one or in ended ones', async () => {
    const { plan, change, elsewhere } = await planned()
    for (const userIds of [
      ['li-wei', 'li-na'],
      ['li-wei'],
      ['guo-ting'],
      ['zhao-min'],
      ['wang-fang'],
    ]) {
      await plan(userIds)
    }
    await change(1, ['checking'], { state: 'running' })
    await change(2, ['checking'], { state: 'confirmed' })
    await change(3, ['checking'], { state: 'paused' })
    await change(4, ['checking'], { state: 'finished' })
    await change(6, ['checking'], { state: 'stopping' })
    expect(await elsewhere(1, five)).toEqual(
      new Map([
        ['li-wei', 3],
        ['li-na', 2],
        ['wang-fang', 6],
      ]),
    )
    expect(await elsewhere(5, ['zhao-min', 'nobody'])).toEqual(new Map([['zhao-min', 1]]))
    expect(await elsewhere(1, [])).toEqual(new Map())
  })
})
