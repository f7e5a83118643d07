import { describe, expect, test } from 'vitest'
import { databasesOn, engines, friday, minutesLater } from './database.fixture.ts'
import { resignationOf, signInLinYue } from './people.fixture.ts'
import { Superseded, UserBusy } from './store.ts'

describe.each(engines)('acts on %s', (engine) => {
  const { open, meddle } = databasesOn(engine)

  const done = { outcome: 'done', facts: { status: 'Resigned' }, requestId: 'request-1' } as const

  test('an intent is stored with its snapshot, and open until its outcome is', async () => {
    const store = await open()
    const personId = await signInLinYue(store)
    const intentSeq = await store.acts.recordIntent(resignationOf('li-wei', personId), friday)
    const intent = {
      seq: intentSeq,
      at: friday,
      action: 'resignUser',
      userId: 'li-wei',
      personId,
      batchId: null,
      row: null,
      facts: { userIdType: 'user_id' },
    }
    const snapshot = {
      userId: 'li-wei',
      takenAt: friday,
      intentSeq,
      body: { summary: { name: 'Li Wei' }, roles: ['auditor'] },
      lacks: ['groups'],
    }
    expect(await store.acts.open()).toEqual([intent])
    expect(await store.acts.find(intentSeq)).toEqual({ intent, outcome: null, snapshot })

    await store.acts.recordOutcome({ intentSeq, ...done }, minutesLater(1))
    expect(await store.acts.open()).toEqual([])
    expect(await store.acts.find(intentSeq)).toEqual({ intent, outcome: 'done', snapshot })
    expect(await store.acts.lastSnapshot('li-wei')).toEqual(snapshot)
    expect(await store.acts.lastSnapshot('zhao-min')).toBeNull()
    expect(await store.acts.find(intentSeq + 1)).toBeNull()
  })

  test('while one act on a user has no outcome there is no second one', async () => {
    const store = await open()
    const personId = await signInLinYue(store)
    const intentSeq = await store.acts.recordIntent(resignationOf('li-wei', personId), friday)
    const second = store.acts.recordIntent(resignationOf('li-wei', personId), friday)
    await expect(second).rejects.toThrow(UserBusy)
    await expect(second).rejects.toMatchObject({ userIds: ['li-wei'] })
    expect(await store.audit.entries(1, 10)).toHaveLength(1)
    expect(await meddle(store.databaseUrl, 'select user_id from snapshots')).toHaveLength(1)

    await store.acts.recordIntent(resignationOf('zhao-min', personId), friday)
    await store.acts.recordOutcome({ intentSeq, ...done }, friday)
    await store.acts.recordIntent(resignationOf('li-wei', personId), friday)
  })

  test('of two people who act on one user at the same moment exactly one is let through', async () => {
    const store = await open()
    const personId = await signInLinYue(store)
    for (const userId of ['li-wei', 'zhao-min', 'guo-ting']) {
      const tries = await Promise.allSettled([
        store.acts.recordIntent(resignationOf(userId, personId), friday),
        store.acts.recordIntent(resignationOf(userId, personId), friday),
      ])
      expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      const refused = tries.find((attempt) => attempt.status === 'rejected')
      expect(refused?.reason).toBeInstanceOf(UserBusy)
    }
    expect(await store.acts.open()).toHaveLength(3)
    expect(await store.audit.verify()).toEqual({ holds: true, entries: 3 })
  })

  test('whoever was acted on after they were read has to be read again', async () => {
    const store = await open()
    const personId = await signInLinYue(store)
    const readAfter = await store.audit.lastSeq()
    expect(readAfter).toBe(0)
    const intentSeq = await store.acts.recordIntent(resignationOf('li-wei', personId), friday)
    await store.acts.recordOutcome({ intentSeq, ...done }, friday)

    const stale = store.acts.recordIntent(resignationOf('li-wei', personId), friday, { readAfter })
    await expect(stale).rejects.toMatchObject({ name: 'UserBusy', userIds: ['li-wei'] })
    expect(await store.acts.open()).toEqual([])
    await store.acts.recordIntent(resignationOf('zhao-min', personId), friday, { readAfter })
    const now = await store.audit.lastSeq()
    await store.acts.recordIntent(resignationOf('li-wei', personId), friday, { readAfter: now })
  })

  test('an intent has one outcome; a second one, or one for no intent, is refused', async () => {
    const store = await open()
    const personId = await signInLinYue(store)
    const intentSeq = await store.acts.recordIntent(resignationOf('li-wei', personId), friday)
    const outcome = await store.acts.recordOutcome({ intentSeq, ...done }, friday)
    for (const wrong of [intentSeq, outcome, 99]) {
      const again = store.acts.recordOutcome({ intentSeq: wrong, ...done }, friday)
      await expect(again).rejects.toThrow(Superseded)
    }
    expect(await store.audit.entries(1, 10)).toHaveLength(2)
  })

  test('a later check is an entry of its own and changes the outcome shown', async () => {
    const store = await open()
    const personId = await signInLinYue(store)
    const intentSeq = await store.acts.recordIntent(resignationOf('li-wei', personId), friday)
    const unsure = { intentSeq, outcome: 'not_confirmed', facts: {}, requestId: null } as const
    const seen = { ...unsure, outcome: 'done' } as const

    await expect(store.acts.recordCheck(seen, personId, friday)).rejects.toThrow(Superseded)
    await store.acts.recordOutcome(unsure, friday)
    expect((await store.acts.find(intentSeq))?.outcome).toBe('not_confirmed')
    const check = await store.acts.recordCheck(seen, personId, minutesLater(5))
    expect((await store.acts.find(intentSeq))?.outcome).toBe('done')
    expect(await store.audit.entries(check, 1)).toMatchObject([
      {
        kind: 'check',
        at: minutesLater(5),
        intentSeq,
        userId: 'li-wei',
        outcome: 'done',
        personId,
      },
    ])
  })

  test('the history of a user shows who did what, newest first, and what came of it', async () => {
    const store = await open()
    const personId = await signInLinYue(store)
    const first = await store.acts.recordIntent(
      {
        ...resignationOf('li-wei', personId),
        action: 'unlinkIdentity',
        facts: { about: 'Feishu' },
      },
      friday,
    )
    await store.acts.recordOutcome({ intentSeq: first, ...done, outcome: 'failed' }, friday)
    await store.acts.recordIntent(resignationOf('zhao-min', personId), friday)
    const open2 = await store.acts.recordIntent(resignationOf('li-wei', personId), minutesLater(2))

    const history = await store.acts.history('li-wei', 10)
    expect(history).toMatchObject([
      { seq: open2, action: 'resignUser', who: 'Lin Yue', outcome: null, at: minutesLater(2) },
      {
        seq: first,
        action: 'unlinkIdentity',
        who: 'Lin Yue',
        outcome: 'failed',
        facts: { about: 'Feishu' },
        personal: { reason: 'HR-2231' },
      },
    ])
    expect(await store.acts.history('li-wei', 1)).toHaveLength(1)
    expect(await store.acts.history('nobody', 10)).toEqual([])
  })

  test('open intents can be asked for by batch or for single acts only', async () => {
    const store = await open()
    const personId = await signInLinYue(store)
    await store.acts.recordIntent(resignationOf('li-wei', personId), friday)
    expect(await store.acts.open({ batchId: null })).toHaveLength(1)
    expect(await store.acts.open({ batchId: 1 })).toEqual([])
  })

  test.each([
    ['identityNumber', { profile: { identityNumber: '11010119900101' } }],
    ['a token, however it is spelt', { sources: [{ access_token: 'eyJ' }] }],
    ['connections', { connections: {} }],
    ['a password', { deep: [[{ Password: 'x' }]] }],
  ])('a snapshot with %s is not stored at all', async (_, body) => {
    const store = await open()
    const personId = await signInLinYue(store)
    const intent = { ...resignationOf('li-wei', personId), snapshot: { body, lacks: [] } }
    await expect(store.acts.recordIntent(intent, friday)).rejects.toThrow(/must never be stored/)
    expect(await store.acts.open()).toEqual([])
  })
})
