import { describe, expect, test } from 'vitest'
import { resolvedBatch } from './batch.fixture.ts'
import { databasesOn, engines } from './database.fixture.ts'
import { signInLinYue } from './people.fixture.ts'

describe.each(engines)('the users of batches on %s', (engine) => {
  const { open } = databasesOn(engine)

  const five = ['li-wei', 'zhao-min', 'guo-ting', 'li-na', 'wang-fang']

  /** A batch of five users, and a way to plan others. */
  const planned = async () => {
    const store = await open()
    const createdBy = await signInLinYue(store)
    const plan = (...userIds: string[]) => resolvedBatch(store, createdBy, userIds)
    await plan(...five)
    return { ...store.batches, plan }
  }

  test('a user is found in other batches that may still run, not in this one or in ended ones', async () => {
    const { plan, change, elsewhere } = await planned()
    await plan('li-wei', 'li-na')
    await plan('li-wei')
    await plan('guo-ting')
    await plan('zhao-min')
    await plan('wang-fang')
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

  test('a user whose row in another batch does not run is not in it', async () => {
    const { plan, patchRows, freezeRows, change, elsewhere } = await planned()
    await patchRows(1, [
      { row: 1, verdict: 'ready' },
      { row: 2, verdict: 'already_so' },
    ])
    await freezeRows(1, ['ready'], [])
    await change(1, ['checking'], { state: 'confirmed' })
    await plan('li-wei', 'zhao-min')
    expect(await elsewhere(2, five)).toEqual(new Map([['li-wei', 1]]))
  })

  test('the row that counts is the first of a user that is no duplicate', async () => {
    const { plan, patchRows, firstRowsOf } = await planned()
    await plan('li-wei', 'li-na', 'li-wei', 'li-na', 'li-wei')
    expect(await firstRowsOf(2, ['li-wei', 'li-na', 'guo-ting'])).toEqual(
      new Map([
        ['li-wei', 1],
        ['li-na', 2],
      ]),
    )
    await patchRows(2, [
      { row: 1, verdict: 'duplicate', duplicateOf: 3 },
      { row: 2, userId: null },
    ])
    expect(await firstRowsOf(2, ['li-wei', 'li-na'])).toEqual(
      new Map([
        ['li-wei', 3],
        ['li-na', 4],
      ]),
    )
    expect(await firstRowsOf(2, [])).toEqual(new Map())
  })

  test('users are carried on by what became of them, or by why they never ran', async () => {
    const { patchRows, userIdsWith } = await planned()
    await patchRows(1, [
      { row: 1, verdict: 'ready', outcome: 'done' },
      { row: 2, verdict: 'already_so', outcome: 'skipped' },
      { row: 3, verdict: 'ready', outcome: 'failed' },
      { row: 4, verdict: 'already_so', outcome: 'not_started' },
      { row: 5, verdict: 'already_so', outcome: 'skipped', userId: null },
    ])
    const ids = (outcomes: string[], verdicts: string[]) => userIdsWith(1, { outcomes, verdicts })
    expect(await ids(['done'], ['already_so'])).toEqual(['li-wei', 'zhao-min'])
    expect(await ids(['not_started', 'failed'], [])).toEqual(['guo-ting', 'li-na'])
    expect(await ids([], ['ready'])).toEqual([])
    expect(await ids([], [])).toEqual([])
  })

  test('rows are found by their users and what became of them', async () => {
    const { patchRows, rowsOfUsers, row } = await planned()
    await patchRows(1, [
      { row: 1, outcome: 'done', statusBefore: 'Activated' },
      { row: 2, outcome: 'failed' },
      { row: 3, outcome: 'done' },
    ])
    const rows = await rowsOfUsers(1, ['li-wei', 'zhao-min', 'nobody'], 'done')
    expect(rows).toEqual(new Map([['li-wei', await row(1, 1)]]))
    expect(await rowsOfUsers(1, [], 'done')).toEqual(new Map())
  })

  test('more users than fit into one question are asked about in several', async () => {
    const { plan, change, elsewhere, firstRowsOf, rowsOfUsers, patchRows } = await planned()
    const many = Array.from({ length: 2_500 }, (_, index) => `user-${index}`)
    await plan(...many)
    await change(2, ['checking'], { state: 'running' })
    await patchRows(
      2,
      many.map((_, index) => ({ row: index + 1, outcome: 'done' })),
    )
    expect((await elsewhere(1, many)).size).toBe(2_500)
    expect((await firstRowsOf(2, many)).get('user-2499')).toBe(2_500)
    expect((await rowsOfUsers(2, many, 'done')).size).toBe(2_500)
  })
})
