import { describe, expect, test } from 'vitest'
import { databasesOn, engines, friday } from './database.fixture.ts'
import { resignationOf, signInLinYue } from './people.fixture.ts'

describe.each(engines)('figures on %s', (engine) => {
  const { open } = databasesOn(engine)

  test('A new desk has nothing to count', async () => {
    const store = await open()
    expect(await store.figures()).toEqual({
      openIntents: 0,
      batches: {},
      stopped: false,
      lastEntry: 0,
    })
  })

  test('Open acts, batches by state, the switch and the last entry are counted', async () => {
    const store = await open()
    const personId = await signInLinYue(store)
    const first = await store.acts.recordIntent(resignationOf('u1', personId), friday)
    await store.acts.recordIntent(resignationOf('u2', personId), friday)
    const outcome = { intentSeq: first, outcome: 'done' as const, facts: {}, requestId: null }
    await store.acts.recordOutcome(outcome, friday)
    const draft = {
      kind: 'resign',
      title: 'Leavers',
      reason: null,
      endSessions: false,
      createdBy: personId,
      parentId: null,
      lists: [],
    }
    const [gone] = [
      await store.batches.create(draft, friday),
      await store.batches.create(draft, friday),
    ]
    await store.batches.change(gone.batchId, ['draft'], { state: 'discarded' })
    const note = { action: 'stopEverything', personId, batchId: null, facts: {}, personal: {} }
    const entry = { ...note, requestId: null }
    await store.stop.set({ personId, at: friday, reason: null }, { entry, at: friday })
    expect(await store.figures()).toEqual({
      openIntents: 1,
      batches: { discarded: 1, draft: 1 },
      stopped: true,
      lastEntry: 4,
    })
  })
})
