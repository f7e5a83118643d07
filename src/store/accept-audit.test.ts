import { describe, expect, test } from 'vitest'
import { acceptAudit } from './accept-audit.ts'
import type { ChainEnd } from './audit-walk.ts'
import { databasesOn, engines, friday, minutesLater, secretKey } from './database.fixture.ts'
import { resignationOf, signInLinYue } from './people.fixture.ts'
import { CannotRecord } from './store.ts'
import { verifyAudit } from './verify-audit.ts'

describe.each(engines)('accepting a broken audit chain on %s', (engine) => {
  const { open, meddle } = databasesOn(engine)

  const accept = async (databaseUrl: string, lastHead?: ChainEnd) => {
    const told: ChainEnd[] = []
    const accepted = await acceptAudit({
      databaseUrl,
      secretKeys: [secretKey],
      reason: 'looked into it, INC-17',
      now: () => new Date(minutesLater(30)),
      head: (head) => told.push(head),
      ...(lastHead && { lastHead }),
    })
    return { accepted, told }
  }
  const verified = (databaseUrl: string, head?: ChainEnd) =>
    verifyAudit({ databaseUrl, secretKeys: [secretKey], ...(head && { head }) })

  /** Three people with an open intent each: entries 1 to 3. */
  const threeIntents = async () => {
    const store = await open()
    const personId = await signInLinYue(store)
    const intend = (userId: string) =>
      store.acts.recordIntent(resignationOf(userId, personId), friday)
    for (const userId of ['li-wei', 'zhao-min', 'guo-ting']) await intend(userId)
    return { ...store, intend }
  }

  test('a chain that holds has nothing to accept', async () => {
    const { databaseUrl } = await threeIntents()
    expect(await accept(databaseUrl)).toEqual({ accepted: { accepted: false }, told: [] })
    expect(await verified(databaseUrl)).toEqual({ holds: true, entries: 3 })
  })

  test('a break in the middle stops intents, not outcomes, until it is accepted', async () => {
    const { databaseUrl, close } = await threeIntents()
    await close()
    await meddle(databaseUrl, `update audit_entries set user_id = 'li-na' where seq = 2`)

    const reported: unknown[] = []
    const store = await open({ databaseUrl, report: (error) => reported.push(error) })
    expect(String(reported)).toMatch(/the audit chain is broken at entry 2/)
    const intent = resignationOf('zhang-wei', await signInLinYue(store))
    const refused = store.acts.recordIntent(intent, friday)
    await expect(refused).rejects.toThrow(CannotRecord)
    await expect(refused).rejects.toThrow(/entry 2/)
    await store.acts.recordOutcome(
      { intentSeq: 1, outcome: 'done', facts: {}, requestId: null },
      friday,
    )

    const { accepted, told } = await accept(databaseUrl)
    expect(accepted).toMatchObject({ accepted: true, entry: 5, firstBad: 2 })
    expect(told).toMatchObject([{ seq: 5 }])
    expect(await store.acts.recordIntent(intent, friday)).toBe(6)
    expect(await verified(databaseUrl, told[0])).toEqual({ holds: true, entries: 6 })
    expect(await store.audit.entries(5, 1)).toMatchObject([
      {
        kind: 'note',
        action: 'acceptAudit',
        at: minutesLater(30),
        facts: { firstBad: 2 },
        personal: { reason: 'looked into it, INC-17' },
      },
    ])
  })

  test('a running server that finds its end broken goes on once that is accepted', async () => {
    const { databaseUrl, intend } = await threeIntents()
    await meddle(databaseUrl, 'delete from audit_entries where seq = 3')
    await expect(intend('li-na')).rejects.toThrow(CannotRecord)
    const { accepted } = await accept(databaseUrl)
    expect(accepted).toMatchObject({ accepted: true, entry: 4, firstBad: 3 })
    await intend('li-na')
    expect(await verified(databaseUrl)).toEqual({ holds: true, entries: 4 })
  })

  test('a lost head is put back', async () => {
    const { databaseUrl, intend } = await threeIntents()
    await meddle(databaseUrl, 'delete from audit_head')
    expect((await accept(databaseUrl)).accepted).toMatchObject({ entry: 4, firstBad: 3 })
    await intend('li-na')
    expect(await verified(databaseUrl)).toEqual({ holds: true, entries: 5 })
  })

  test('after a restored backup the server waits, and no number is used twice', async () => {
    const { databaseUrl, heads, close } = await threeIntents()
    await close()
    await meddle(
      databaseUrl,
      `delete from open_intents where user_id = 'guo-ting'`,
      'delete from audit_entries where seq = 3',
      `update audit_head set seq = 2, mac = (select mac from audit_entries where seq = 2)`,
    )
    const lastHead = heads.at(-1)
    const store = await open({ databaseUrl, ...(lastHead && { lastHead }) })
    expect(await store.audit.verify()).toMatchObject({ holds: false, firstBad: 3 })
    const intent = resignationOf('guo-ting', await signInLinYue(store))
    await expect(store.acts.recordIntent(intent, friday)).rejects.toThrow(CannotRecord)

    const { accepted } = await accept(databaseUrl, lastHead)
    expect(accepted).toMatchObject({ accepted: true, entry: 4, firstBad: 3 })
    expect(await store.acts.recordIntent(intent, friday)).toBe(5)
    expect(await verified(databaseUrl, heads.at(-1))).toEqual({ holds: true, entries: 4 })
  })

  test('an edited personal part can be accepted, and erased afterwards', async () => {
    const { databaseUrl } = await threeIntents()
    const ofSecond = `entry_id = (select entry_id from audit_entries where seq = 2)`
    await meddle(databaseUrl, `update audit_personal set body = '{}' where ${ofSecond}`)
    expect((await accept(databaseUrl)).accepted).toMatchObject({ firstBad: 2 })
    expect(await verified(databaseUrl)).toMatchObject({ holds: true })
    await meddle(databaseUrl, `delete from audit_personal where ${ofSecond}`)
    expect(await verified(databaseUrl)).toMatchObject({ holds: true })
  })

  test.each([
    [2, `update audit_entries set user_id = 'li-mei' where seq = 2`],
    [
      2,
      `update audit_personal set body = '{"a":1}' where entry_id =
        (select entry_id from audit_entries where seq = 2)`,
    ],
    [1, `update audit_entries set user_id = 'li-mei' where seq = 1`],
    [2, `update audit_entries set facts = '{}' where seq = 4`],
    [
      4,
      `update audit_personal set body = '{}' where entry_id =
        (select entry_id from audit_entries where seq = 4)`,
    ],
  ])('what changes after it was accepted breaks the chain again, at %i', async (firstBad, then) => {
    const { databaseUrl, intend } = await threeIntents()
    const ofSecond = `entry_id = (select entry_id from audit_entries where seq = 2)`
    await meddle(
      databaseUrl,
      `update audit_entries set user_id = 'li-na' where seq = 2`,
      `update audit_personal set body = '{}' where ${ofSecond}`,
    )
    await accept(databaseUrl)
    await intend('li-mei')
    expect(await verified(databaseUrl)).toMatchObject({ holds: true })
    await meddle(databaseUrl, then)
    expect(await verified(databaseUrl)).toMatchObject({ holds: false, firstBad })
  })
})
