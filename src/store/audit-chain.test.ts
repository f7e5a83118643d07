import { describe, expect, test } from 'vitest'
import { databasesOn, engines, friday, minutesLater, secretKey } from './database.fixture.ts'
import { resignationOf, signInLinYue } from './people.fixture.ts'
import { CannotRecord, UserBusy } from './store.ts'
import { verifyAudit } from './verify-audit.ts'

describe.each(engines)('the audit chain on %s', (engine) => {
  const { open, meddle } = databasesOn(engine)

  /** Three people resigned: entries 1 to 6, of which 1, 3 and 5 are intents with personal parts. */
  const resigned = async () => {
    const store = await open()
    const personId = await signInLinYue(store)
    for (const userId of ['li-wei', 'zhao-min', 'guo-ting']) {
      const intentSeq = await store.acts.recordIntent(resignationOf(userId, personId), friday)
      const outcome = { outcome: 'done', facts: {}, requestId: null } as const
      await store.acts.recordOutcome({ intentSeq, ...outcome }, minutesLater(1))
    }
    return { ...store, personId }
  }
  const verified = (databaseUrl: string, head?: { seq: number; mac: string }) =>
    verifyAudit({ databaseUrl, secretKeys: [secretKey], ...(head && { head }) })

  test('a chain that nobody touched holds, also for a process beside the server', async () => {
    const { databaseUrl, audit, heads } = await resigned()
    expect(await audit.verify()).toEqual({ holds: true, entries: 6 })
    expect(await verified(databaseUrl, heads.at(-1))).toEqual({ holds: true, entries: 6 })
    expect(heads.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('an empty chain holds', async () => {
    const { databaseUrl, audit } = await open()
    expect(await audit.verify()).toEqual({ holds: true, entries: 0 })
    expect(await verified(databaseUrl)).toEqual({ holds: true, entries: 0 })
  })

  test.each([
    [4, `update audit_entries set outcome = 'failed' where seq = 4`],
    [6, `update audit_entries set outcome = 'failed' where seq = 6`],
    [3, `delete from audit_entries where seq = 3`],
    [1, `delete from audit_entries where seq = 1`],
    [6, `delete from audit_entries where seq = 6`],
    [
      3,
      `update audit_personal set body = '{"reason":"none"}' where entry_id in
        (select entry_id from audit_entries where seq = 3)`,
    ],
    [
      5,
      `update snapshots set body = '{}' where entry_id in
        (select entry_id from audit_entries where seq = 5)`,
    ],
    [6, `update audit_head set mac = 'feed'`],
    [7, `update audit_head set seq = 7`],
    [6, `delete from audit_head`],
  ])('entry %i is named after: %s', async (firstBad, statement) => {
    const { databaseUrl, audit } = await resigned()
    await meddle(databaseUrl, statement)
    expect(await audit.verify()).toMatchObject({ holds: false, firstBad })
    expect(await verified(databaseUrl)).toMatchObject({ holds: false, firstBad })
  })

  test.each([
    ['entry_id', `'another'`],
    ['at', `'2026-11-20T18:00:00.001Z'`],
    ['kind', `'note'`],
    ['action', `'deleteUser'`],
    ['person_id', `'somebody'`],
    ['user_id', `'li-na'`],
    ['batch_id', '7'],
    ['batch_row', '7'],
    ['intent_seq', '7'],
    ['outcome', `'done'`],
    ['request_id', `'another'`],
    ['facts', `'{}'`],
    ['personal_digest', `'feed'`],
    ['snapshot_digest', `'feed'`],
    ['mac', `'feed'`],
  ])('no column of an entry can be changed: %s', async (column, value) => {
    const { databaseUrl } = await resigned()
    // Without its parts, so that nothing but the seal can tell.
    await meddle(
      databaseUrl,
      'delete from audit_personal',
      'delete from snapshots',
      `update audit_entries set ${column} = ${value} where seq = 3`,
    )
    expect(await verified(databaseUrl)).toMatchObject({ holds: false, firstBad: 3 })
  })

  test('two rows that change places are named', async () => {
    const { databaseUrl } = await resigned()
    await meddle(
      databaseUrl,
      'update audit_entries set seq = 99 where seq = 2',
      'update audit_entries set seq = 2 where seq = 4',
      'update audit_entries set seq = 4 where seq = 99',
    )
    expect(await verified(databaseUrl)).toMatchObject({ holds: false, firstBad: 2 })
  })

  test('a personal part that lies under another entry is named', async () => {
    const { databaseUrl } = await resigned()
    await meddle(
      databaseUrl,
      `delete from audit_personal where entry_id = (select entry_id from audit_entries where seq = 1)`,
      `update audit_personal set entry_id = (select entry_id from audit_entries where seq = 1)
        where entry_id = (select entry_id from audit_entries where seq = 5)`,
    )
    expect(await verified(databaseUrl)).toMatchObject({ holds: false, firstBad: 1 })
  })

  test('an end that was cut cleanly is told by the head outside, and only by that', async () => {
    const { databaseUrl, heads } = await resigned()
    await meddle(
      databaseUrl,
      'delete from audit_entries where seq > 4',
      `update audit_head set seq = 4, mac = (select mac from audit_entries where seq = 4)`,
    )
    expect(await verified(databaseUrl)).toEqual({ holds: true, entries: 4 })
    expect(await verified(databaseUrl, heads.at(-1))).toMatchObject({ holds: false, firstBad: 5 })
  })

  test('a head outside that lags by one append is fine, one that says otherwise is not', async () => {
    const { databaseUrl, heads } = await resigned()
    expect(await verified(databaseUrl, heads.at(-2))).toMatchObject({ holds: true })
    expect(await verified(databaseUrl, { seq: 5, mac: 'feed' })).toMatchObject({
      holds: false,
      firstBad: 5,
    })
  })

  test('a chain recomputed with another key, or for another pool, does not hold', async () => {
    const forged = await open({ secretKeys: [Buffer.alloc(32, 'a guess')] })
    const personId = await signInLinYue(forged)
    await forged.acts.recordIntent(resignationOf('li-wei', personId), friday)
    expect(await verified(forged.databaseUrl)).toMatchObject({ holds: false, firstBad: 1 })

    const { databaseUrl } = await resigned()
    await meddle(databaseUrl, `update about set value = 'https://other.example'`)
    expect(await verified(databaseUrl)).toMatchObject({ holds: false, firstBad: 1 })
  })

  test('when the key is changed, what the old one signed still holds', async () => {
    const { databaseUrl, personId, close } = await resigned()
    await close()
    const secretKeys = [Buffer.alloc(32, 'a new key'), secretKey]
    const store = await open({ databaseUrl, secretKeys })
    await store.acts.recordIntent(resignationOf('li-na', personId), friday)
    expect(await verifyAudit({ databaseUrl, secretKeys })).toEqual({ holds: true, entries: 7 })
    expect(await verified(databaseUrl)).toMatchObject({ holds: false, firstBad: 7 })
  })

  test('erased personal parts and snapshots leave the chain whole', async () => {
    const { databaseUrl, audit, acts } = await resigned()
    await meddle(databaseUrl, 'delete from audit_personal', 'delete from snapshots')
    expect(await verified(databaseUrl)).toEqual({ holds: true, entries: 6 })
    expect(await audit.entries(1, 1)).toMatchObject([{ userId: 'li-wei', personal: null }])
    expect((await acts.find(1))?.snapshot).toBeNull()
  })

  test('foreign text that no database keeps as it came does not break the chain', async () => {
    const store = await open()
    const personId = await signInLinYue(store)
    const odd = {
      ...resignationOf('li\0wei\ud800', personId),
      requestId: '\udfff',
      facts: { about: '\0\ud800' },
      personal: { reason: '\0\udfff' },
    }
    await store.acts.recordIntent(odd, friday)
    expect(await verified(store.databaseUrl)).toEqual({ holds: true, entries: 1 })
    expect(await store.audit.entries(1, 1)).toMatchObject([
      { userId: 'li\ufffdwei\ufffd', facts: odd.facts, personal: odd.personal },
    ])
    await expect(store.acts.recordIntent(odd, friday)).rejects.toThrow(UserBusy)
  })

  test('names, reasons and snapshots stand in no entry', async () => {
    const { databaseUrl } = await resigned()
    const entries = await meddle(databaseUrl, 'select * from audit_entries')
    expect(JSON.stringify(entries)).not.toMatch(/Li Wei|Lin Yue|HR-2231|liwei|auditor/)
  })

  test.each([
    `update audit_entries set outcome = 'failed' where seq = 6`,
    `delete from audit_entries where seq = 6`,
    `update audit_head set mac = 'feed'`,
    `delete from audit_head`,
  ])('nothing is appended to a broken end: %s', async (statement) => {
    const { databaseUrl, acts, audit, personId, heads } = await resigned()
    await meddle(databaseUrl, statement)
    const before = await meddle(databaseUrl, 'select * from audit_entries order by seq')
    const intent = acts.recordIntent(resignationOf('li-na', personId), friday)
    await expect(intent).rejects.toThrow(CannotRecord)
    const note = { action: 'x', personId, batchId: null, facts: {}, personal: {}, requestId: null }
    await expect(audit.note(note, friday)).rejects.toThrow(CannotRecord)
    expect(await meddle(databaseUrl, 'select * from audit_entries order by seq')).toEqual(before)
    expect(await acts.open()).toEqual([])
    expect(heads).toHaveLength(6)
  })

  test('while the head cannot be put outside nothing is recorded, and then it is put first', async () => {
    const told: number[] = []
    let full = false
    const store = await open({
      head: ({ seq }) => {
        if (full) throw new Error('no space left on device')
        told.push(seq)
      },
    })
    const personId = await signInLinYue(store)
    const { acts } = store
    full = true
    await acts.recordIntent(resignationOf('li-wei', personId), friday)
    const refused = acts.recordIntent(resignationOf('zhao-min', personId), friday)
    await expect(refused).rejects.toThrow(CannotRecord)
    full = false
    await acts.recordIntent(resignationOf('zhao-min', personId), friday)
    expect(told).toEqual([1, 2])
  })

  test('replicas that append at the same moment do not fork the chain', async () => {
    const first = await open()
    const { databaseUrl } = first
    const second = engine === 'sqlite' ? first : await open({ databaseUrl })
    const personId = await signInLinYue(first)
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        (index % 2 ? first : second).acts.recordIntent(
          resignationOf(`user-${index}`, personId),
          friday,
        ),
      ),
    )
    expect(await verified(databaseUrl)).toEqual({ holds: true, entries: 40 })
  })
})
