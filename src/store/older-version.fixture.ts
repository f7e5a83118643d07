import { connect, engineOf } from './connect.ts'
import { friday } from './database.fixture.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations.ts'
import { pathOfFileUrl } from './sqlite-file.ts'

/** Makes a database as the program of an older version would have. */
export async function migrateTo(version: number, databaseUrl: string): Promise<void> {
  const engine = engineOf(databaseUrl)
  const path = engine === 'sqlite' ? pathOfFileUrl(databaseUrl) : null
  const db = connect(databaseUrl, 'migrate')
  try {
    await migrate(db, engine, path, migrations.slice(0, version), () => new Date(friday))
  } finally {
    await db.destroy()
  }
}
