import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { afterAll, afterEach, beforeAll } from 'vitest'
import type { Head } from './audit-chain.ts'
import type { StoreOptions } from './open.ts'
import { openStore } from './open.ts'
import { startPostgres } from './postgres.fixture.ts'
import { pathOfFileUrl } from './sqlite-file.ts'
import type { Store } from './store.ts'

export const engines = ['sqlite', 'postgres'] as const

/** A Friday at 18:00; tests that need another instant count from here. */
export const friday = '2026-11-20T18:00:00.000Z'
export const secretKey = Buffer.alloc(32, 'a secret for tests ')

/** An instant so many minutes after {@link friday}. */
export function minutesLater(minutes: number): string {
  return new Date(Date.parse(friday) + minutes * 60_000).toISOString()
}

export type Databases = {
  /** The address of a database that nobody has used. */
  fresh(): Promise<string>
  /** Opens a store that is closed after the test; without an address on a fresh database. */
  open(options?: Partial<StoreOptions>): Promise<Store & { databaseUrl: string; heads: Head[] }>
  /** Does to a database what somebody with the password to it could do. */
  meddle(databaseUrl: string, ...statements: string[]): Promise<Record<string, unknown>[]>
}

/** Real databases of one engine for the tests of one file. */
export function databasesOn(engine: (typeof engines)[number]): Databases {
  const opened: Store[] = []
  let server: { fresh(): Promise<string>; stop(): Promise<void> }

  beforeAll(async () => {
    server = engine === 'sqlite' ? sqliteFiles() : await postgresServer()
  })
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()))
  })
  afterAll(() => server.stop())

  return {
    fresh: () => server.fresh(),
    meddle,
    async open(options = {}) {
      const databaseUrl = options.databaseUrl ?? (await server.fresh())
      const heads: Head[] = []
      const store = await openStore({
        databaseUrl,
        secretKeys: [secretKey],
        belongsTo: 'sandbox',
        head: (head) => heads.push(head),
        now: () => new Date(friday),
        ...options,
      })
      opened.push(store)
      return { ...store, databaseUrl, heads }
    },
  }
}

function sqliteFiles() {
  const folder = mkdtempSync(join(tmpdir(), 'leaver-desk-store-'))
  let count = 0
  return {
    fresh: async () => `file:${join(folder, String(++count), 'leaver-desk.db')}`,
    stop: async () => rmSync(folder, { recursive: true }),
  }
}

async function postgresServer() {
  const { url, stop } = await startPostgres()
  let count = 0
  return {
    async fresh() {
      const name = `fresh_${++count}`
      await meddle(url, `create database ${name} strategy file_copy`)
      return url.replace('/postgres?', `/${name}?`)
    },
    stop,
  }
}

async function meddle(databaseUrl: string, ...statements: string[]) {
  if (databaseUrl.startsWith('file:')) return meddleInFile(databaseUrl, statements)
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    let rows: Record<string, unknown>[] = []
    for (const statement of statements) rows = (await client.query(statement)).rows
    return rows
  } finally {
    await client.end()
  }
}

function meddleInFile(databaseUrl: string, statements: readonly string[]) {
  const database = new DatabaseSync(pathOfFileUrl(databaseUrl), { timeout: 5_000 })
  try {
    let rows: Record<string, unknown>[] = []
    for (const statement of statements) rows = database.prepare(statement).all()
    return rows
  } finally {
    database.close()
  }
}
