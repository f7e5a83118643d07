import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { auditChain } from './audit-chain.ts'
import { draftEntry, storePersonal } from './audit-draft.ts'
import { chainKeys } from './audit-link.ts'
import { connect } from './connect.ts'
import { databasesOn, engines, friday, minutesLater, secretKey } from './database.fixture.ts'
import { migrateTo } from './older-version.fixture.ts'
import { linYue, sessionOf } from './people.fixture.ts'
import { rememberPool } from './pool.ts'
import { pathOfFileUrl } from './sqlite-file.ts'

const people = [
  `'lin', 'https://id.example.com', 'lin-yue', 'Lin Yue', 'Lin.Yue@Example.com', 1, null, 'operator', 0`,
  `'lin-2', 'https://other.example', '17', 'Lin Yue', 'lin.yue@example.com', 1, null, 'approver', 0`,
  `'lin-3', 'https://other.example', '18', 'Lin Yue', 'lin.yue@example.com', 0, null, null, 0`,
  `'guo', 'https://id.example.com', 'guo-ting', 'Guo Ting', null, 0, null, 'viewer', 1`,
]

describe.each(engines)('what version 2 left in a database on %s', (engine) => {
  const { fresh, open, meddle } = databasesOn(engine)

  /** A database of version 2 with people, a session, a sign-in, a confirmed batch and a chain. */
  const grown = async () => {
    const databaseUrl = await fresh()
    await migrateTo(2, databaseUrl)
    await meddle(
      databaseUrl,
      ...people.map((person) => `insert into people values (${person}, '${friday}')`),
      `insert into sessions values
        ('hash', 'lin', '${friday}', '${minutesLater(480)}', '${friday}', null)`,
      `insert into sign_ins values
        ('state', 'browser', 'nonce', 'verifier', '/users', '${minutesLater(10)}')`,
      `update counters set value = 1 where name = 'batch'`,
      `insert into batches (batch_id, kind, title, reason, state, created_by, created_at, checked_at,
        fingerprint, confirmed_at, expires_at, fence, row_count, listed_rows, revision) values
        (1, 'resign', 'Leavers', 'HR-2231', 'confirmed', 'lin', '${friday}', '${friday}',
          'f00d', '${friday}', '${minutesLater(1440)}', 1, 0, 0, 4)`,
    )
    await recordAsVersionTwo(databaseUrl)
    return open({ databaseUrl })
  }

  /** One resignation of Li Wei by Lin Yue, appended to the chain. */
  const recordAsVersionTwo = async (databaseUrl: string) => {
    const db = connect(databaseUrl, 'write')
    const keys = chainKeys([secretKey])
    await rememberPool(db, keys, 'sandbox')
    const { draft, personal } = draftEntry({
      at: friday,
      kind: 'intent',
      action: 'resignUser',
      userId: 'li-wei',
      personId: 'lin',
      facts: {},
      personal: { reason: 'HR-2231' },
    })
    await auditChain(db, keys, 'sandbox', () => undefined).record(async (tx, append) => {
      await storePersonal(tx, [personal])
      await append([draft])
    })
    await db.destroy()
  }

  test('people stay who they were, and those with one verified e-mail are one', async () => {
    const store = await grown()
    expect(await store.people.byId('guo')).toMatchObject({ role: 'viewer', revoked: true })
    expect((await store.people.same('lin')).sort()).toEqual(['lin', 'lin-2'])
    expect(await store.people.same('lin-3')).toEqual(['lin-3'])
    const again = await store.people.signedIn(linYue, minutesLater(1))
    expect(again).toEqual({ ...linYue, personId: 'lin', revoked: false })
    expect(await store.people.same('lin')).toEqual(['lin', 'lin-2'])
    await store.people.signedIn({ ...linYue, email: 'new@example.com' }, minutesLater(2))
    expect(await store.people.same('lin')).toEqual(['lin', 'lin-2'])
    expect(await store.people.same('lin-2')).toEqual(['lin-2', 'lin'])
  })

  test('people sign in again, and whoever was at it may go on', async () => {
    const { sessions, signIns } = await grown()
    expect(await sessions.find('hash', minutesLater(1), friday)).toBeNull()
    expect(await sessions.of('lin', minutesLater(1), friday)).toEqual([])
    expect(await signIns.take('state', friday)).toMatchObject({ returnTo: '/users', fresh: false })
    await sessions.start(sessionOf('lin'))
    expect(await sessions.of('lin', minutesLater(1), friday)).toEqual([sessionOf('lin')])
    const nobody = { ...sessionOf('nobody'), sessionHash: 'other', sessionId: 'other' }
    await expect(sessions.start(nobody)).rejects.toThrow()
  })

  test('a confirmed batch is still confirmed, and nobody has approved it', async () => {
    const { batches, stop } = await grown()
    const before = { state: 'confirmed', fingerprint: 'f00d', approvedBy: null, declinedBy: null }
    expect(await batches.find(1)).toMatchObject(before)
    const approval = {
      approvedBy: 'lin-2',
      approvedAt: minutesLater(2),
      approvedFingerprint: 'f00d',
    }
    expect(await batches.change(1, ['confirmed'], approval)).toMatchObject(approval)
    expect(await stop.current()).toBeNull()
  })

  test('the chain holds, and what was sent before counts', async () => {
    const { audit, acts } = await grown()
    expect(await audit.verify()).toEqual({ holds: true, entries: 1 })
    expect(await acts.sentBy(['lin'], friday)).toEqual(['li-wei'])
  })

  test('a file is copied before it is changed', async () => {
    const { databaseUrl } = await grown()
    const copied = engine === 'sqlite' && existsSync(`${pathOfFileUrl(databaseUrl)}.before-3`)
    expect(copied).toBe(engine === 'sqlite')
  })
})
