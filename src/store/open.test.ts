import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CannotOpen } from './cannot-open.ts'
import { databasesOn, engines, friday, secretKey } from './database.fixture.ts'
import { migrations } from './migrations.ts'
import { resignationOf, signInLinYue } from './people.fixture.ts'
import { otherProcesses } from './processes.fixture.ts'
import { pathOfFileUrl } from './sqlite-file.ts'
import { verifyAudit } from './verify-audit.ts'

describe.each(engines)('opening a store on %s', (engine) => {
  const { open, fresh, meddle } = databasesOn(engine)
  const { start } = otherProcesses()

  test('answers, says which engine it is, and answers no more once closed', async () => {
    const store = await open()
    expect(store.engine).toBe(engine)
    await store.ping()
    await store.close()
    await expect(store.ping()).rejects.toThrow()
  })

  test('a database that was opened before is as it was left', async () => {
    const first = await open()
    const personId = await signInLinYue(first)
    await first.close()
    const again = await open({ databaseUrl: first.databaseUrl })
    expect(await again.people.byId(personId)).toMatchObject({ name: 'Lin Yue' })
  })

  test('a database keeps to the pool it began with', async () => {
    const { databaseUrl, close } = await open({ belongsTo: 'https://api.genauth.ai' })
    await close()
    const wrong = open({ databaseUrl, belongsTo: 'sandbox' })
    await expect(wrong).rejects.toThrow(CannotOpen)
    await expect(wrong).rejects.toThrow(
      'The database belongs to https://api.genauth.ai and cannot be used with sandbox',
    )
    await open({ databaseUrl, belongsTo: 'https://api.genauth.ai' })
  })

  test('a database newer than the program stops the start and is not touched', async () => {
    const { databaseUrl, close } = await open()
    await close()
    await meddle(
      databaseUrl,
      `insert into migrations (number, name, at) values (99, 'of the future', '${friday}')`,
      'drop table sign_ins',
    )
    const older = open({ databaseUrl })
    await expect(older).rejects.toThrow(CannotOpen)
    await expect(older).rejects.toThrow(/version 99 \("of the future"\)/)
    await expect(open({ databaseUrl, lock: false })).rejects.toThrow(/version 99/)
    await expect(verifyAudit({ databaseUrl, secretKeys: [secretKey] })).rejects.toThrow(/99/)
    await expect(meddle(databaseUrl, 'select * from sign_ins')).rejects.toThrow()
  })

  test('a command beside the server works as it runs, and makes no database of its own', async () => {
    const { databaseUrl } = await open()
    const command = await open({ databaseUrl, lock: false })
    await signInLinYue(command)
    const unused = await fresh()
    await expect(open({ databaseUrl: unused, lock: false })).rejects.toThrow(CannotOpen)
    const verifying = verifyAudit({ databaseUrl: unused, secretKeys: [secretKey] })
    await expect(verifying).rejects.toThrow(CannotOpen)
  })

  test('servers that start at the same moment on a new database migrate it once', async () => {
    const databaseUrl = await fresh()
    const starts = await Promise.allSettled([open({ databaseUrl }), open({ databaseUrl })])
    const served = starts.filter(({ status }) => status === 'fulfilled')
    expect(served).toHaveLength(engine === 'sqlite' ? 1 : 2)
    const migrated = await meddle(databaseUrl, 'select number from migrations')
    expect(migrated).toHaveLength(migrations.length)
  })

  test('kill -9 between intent and outcome leaves an open intent and a whole chain', async () => {
    const databaseUrl = await fresh()
    const killed = await start('intend', databaseUrl)
    expect(killed.said).toBe(1)
    await killed.kill()
    const store = await open({ databaseUrl })
    expect(await store.acts.open()).toMatchObject([{ seq: 1, userId: 'li-wei' }])
    expect(await store.acts.find(1)).toMatchObject({
      outcome: null,
      snapshot: { lacks: ['groups'] },
    })
    expect(await store.audit.verify()).toEqual({ holds: true, entries: 1 })
  })

  test('another process verifies, and accepts, while the server runs and records', async () => {
    const store = await open()
    const { databaseUrl, acts } = store
    const personId = await signInLinYue(store)
    await acts.recordIntent(resignationOf('li-wei', personId), friday)
    expect((await start('verify', databaseUrl)).said).toEqual({ holds: true, entries: 1 })

    await meddle(databaseUrl, `update audit_entries set user_id = 'li-na'`)
    expect((await start('verify', databaseUrl)).said).toMatchObject({ holds: false, firstBad: 1 })
    await expect(acts.recordIntent(resignationOf('li-mei', personId), friday)).rejects.toThrow()
    expect((await start('accept', databaseUrl)).said).toMatchObject({ accepted: true, entry: 2 })
    expect(await acts.recordIntent(resignationOf('li-mei', personId), friday)).toBe(3)
  })
})

describe('a SQLite file', () => {
  const { open, fresh } = databasesOn('sqlite')
  const { start } = otherProcesses()

  test('is served by one process; the next is told pid and host of the first', async () => {
    const { databaseUrl } = await open()
    await expect(open({ databaseUrl })).rejects.toThrow(CannotOpen)
    const { said } = await start('serve', databaseUrl)
    expect(said).toEqual({
      error: expect.stringContaining(
        `in use by another Leaver Desk, pid ${process.pid} on ${hostname()}`,
      ),
    })
  })

  test('is free again as soon as its server is killed', async () => {
    const databaseUrl = await fresh()
    const first = await start('serve', databaseUrl)
    expect(first.said).toEqual({ serving: first.pid })
    await expect(open({ databaseUrl })).rejects.toThrow(`pid ${first.pid} on`)
    await first.kill()
    await open({ databaseUrl })
  })

  test('and everything beside it is for its owner only', async () => {
    const store = await open()
    await signInLinYue(store)
    const path = pathOfFileUrl(store.databaseUrl)
    const names = readdirSync(dirname(path))
    expect(names.sort()).toEqual(
      ['', '-shm', '-wal', '.lock', '.lock.holder'].map((end) => `${basename(path)}${end}`),
    )
    for (const name of names) expect(statSync(join(dirname(path), name)).mode & 0o777).toBe(0o600)
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700)
  })

  test('that is not there is made by a server only', async () => {
    const { databaseUrl, close } = await open()
    await close()
    const path = pathOfFileUrl(databaseUrl)
    rmSync(path)
    await expect(open({ databaseUrl, lock: false })).rejects.toThrow(`no database at ${path}`)
    const verifying = verifyAudit({ databaseUrl, secretKeys: [secretKey] })
    await expect(verifying).rejects.toThrow(CannotOpen)
    expect(existsSync(path)).toBe(false)
  })

  test('can be verified when nothing serves it, and is not written to', async () => {
    const store = await open()
    const personId = await signInLinYue(store)
    await store.acts.recordIntent(resignationOf('li-wei', personId), friday)
    await store.close()
    const path = pathOfFileUrl(store.databaseUrl)
    const before = readFileSync(path)
    const verifying = verifyAudit({ databaseUrl: store.databaseUrl, secretKeys: [secretKey] })
    expect(await verifying).toEqual({ holds: true, entries: 1 })
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test.each(['mysql://localhost/x', 'file:', 'data.db', ''])(
    '"%s" is no address',
    async (wrong) => {
      await expect(open({ databaseUrl: wrong })).rejects.toThrow(CannotOpen)
    },
  )
})
