import { describe, expect, test } from 'vitest'
import { resolvedBatch } from './batch.fixture.ts'
import type { PlannedRow } from './batch-records.ts'
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
    await resolvedBatch(store, createdBy, five)
    return store.batches
  }

  /** Rows 1 ready, 2 still active, 3 already so, 4 still active but let go, 5 not looked at. */
  const checked = async () => {
    const batches = await planned()
    await batches.patchRows(1, [
      { row: 1, verdict: 'ready' },
      { row: 2, verdict: 'still_active' },
      { row: 3, verdict: 'already_so' },
      { row: 4, verdict: 'still_active', decision: 'accepted' },
    ])
    return batches
  }

  test('a patch changes what it names and leaves the rest', async () => {
    const { patchRows, row, find } = await planned()
    const unseen = await row(1, 2)
    const before = (await find(1))?.revision ?? 0
    const candidate = { userId: 'zhao-min', name: 'Zhao Min', foundAs: ['username'] }
    const everything = {
      userId: 'zhao-min',
      tried: ['username', 'external_id'],
      foundAs: ['username'],
      name: 'Zhao Min',
      otherName: '赵敏',
      username: 'zhaomin',
      department: 'Finance',
      status: 'Resigned',
      lastLogin: minutesLater(-99),
      verdict: 'name_differs',
      holds: ['name_differs', 'still_active'],
      decision: 'left_out',
      chosen: true,
      candidates: [candidate],
      duplicateOf: 1,
      otherBatch: 7,
      syncProviders: ['lark', 'ldap'],
      counts: {
        departments: 2,
        roles: 5,
        groups: 3,
        positions: 1,
        authorizations: 41,
        sessions: null,
      },
      outcome: 'held',
      checkedVersion: 'v1',
      statusBefore: 'Activated',
      targetStatus: 'Deactivated',
      sends: 1,
      seen: { gone: false },
      checkedAt: friday,
      why: { code: 'upstream_silent' },
      recheckDue: true,
      recheckedAt: minutesLater(9),
      cameBack: true,
    }
    await patchRows(1, [{ row: 2, ...everything }])
    expect(await row(1, 2)).toEqual({ ...unseen, ...everything, revision: before + 1 })
    const less = { decision: null, chosen: false, why: null, sends: 2, recheckDue: false }
    await patchRows(1, [{ row: 2, ...less }])
    expect(await row(1, 2)).toEqual({ ...unseen, ...everything, ...less, revision: before + 2 })
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
    const ids = (plan: readonly PlannedRow[]) => plan.map(({ userId }) => userId)
    expect(ids(await willRun(1, running, held))).toEqual(['li-wei', 'li-na'])
    expect(ids(await willRun(1, running, []))).toEqual(['li-wei'])
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

  test('whoever was left out never runs, and neither does a row that means nobody', async () => {
    const { patchRows, willRun, freezeRows, tallies, change, row } = await checked()
    await patchRows(1, [
      { row: 1, decision: 'left_out' },
      { row: 3, verdict: 'ready', userId: null },
      { row: 4, targetStatus: 'Archived' },
      { row: 5, verdict: 'not_checked', decision: 'accepted', userId: null },
    ])
    const anyHeld = [...held, 'not_checked']
    const plan = [{ userId: 'li-na', targetStatus: 'Archived' }]
    expect(await willRun(1, running, anyHeld)).toEqual(plan)
    await change(1, ['checking'], { state: 'checked' })
    await freezeRows(1, running, anyHeld)
    expect((await tallies(1)).outcomes).toEqual({ waiting: 1, skipped: 4 })
    expect(await row(1, 4)).toMatchObject({ outcome: 'waiting' })
  })

  test('rows that will run are the ones that a confirmation freezes', async () => {
    const { rows, willRun } = await checked()
    const query = { order: 'list', offset: 0, limit: 10 } as const
    const asked = { ...query, running: { verdicts: running, heldVerdicts: held } }
    const listed = await rows(1, asked)
    expect(listed).toMatchObject({ totalCount: 2, rows: [{ row: 1 }, { row: 4 }] })
    const frozen = await willRun(1, running, held)
    expect(listed.rows.map(({ userId }) => userId)).toEqual(frozen.map(({ userId }) => userId))
  })

  test('what goes is summed over the rows that will run, and so are those who may come back', async () => {
    const { goes, patchRows } = await checked()
    const counts = { departments: 1, roles: 5, groups: 0, positions: 0, authorizations: 41 }
    await patchRows(1, [
      { row: 1, syncProviders: ['lark'], counts: { ...counts, sessions: 2 } },
      { row: 2, syncProviders: ['ldap'], counts: { ...counts, sessions: 2 } },
      { row: 4, holds: ['name_differs', 'still_active'], verdict: 'name_differs' },
    ])
    const verdicts = { mayComeBack: 'may_come_back', stillActive: 'still_active' }
    const heldToo = [...held, 'name_differs']
    expect(await goes(1, running, heldToo, verdicts)).toEqual({
      ...counts,
      sessions: 2,
      unread: 1,
      mayComeBack: 1,
      stillActive: 1,
    })
  })

  test('rows that came back are found among all', async () => {
    const { rows, patchRows } = await checked()
    await patchRows(1, [{ row: 3, cameBack: true }])
    const query = { order: 'list', offset: 0, limit: 10 } as const
    expect(await rows(1, { ...query, cameBack: true })).toMatchObject({
      totalCount: 1,
      rows: [{ row: 3 }],
    })
    expect((await rows(1, { ...query, cameBack: false })).totalCount).toBe(5)
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
    const { tallies, freezeRows, patchRows } = await checked()
    const verdicts = { ready: 1, still_active: 2, already_so: 1 }
    const none = {
      oldestCheckedAt: null,
      accepted: 0,
      leftOut: 0,
      checked: 0,
      recheckLeft: 0,
      cameBack: 0,
    }
    expect(await tallies(1)).toEqual({ ...none, verdicts, outcomes: {}, accepted: 1, checked: 4 })
    await freezeRows(1, running, held)
    expect(await tallies(1)).toMatchObject({ verdicts, outcomes: { waiting: 2, skipped: 3 } })
    await patchRows(1, [
      { row: 2, decision: 'left_out', recheckDue: true },
      { row: 3, recheckDue: true, cameBack: true },
    ])
    expect(await tallies(1)).toMatchObject({ accepted: 1, leftOut: 1, recheckLeft: 2, cameBack: 1 })
    expect(await tallies(2)).toEqual({ ...none, verdicts: {}, outcomes: {} })
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
})
