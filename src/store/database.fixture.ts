import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { afterAll, afterEach, beforeAll } from 'vitest'
import type { Head } from './audit-chain.ts'
import { openStore } from './open.ts'
import { startPostgres } from './postgres.fixture.ts'
import { pathOfFileUrl } from './sqlite-file.ts'
import type { Store } from './store.ts'
import type { StoreOptions } from './store-options.ts'

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

const usual = { secretKeys: [secretKey], belongsTo: 'sandbox', now: () => new Date(friday) }

type Server = {
  fresh(): Promise<string>
  /** The address of a database that a server has used once, with nothing in it yet. */
  begun(): Promise<string>
  stop(): Promise<void>
}

/** Real databases of one engine for the tests of one file. */
export function databasesOn(engine: (typeof engines)[number]): Databases {
  const opened: Store[] = []
  let server: Server

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
      const asUsual = !options.secretKeys && !options.belongsTo
      const databaseUrl = options.databaseUrl ?? (await (asUsual ? server.begun() : server.fresh()))
      const heads: Head[] = []
      const head = (next: Head) => heads.push(next)
      const store = await openStore({ ...usual, databaseUrl, head, ...options })
      opened.push(store)
      return { ...store, databaseUrl, heads }
    },
  }
}

function sqliteFiles(): Server {
  const folder = mkdtempSync(join(tmpdir(), 'leaver-desk-store-'))
  let count = 0
  const fresh = async () => `file:${join(folder, String(++count), 'leaver-desk.db')}`
  return {
    fresh,
    begun: fresh,
    stop: async () => rmSync(folder, { recursive: true }),
  }
}

async function postgresServer(): Promise<Server> {
  const { url, stop } = await startPostgres()
  let count = 0
  const make = async (template: string) => {
    const name = `fresh_${++count}`
    await meddle(url, `create database ${name} template ${template} strategy file_copy`)
    return { name, databaseUrl: url.replace('/postgres?', `/${name}?`) }
  }
  const fresh = async () => (await make('template1')).databaseUrl

  /** Tables and queue take a second to make, and a moment to copy. */
  let pattern: Promise<string> | undefined
  const begin = async () => {
    const { name, databaseUrl } = await make('template1')
    const store = await openStore({ ...usual, databaseUrl, head: () => undefined })
    await store.queue.work(async () => undefined)
    await store.close()
    return name
  }
  return {
    fresh,
    async begun() {
      pattern ??= begin()
      return (await make(await pattern)).databaseUrl
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
