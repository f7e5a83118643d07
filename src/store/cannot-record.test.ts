import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { actsIn } from './acts.ts'
import { auditChain } from './audit-chain.ts'
import { chainKeys } from './audit-link.ts'
import { chainWatch } from './chain-watch.ts'
import { connect } from './connect.ts'
import { databasesOn, friday, secretKey } from './database.fixture.ts'
import { resignationOf, signInLinYue } from './people.fixture.ts'
import { CannotRecord } from './store.ts'
import { verifyAudit } from './verify-audit.ts'

describe('when nothing can be recorded', () => {
  const sqlite = databasesOn('sqlite')
  const postgres = databasesOn('postgres')

  test('a full disk refuses the intent whole, and the next one goes through when there is room', async () => {
    const store = await sqlite.open()
    const { databaseUrl } = store
    const personId = await signInLinYue(store)
    await store.close()

    const db = connect(databaseUrl, 'write')
    const keys = chainKeys([secretKey])
    const heads: number[] = []
    const chain = auditChain(db, keys, 'sandbox', ({ seq }) => heads.push(seq))
    const acts = actsIn(db, chain, chainWatch(db, keys, 'sandbox', undefined))
    const intent = (userId: string) => ({
      ...resignationOf(userId, personId),
      snapshot: { body: { profile: 'x'.repeat(50_000) }, lacks: [] },
    })
    await acts.recordIntent(intent('li-wei'), friday)

    await sql`pragma max_page_count = 1`.execute(db)
    const refused = acts.recordIntent(intent('zhao-min'), friday)
    await expect(refused).rejects.toThrow(CannotRecord)
    await expect(refused).rejects.toMatchObject({ cause: { errstr: 'database or disk is full' } })
    expect(await acts.open()).toHaveLength(1)
    expect(heads).toEqual([1])

    await sql`pragma max_page_count = 100000`.execute(db)
    expect(await acts.recordIntent(intent('zhao-min'), friday)).toBe(2)
    await db.destroy()
    expect(await verifyAudit({ databaseUrl, secretKeys: [secretKey] })).toEqual({
      holds: true,
      entries: 2,
    })
  })

  test('a database that went away refuses the intent, and takes it when it is back', async () => {
    const store = await postgres.open()
    const { databaseUrl, acts } = store
    const personId = await signInLinYue(store)
    const name = new URL(databaseUrl).pathname.slice(1)
    const server = databaseUrl.replace(`/${name}?`, '/postgres?')
    await postgres.meddle(
      server,
      `alter database ${name} allow_connections false`,
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
    )
    const intent = resignationOf('li-wei', personId)
    await expect(acts.recordIntent(intent, friday)).rejects.toThrow(CannotRecord)
    await expect(store.ping()).rejects.toThrow()

    await postgres.meddle(server, `alter database ${name} allow_connections true`)
    expect(await acts.recordIntent(intent, friday)).toBe(1)
    await store.ping()
  })

  test('a connection cut in the middle of a transaction is reported, and only the transaction ends', async () => {
    const databaseUrl = await postgres.fresh()
    const reported = Promise.withResolvers<Error>()
    const db = connect(databaseUrl, 'write', reported.resolve)
    const cut = db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
      await postgres.meddle(databaseUrl, `select pg_terminate_backend(${rows[0]?.pid})`)
      await reported.promise
      await sql`select 1`.execute(tx)
    })
    await expect(cut).rejects.toThrow()
    await sql`select 1`.execute(db)
    await db.destroy()
  })
})
