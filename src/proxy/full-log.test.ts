import { closeSync, openSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { LedgerEntry } from '#sandbox/ledger.ts'
import { type ServerProcess, startServer } from './server-process.fixture.ts'

// Each test starts a process, and a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 })

let full: number
beforeAll(() => {
  full = openSync('/dev/full', 'w')
})
afterAll(() => closeSync(full))

const started: ServerProcess[] = []
afterEach(async () => {
  for (const server of started.splice(0)) await server.end()
})

const changesIn = (ledger: readonly LedgerEntry[]) =>
  ledger.flatMap(({ effects }) => Object.values(effects)).filter((effect) => effect !== 'none')

async function startUnheard(env: Record<string, string | undefined>) {
  const server = await startServer({ stdout: full, env })
  started.push(server)
  const operator = await server.signIn('chen-jing')
  async function suspend(wanted: string) {
    const person = server.sandbox.people().find(({ key }) => key === wanted)
    const path = `/api/users/${person?.userId}`
    const { version } = await (await operator.get(path)).json()
    const answer = await operator.post(`${path}/suspend`, { version, reason: 'HR-2231' })
    return { status: answer.status, ...(await answer.json()) }
  }
  return { server, operator, suspend }
}

test('On a full disk under the log people act, stop everything and are told the truth', async () => {
  const { server, operator, suspend } = await startUnheard({})
  expect(await suspend('li-wei')).toMatchObject({ status: 200, outcome: 'done' })
  expect((await operator.post('/api/stop', { reason: 'the disk is full' })).status).toBe(200)
  server.signal('SIGTERM')
  expect(await server.exit).toBe(0)
})

test('Where heads go to a log that takes none, nothing more is sent, and everything can be stopped', async () => {
  const { server, operator, suspend } = await startUnheard({ AUDIT_HEADS: undefined })
  // What stands outside lags by the intent of this one at most.
  expect(await suspend('li-wei')).toMatchObject({ status: 200, outcome: 'not_confirmed' })
  const sent = server.sandbox.ledger().length
  expect(await suspend('wang-fang')).toMatchObject({ status: 503, code: 'cannot_record' })
  expect(changesIn(server.sandbox.ledger().slice(sent))).toEqual([])
  expect((await operator.post('/api/stop', { reason: 'the disk is full' })).status).toBe(200)
  server.signal('SIGTERM')
  expect(await server.exit).toBe(0)
})
