import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { backupTo } from './backup.ts'
import { CannotOpen } from './cannot-open.ts'
import { databasesOn, friday, secretKey } from './database.fixture.ts'
import { linYue, resignationOf, signInLinYue } from './people.fixture.ts'
import { otherProcesses } from './processes.fixture.ts'
import { pathOfFileUrl } from './sqlite-file.ts'
import { verifyAudit } from './verify-audit.ts'

describe('a backup of a SQLite file', () => {
  const { open, fresh } = databasesOn('sqlite')
  const { start } = otherProcesses()
  const folder = mkdtempSync(join(tmpdir(), 'leaver-desk-backup-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  let count = 0
  const newFolder = () => mkdtempSync(join(folder, `${++count}-`))
  const entriesIn = async (path: string) => {
    const databaseUrl = `file:${path}`
    const verdict = await verifyAudit({ databaseUrl, secretKeys: [secretKey] })
    return verdict.holds ? verdict.entries : verdict
  }

  test('taken again and again while a server writes, is whole each time and can be served', async () => {
    const databaseUrl = await fresh()
    await start('record', databaseUrl)
    const into = newFolder()
    const first = join(into, 'first.db')
    await backupTo(databaseUrl, first)
    const before = await entriesIn(first)
    expect(before).toBeGreaterThanOrEqual(20)

    // The server goes on writing, so sooner or later one holds more.
    let last = before
    for (let number = 2; last === before; number += 1) {
      const path = join(into, `${number}.db`)
      await backupTo(databaseUrl, path)
      last = await entriesIn(path)
    }
    expect(last).toBeGreaterThan(Number(before))
    expect(await entriesIn(first)).toBe(before)

    const restored = await open({ databaseUrl: `file:${first}` })
    expect(await restored.people.signedIn(linYue, friday)).toMatchObject({ name: 'Lin Yue' })
    expect(await restored.audit.verify()).toEqual({ holds: true, entries: before })
  })

  test('holds what was not in the file itself yet, is for its owner only, and stands alone', async () => {
    const store = await open()
    const personId = await signInLinYue(store)
    await store.acts.recordIntent(resignationOf('li-wei', personId), friday)
    const into = newFolder()
    const path = join(into, 'copy.db')
    await backupTo(store.databaseUrl, path)
    expect(readdirSync(into)).toEqual(['copy.db'])
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(await entriesIn(path)).toBe(1)
    const copy = await open({ databaseUrl: `file:${path}` })
    expect(await copy.acts.open()).toMatchObject([{ userId: 'li-wei', personId }])
  })

  test('writes over nothing', async () => {
    const { databaseUrl } = await open()
    const path = join(newFolder(), 'payroll.csv')
    writeFileSync(path, 'precious')
    const refused = backupTo(databaseUrl, path)
    await expect(refused).rejects.toThrow(CannotOpen)
    await expect(refused).rejects.toThrow(`${path} is there already; a backup writes over nothing.`)
    expect(readFileSync(path, 'utf8')).toBe('precious')
    const itself = backupTo(databaseUrl, pathOfFileUrl(databaseUrl))
    await expect(itself).rejects.toThrow('is there already')
  })

  test('of what is no database is refused, and leaves no file', async () => {
    const into = newFolder()
    const path = join(into, 'copy.db')
    const wrong = join(into, 'letter.txt')
    writeFileSync(wrong, 'Dear all,'.repeat(1_000))
    const refused = backupTo(`file:${wrong}`, path)
    await expect(refused).rejects.toThrow(CannotOpen)
    await expect(refused).rejects.toThrow(/cannot be copied to .*file is not a database/)
    await expect(backupTo(`file:${join(into, 'nothing.db')}`, path)).rejects.toThrow(
      'There is no database at',
    )
    expect(existsSync(path)).toBe(false)
  })

  test('into a folder that is not there is refused', async () => {
    const { databaseUrl } = await open()
    const refused = backupTo(databaseUrl, join(newFolder(), 'missing', 'copy.db'))
    await expect(refused).rejects.toThrow(CannotOpen)
    await expect(refused).rejects.toThrow(/cannot be made/)
  })

  test('of PostgreSQL is taken with its own program', async () => {
    const path = join(newFolder(), 'copy.db')
    const refused = backupTo('postgres://somebody:secret@127.0.0.1:1/leaver', path)
    await expect(refused).rejects.toThrow(CannotOpen)
    await expect(refused).rejects.toThrow('use pg_dump for PostgreSQL.')
    expect(existsSync(path)).toBe(false)
  })
})
