import { describe, expect, test } from 'vitest'
import { resolvedBatch } from './batch.fixture.ts'
import { databasesOn, engines } from './database.fixture.ts'
import { signInLinYue } from './people.fixture.ts'

describe.each(engines)('what is to run in many batches, on %s', (engine) => {
  const { open } = databasesOn(engine)
  const running = ['ready', 'may_come_back']
  const held = ['still_active']

  /** Two batches: of five rows three run, one that was let go among them; and of one row none. */
  const two = async () => {
    const store = await open()
    const lin = await signInLinYue(store)
    await resolvedBatch(store, lin, ['li-wei', 'zhao-min', 'guo-ting', 'li-na', 'wang-fang'])
    await resolvedBatch(store, lin, ['li-wei'])
    await store.batches.patchRows(1, [
      { row: 1, verdict: 'ready' },
      { row: 2, verdict: 'may_come_back' },
      { row: 3, verdict: 'still_active', decision: 'accepted' },
      { row: 4, verdict: 'still_active', decision: 'left_out' },
      { row: 5, verdict: 'already_so' },
    ])
    return store.batches
  }

  test('each is counted, and a batch that is not there is not', async () => {
    const { countsToRun, freezeRows } = await two()
    const none = { willRun: 0, waiting: 0 }
    expect(await countsToRun([1, 2, 3], running)).toEqual(
      new Map([
        [1, { willRun: 3, waiting: 0 }],
        [2, none],
      ]),
    )
    await freezeRows(1, running, held)
    expect(await countsToRun([1], running)).toEqual(new Map([[1, { willRun: 3, waiting: 3 }]]))
  })

  test('of none there is nothing to count, and of more than one statement carries all are', async () => {
    const { countsToRun } = await two()
    expect(await countsToRun([], running)).toEqual(new Map())
    const many = Array.from({ length: 70_000 }, (_, index) => 70_000 - index)
    expect([...(await countsToRun(many, running)).keys()].sort()).toEqual([1, 2])
  })
})
