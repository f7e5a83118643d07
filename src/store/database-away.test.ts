import { expect, test } from 'vitest'
import { connect } from './connect.ts'
import { databasesOn } from './database.fixture.ts'
import { isDatabaseAway } from './database-away.ts'

const { fresh, meddle } = databasesOn('postgres')

/** What is thrown when somebody asks. */
async function thrownBy(databaseUrl: string, revoked = 0): Promise<unknown> {
  const db = connect(databaseUrl, 'write')
  const asked = db.selectFrom('people').selectAll().where('revoked', '=', revoked).execute()
  const thrown = await asked.catch((error: unknown) => error)
  await db.destroy()
  return thrown
}

test('whoever cannot be reached, or lets nobody in, is away; whoever finds a mistake is there', async () => {
  const databaseUrl = await fresh()
  const name = new URL(databaseUrl).pathname.slice(1)
  const server = databaseUrl.replace(`/${name}?`, '/postgres?')
  const noTable = await thrownBy(databaseUrl)
  expect(noTable).toMatchObject({ code: '42P01' })
  expect(isDatabaseAway(noTable)).toBe(false)
  await meddle(databaseUrl, 'create table people (revoked integer)')
  const tooLarge = await thrownBy(databaseUrl, 2 ** 31)
  expect(tooLarge).toMatchObject({ code: '22003' })
  expect(isDatabaseAway(tooLarge)).toBe(false)

  await meddle(server, `alter database ${name} allow_connections false`)
  expect(isDatabaseAway(await thrownBy(databaseUrl))).toBe(true)
  const nowhere = databaseUrl.replace(/host=[^&]*/, 'host=%2Fnowhere')
  expect(isDatabaseAway(await thrownBy(nowhere))).toBe(true)
  expect(isDatabaseAway(await thrownBy('postgres://nobody@localhost:1/nothing'))).toBe(true)
})

test('what is no fault of the database is none of its being away', () => {
  for (const thrown of [
    new Error('read'),
    new TypeError('Connection'),
    'Query read timeout',
    null,
  ]) {
    expect(isDatabaseAway(thrown)).toBe(false)
  }
})
