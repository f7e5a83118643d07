import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openGenAuth } from '#genauth/client.ts'
import { startDesk } from './long-list-process.fixture.ts'
import type { SandboxOfItsOwn } from './sandbox-process.fixture.ts'
import { startSandboxProcess } from './sandbox-process.fixture.ts'

const rows = 100_000
const existing = 5_000
/** How much more memory a hundred times as many rows may take. */
const mostMoreMb = 60
const patienceMs = 900_000

let sandbox: SandboxOfItsOwn
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leaver-desk-long-'))
  sandbox = await startSandboxProcess(9_000)
})
afterAll(async () => {
  await sandbox?.end()
  await rm(folder, { recursive: true, force: true })
})

/** External ids of so many people who are active, each of them once. */
async function externalIds(count: number): Promise<string[]> {
  const { host, accessKeyId, accessKeySecret } = sandbox
  const key = { host, accessKeyId, accessKeySecret, signature: 'authing' as const }
  const genauth = openGenAuth({ ...key, timeoutMs: 10_000 })
  const named = new Set((await sandbox.people()).map(({ userId }) => userId))
  const found = new Set<string>()
  for (let page = 1; found.size < count; page += 1) {
    const read = await genauth.listUsers({ status: 'Activated', page, limit: 50 })
    if (!read.ok || read.value.list.length === 0) throw new Error('There are not that many.')
    for (const { userId, externalId } of read.value.list) {
      if (externalId !== null && !named.has(userId)) found.add(externalId)
    }
  }
  await genauth.close()
  return [...found].slice(0, count)
}

test(
  'a list of 100,000 rows, of whom 5,000 exist, takes hardly more memory than one of 1,000',
  async () => {
    const ids = await externalIds(existing + existing / 100)
    const desk = startDesk(folder, sandbox)
    await desk.said()
    const few = ids.slice(existing)
    expect(await desk.run(few, rows / 100)).toMatchObject({
      state: 'finished',
      outcomes: { done: few.length, skipped: rows / 100 - few.length },
    })
    const before = await desk.peakMb()
    expect(await desk.run(ids.slice(0, existing), rows)).toMatchObject({
      state: 'finished',
      verdicts: { not_found: rows - existing },
      outcomes: { done: existing, skipped: rows - existing },
    })
    const more = (await desk.peakMb()) - before
    expect(more).toBeLessThan(mostMoreMb)
    expect(await desk.end()).toBe(0)

    const { effects, ids: named } = await tally()
    expect(effects.suspended).toBe(ids.length)
    expect(named['update-user-batch']).toBe(ids.length)
  },
  patienceMs,
)

async function tally(): Promise<{ effects: Record<string, number>; ids: Record<string, number> }> {
  const answer = await fetch(`${sandbox.host}/sandbox/tally`)
  return answer.json()
}
