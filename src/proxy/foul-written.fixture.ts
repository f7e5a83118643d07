import { createHash } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { pathOfFileUrl } from '#store/sqlite-file.ts'

/** All that a desk has written down, as it stands in its file. */
export function openWritten(databaseUrl: string) {
  const database = new DatabaseSync(pathOfFileUrl(databaseUrl), { readOnly: true })
  const tables = database
    .prepare("select name from sqlite_master where type = 'table' order by name")
    .all()
    .map(({ name }) => String(name))
  const readings = tables.map((name) => ({ name, rows: database.prepare(`select * from ${name}`) }))
  /** A digest of each table. */
  const now = () =>
    new Map(
      readings.map(({ name, rows }) => {
        const told = JSON.stringify(rows.all())
        return [name, createHash('sha256').update(told).digest('hex')]
      }),
    )
  return {
    now,
    /** The tables in which anything has changed. */
    since: (before: ReadonlyMap<string, string>) =>
      [...now()].filter(([name, digest]) => before.get(name) !== digest).map(([name]) => name),
    close: () => database.close(),
  }
}

export type Written = ReturnType<typeof openWritten>
