import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openStore } from '#store/open.ts'
import { backupCommand } from './backup-command.ts'
import { childEnv } from './child-env.fixture.ts'
import { readEnvironment } from './environment.ts'
import { secretKey, startServer } from './server-process.fixture.ts'

// One of these starts processes, and a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 })

const root = join(import.meta.dirname, '..', '..')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leaver-desk-backup-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function command(env: Record<string, string>, ...args: string[]) {
  return new Promise<{ code: unknown; output: string; errors: string }>((resolve) => {
    const settings = { cwd: root, env: { ...childEnv, ...env } }
    execFile(process.execPath, ['src/server.ts', ...args], settings, (error, output, errors) => {
      resolve({ code: error?.code ?? 0, output, errors })
    })
  })
}

test('The database of a server at work is copied, with what was just written to it', async () => {
  const server = await startServer()
  try {
    const operator = await server.signIn('chen-jing')
    const userId = server.sandbox.people().find(({ key }) => key === 'li-wei')?.userId ?? ''
    const { version } = await (await operator.get(`/api/users/${userId}`)).json()
    expect((await operator.post(`/api/users/${userId}/suspend`, { version })).status).toBe(200)
    const path = join(folder, 'desk.backup')
    const env = { DATABASE_URL: server.databaseUrl }
    expect(await command(env, 'backup', path)).toEqual({
      code: 0,
      output: `The database is copied to ${path}.\n`,
      errors: '',
    })
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect((await operator.get('/api/batches')).status).toBe(200)

    const again = await command(env, 'backup', path)
    expect(again).toMatchObject({ code: 1, output: '' })
    expect(again.errors).toMatch(/is there already; a backup writes over nothing\.\n$/)

    const store = await openStore({
      databaseUrl: `file:${path}`,
      secretKeys: [Buffer.from(secretKey)],
      belongsTo: server.sandbox.url,
      head: () => undefined,
      now: () => new Date(),
    })
    expect(await store.audit.verify()).toEqual({ holds: true, entries: 2 })
    expect(await store.acts.history(userId, 5)).toMatchObject([
      { action: 'suspendUser', outcome: 'done', who: 'Chen Jing' },
    ])
    await store.close()
  } finally {
    await server.end()
  }
})

const backup = (env: Record<string, string>, ...args: string[]) =>
  backupCommand(readEnvironment(env), args)

test.each([[[]], [['']], [['--help']], [['a', 'b']]])('%j is no backup', async (args) => {
  expect(await backup({ DATABASE_URL: `file:${folder}/desk.db` }, ...args)).toEqual({
    line: 'Usage: backup FILE',
    code: 2,
  })
})

test('Where there is no database, none is made and none is copied', async () => {
  const database = join(folder, 'desk.db')
  const copying = backup({ DATABASE_URL: `file:${database}` }, join(folder, 'copy'))
  await expect(copying).rejects.toThrow(/^There is no database at .*desk\.db\.$/)
  expect(existsSync(database) || existsSync(join(folder, 'copy'))).toBe(false)
})

test('PostgreSQL has a way of its own', async () => {
  const copying = backup({ DATABASE_URL: 'postgres://db.example/desk' }, join(folder, 'copy'))
  await expect(copying).rejects.toThrow(/pg_dump/)
})
