import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { CannotOpen } from './cannot-open.ts'
import { sqliteDialect } from './sqlite-dialect.ts'
import { makePrivateFile, pathOfFileUrl } from './sqlite-file.ts'
import { storableTextPlugin } from './storable-text.ts'
import type { Tables } from './tables.ts'

export type Engine = 'sqlite' | 'postgres'
export type Db = Kysely<Tables>
/** While one is open only it may be asked: on SQLite anything else would wait for its end for ever. */
export type Tx = Transaction<Tables>

/** How long one statement waits for a lock that somebody else holds. */
const busyTimeoutMs = 5_000
/** How long one statement, or one wait for a connection, may take before the database counts as away. */
const statementTimeoutMs = 30_000
const connectTimeoutMs = 5_000
/** A transaction whose process no longer answers must not keep the chain's head from everybody else. */
const idleInTransactionMs = 15_000

const int8 = pg.types.builtins.INT8

/** Which engine an address names. Error: {@link CannotOpen}. */
export function engineOf(databaseUrl: string): Engine {
  if (/^postgres(ql)?:\/\//.test(databaseUrl)) return 'postgres'
  if (/^file:./.test(databaseUrl)) return 'sqlite'
  throw new CannotOpen('DATABASE_URL must begin with file: or postgres://.')
}

/**
 * `migrate` makes a SQLite file that is not there, and lets a statement take as long as it needs;
 * `write` needs the file there; `read` never writes.
 */
type Mode = 'migrate' | 'write' | 'read'

/**
 * Opens the database without looking at what is in it. `report` hears of connections that drop.
 * Error: {@link CannotOpen}.
 */
export function connect(
  databaseUrl: string,
  mode: Mode,
  report: (error: Error) => void = () => undefined,
): Db {
  const dialect =
    engineOf(databaseUrl) === 'sqlite'
      ? sqliteDialect(openFile(pathOfFileUrl(databaseUrl), mode))
      : new PostgresDialect({ pool: openPool(databaseUrl, mode, report) })
  return new Kysely<Tables>({ dialect, plugins: [storableTextPlugin(), new CamelCasePlugin()] })
}

function openFile(path: string, mode: Mode): DatabaseSync {
  if (mode === 'migrate') makePrivateFile(path)
  else if (!existsSync(path)) throw new CannotOpen(`There is no database at ${path}.`)
  const database = new DatabaseSync(path, {
    readOnly: mode === 'read',
    timeout: busyTimeoutMs,
    enableForeignKeyConstraints: true,
  })
  if (mode !== 'read') database.exec('pragma journal_mode = wal; pragma synchronous = full')
  return database
}

function openPool(connectionString: string, mode: Mode, report: (error: Error) => void): pg.Pool {
  const timeouts = {
    statement_timeout: statementTimeoutMs,
    query_timeout: statementTimeoutMs + 5_000,
  }
  const pool = new pg.Pool({
    connectionString,
    application_name: 'leaver-desk',
    max: 10,
    connectionTimeoutMillis: connectTimeoutMs,
    ...(mode !== 'migrate' && timeouts),
    idle_in_transaction_session_timeout: idleInTransactionMs,
    keepAlive: true,
    types: {
      getTypeParser: (type: number, format?: 'text' | 'binary') =>
        type === int8 ? Number : pg.types.getTypeParser(type, format),
    },
  })
  // A connection that drops is replaced by the pool, and a statement on it fails by itself; without
  // listeners, while it is idle and while it is in use, it would end the process.
  pool.on('error', report)
  pool.on('connect', (client) => client.on('error', report))
  return pool
}
