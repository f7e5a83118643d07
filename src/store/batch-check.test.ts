import { describe, expect, test } from 'vitest'
import { approval, approvalVoid, listedBatch } from './batch.fixture.ts'
import { databasesOn, engines, friday, minutesLater } from './database.fixture.ts'
import { offers } from './offers.fixture.ts'
import { signInLinYue } from './people.fixture.ts'
import { Superseded } from './store.ts'

describe.each(engines)('a check taken up again, or given up, on %s', (engine) => {
  const { open } = databasesOn(engine)

  const draft = ['checked', 'confirmed']
  const found = {
    tried: ['username'],
    foundAs: ['username'],
    name: 'Li Wei',
    otherName: '李伟',
    username: 'liwei',
    department: 'Finance',
    status: 'Activated',
    lastLogin: friday,
    holds: ['still_active'],
    decision: 'accepted',
    duplicateOf: 9,
    otherBatch: 7,
    syncProviders: ['lark'],
    counts: { departments: 1, roles: 1, groups: 1, positions: 1, authorizations: 1, sessions: 1 },
    checkedVersion: 'v1',
    targetStatus: 'Activated',
    seen: { gone: false },
    checkedAt: friday,
    why: { code: 'upstream_silent' },
  }
  const candidates = [{ userId: 'li-na' }, { userId: 'li-mei' }]

  /** Four rows under fence 1: still active and accepted, chosen by hand, not checked, ready. */
  const checked = async () => {
    const store = await open()
    const createdBy = await signInLinYue(store)
    await listedBatch(store, createdBy, ['liwei', 'li', 'zhao', 'guo'])
    const unseen = await store.batches.row(1, 1)
    await store.batches.patchRows(1, [
      { row: 1, ...found, userId: 'li-wei', verdict: 'still_active' },
      { row: 2, ...found, userId: 'li-na', verdict: 'ready', chosen: true, candidates },
      { row: 3, verdict: 'not_checked', why: { code: 'upstream_silent' } },
      { row: 4, userId: 'guo-ting', verdict: 'ready', decision: null },
    ])
    const patch = { state: 'checked', checkedAt: minutesLater(1), fingerprint: 'f' }
    await store.batches.change(1, ['checking'], patch)
    return { ...store, unseen }
  }

  test('rows lose all that was found, those of other verdicts keep it', async () => {
    const { batches, unseen } = await checked()
    const kept = await batches.row(1, 4)
    const before = await batches.find(1)
    const again = { checkBegunAt: minutesLater(2), kind: 'suspend' }
    const batch = await batches.uncheck(1, draft, ['still_active', 'not_checked'], again)
    expect(batch).toMatchObject({
      ...again,
      state: 'checking',
      checkedAt: null,
      fingerprint: null,
      fence: 2,
      rows: 4,
      listedRows: 4,
    })
    const first = await batches.row(1, 1)
    expect(first).toEqual({ ...unseen, revision: first?.revision })
    expect(await batches.row(1, 3)).toMatchObject({ verdict: null, why: null })
    expect(await batches.row(1, 4)).toEqual(kept)
    expect((await batches.uncheckedRows(1, 10)).map(({ row }) => row)).toEqual([1, 3])
    const changed = await batches.changedRows(1, before?.revision ?? 0, 10)
    expect(changed.map(({ row }) => row)).toEqual([1, 3])
  })

  test('whom somebody chose stays chosen, among the same users', async () => {
    const { batches, unseen } = await checked()
    await batches.uncheck(1, draft, 'all', {})
    const row = await batches.row(1, 2)
    expect(row).toEqual({
      ...unseen,
      row: 2,
      given: 'li',
      userId: 'li-na',
      chosen: true,
      tried: ['username'],
      foundAs: ['username'],
      candidates,
      revision: row?.revision,
    })
    expect((await batches.uncheckedRows(1, 10)).map(({ row: number }) => number)).toEqual([
      1, 2, 3, 4,
    ])
    const tallies = await batches.tallies(1)
    expect(tallies).toMatchObject({ accepted: 0, checked: 0 })
    expect(tallies.verdicts).toEqual({})
  })

  test('a confirmation and an approval are void, for the rows that stay as well', async () => {
    const { batches } = await checked()
    await batches.freezeRows(1, ['ready'], ['still_active'])
    const expiresAt = minutesLater(9)
    const confirmed = { state: 'confirmed', confirmedAt: friday, expiresAt }
    await batches.change(1, ['checked'], { ...confirmed, ...approval })
    const cursor = (await batches.find(1))?.revision ?? 0
    const batch = await batches.uncheck(1, draft, ['not_checked'], {})
    expect(batch).toMatchObject({ state: 'checking', confirmedAt: null, expiresAt: null })
    expect(batch).toMatchObject(approvalVoid)
    const tallies = await batches.tallies(1)
    expect(tallies.outcomes).toEqual({})
    expect(tallies.accepted).toBe(2)
    const changed = await batches.changedRows(1, cursor, 10)
    expect(changed.map(({ row }) => row)).toEqual([1, 2, 3, 4])
    expect(changed.at(-1)?.revision).toBe(batch.revision - 1)
  })

  test('no verdict named, no row loses its own', async () => {
    const { batches } = await checked()
    await batches.uncheck(1, draft, [], {})
    expect(await batches.uncheckedRows(1, 10)).toEqual([])
    expect(await batches.find(1)).toMatchObject({ state: 'checking' })
  })

  test('the check is offered again, once it is to be taken up', async () => {
    const { batches, queue } = await checked()
    const { offered, work } = offers()
    await queue.work(work)
    await expect(batches.uncheck(1, ['running'], 'all', {})).rejects.toThrow(Superseded)
    await batches.uncheck(1, draft, 'all', {})
    expect(await offered(2)).toEqual([
      { kind: 'check', batchId: 1 },
      { kind: 'check', batchId: 1 },
    ])
  })

  test('in another state than was named nothing is lost', async () => {
    const { batches } = await checked()
    await batches.change(1, ['checked'], { state: 'running' })
    const before = await batches.row(1, 1)
    await expect(batches.uncheck(1, draft, 'all', {})).rejects.toThrow(Superseded)
    expect(await batches.row(1, 1)).toEqual(before)
  })

  test('a check that is given up leaves no row without a verdict, and its checker out', async () => {
    const { batches } = await checked()
    await batches.uncheck(1, draft, ['still_active', 'not_checked'], {})
    const fence = await batches.takeFence(1, ['checking'])
    const cursor = (await batches.find(1))?.revision ?? 0
    await batches.giveUpCheck(1, 'not_checked')
    expect(await batches.tallies(1)).toMatchObject({
      verdicts: { not_checked: 2, ready: 2 },
      checked: 4,
    })
    const changed = await batches.changedRows(1, cursor, 10)
    expect(changed.map(({ row }) => row)).toEqual([1, 3])
    const late = batches.patchRows(1, [{ row: 1, verdict: 'ready' }], { fence })
    await expect(late).rejects.toThrow(Superseded)
    expect(await batches.row(1, 1)).toMatchObject({ verdict: 'not_checked' })
  })

  test('only a check that is under way can be given up', async () => {
    const { batches } = await checked()
    const before = await batches.find(1)
    await expect(batches.giveUpCheck(1, 'not_checked')).rejects.toThrow(Superseded)
    await expect(batches.giveUpCheck(9, 'not_checked')).rejects.toThrow(Superseded)
    expect(await batches.find(1)).toEqual(before)
  })
})
