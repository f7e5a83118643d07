import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Engine } from './connect.ts'
import { connect } from './connect.ts'
import { databasesOn, engines, friday } from './database.fixture.ts'
import { migrate } from './migrate.ts'
import type { Migration } from './migrations.ts'
import { pathOfFileUrl } from './sqlite-file.ts'

const first: Migration = {
  name: 'notes',
  statements: ['create table notes (body text)', `insert into notes (body) values ('kept')`],
}
const second: Migration = { name: 'dates', statements: ['alter table notes add column at text'] }
const broken: Migration = {
  name: 'broken',
  statements: ['create table half (a text)', 'create table notes (b text)'],
}

async function migrated(engine: Engine, databaseUrl: string, ...migrations: Migration[]) {
  const path = engine === 'sqlite' ? pathOfFileUrl(databaseUrl) : null
  const db = connect(databaseUrl, 'migrate')
  try {
    await migrate(db, engine, path, migrations, () => new Date(friday))
  } finally {
    await db.destroy()
  }
}

describe.each(engines)('migrations on %s', (engine) => {
  const { fresh, meddle } = databasesOn(engine)

  test('each runs once, in order, and keeps what is there', async () => {
    const databaseUrl = await fresh()
    await migrated(engine, databaseUrl, first)
    await migrated(engine, databaseUrl, first, second)
    await migrated(engine, databaseUrl, first, second)
    expect(await meddle(databaseUrl, 'select * from notes')).toEqual([{ body: 'kept', at: null }])
    expect(await meddle(databaseUrl, 'select * from migrations order by number')).toEqual([
      { number: 1, name: 'notes', at: friday },
      { number: 2, name: 'dates', at: friday },
    ])
  })

  test('one that fails leaves nothing behind, and the next start tries again', async () => {
    const databaseUrl = await fresh()
    await migrated(engine, databaseUrl, first)
    await expect(migrated(engine, databaseUrl, first, broken)).rejects.toThrow()
    await expect(meddle(databaseUrl, 'select * from half')).rejects.toThrow()
    await migrated(engine, databaseUrl, first, second)
    expect(await meddle(databaseUrl, 'select number from migrations')).toHaveLength(2)
  })
})

describe('migrations on a PostgreSQL that holds much', () => {
  const { fresh, meddle } = databasesOn('postgres')

  test('a statement may take as long as it needs', async () => {
    const databaseUrl = await fresh()
    const limits = `create table limits as select current_setting('statement_timeout') as one`
    await migrated('postgres', databaseUrl, { name: 'limits', statements: [limits] })
    expect(await meddle(databaseUrl, 'select one from limits')).toEqual([{ one: '0' }])
  })
})

describe('migrations of a SQLite file', () => {
  const { fresh, meddle } = databasesOn('sqlite')

  test('what it holds is first copied, an empty or current one is not', async () => {
    const databaseUrl = await fresh()
    const path = pathOfFileUrl(databaseUrl)
    await migrated('sqlite', databaseUrl, first)
    await migrated('sqlite', databaseUrl, first)
    expect(existsSync(`${path}.before-1`)).toBe(false)
    await migrated('sqlite', databaseUrl, first, second)
    const copy = `${path}.before-2`
    expect(readFileSync(copy, 'latin1')).toContain('SQLite format 3')
    expect(await meddle(`file:${copy}`, 'select * from notes')).toEqual([{ body: 'kept' }])
  })
})
