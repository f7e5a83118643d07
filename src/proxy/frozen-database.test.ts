import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { databasesOn } from '#store/database.fixture.ts'
import { fromOurPage, type OpenFront, openFront } from './front.fixture.ts'

const databases = databasesOn('postgres')
const Pids = z.array(z.object({ pid: z.number() }))
const connected = 'select pid from pg_stat_activity where pid <> pg_backend_pid()'

let front: OpenFront
let frozen: number[]
let headers: Record<string, string>

/** Everything of the server stops where it is: connections stand, and nothing answers on them. */
async function freeze(databaseUrl: string): Promise<void> {
  const room = new URL(databaseUrl).searchParams.get('host') ?? ''
  const [line = ''] = (await readFile(join(room, 'data', 'postmaster.pid'), 'utf8')).split('\n')
  const children = Pids.parse(await databases.meddle(databaseUrl, connected))
  frozen = [Number(line), ...children.map(({ pid }) => pid)]
  for (const pid of frozen) process.kill(pid, 'SIGSTOP')
}

function thaw(): void {
  for (const pid of frozen.splice(0)) process.kill(pid, 'SIGCONT')
}

beforeEach(async () => {
  const databaseUrl = await databases.fresh()
  front = await openFront({ databaseUrl })
  headers = { ...fromOurPage, cookie: await front.cookieOf('Chen Jing') }
  await freeze(databaseUrl)
})
afterEach(async () => {
  thaw()
  await front.close()
})

test('A database that does not answer is told as such, soon by the probe, and by operations', async () => {
  const began = performance.now()
  expect(await codeOf(await front.ask('/readyz'))).toEqual([503, 'database_silent'])
  expect(performance.now() - began).toBeLessThan(4_000)

  // Connections that stand are taken up by questions that wait; whoever comes last needs a new one.
  const waiting = Array.from({ length: 3 }, () => front.ask('/api/batches', { headers }))
  const { userId } = front.desk.person('li-wei')
  const suspend = { method: 'POST', headers, body: '{}' }
  expect(await codeOf(await front.ask(`/api/users/${userId}/suspend`, suspend))).toEqual([
    503,
    'database_silent',
  ])
  expect(front.logged.join()).not.toContain('"internal"')

  thaw()
  const statuses = (await Promise.all(waiting)).map(({ status }) => status)
  for (const status of statuses) expect([200, 503]).toContain(status)
  expect((await front.ask('/readyz')).status).toBe(200)
  expect((await front.ask('/api/batches', { headers })).status).toBe(200)
}, 30_000)

async function codeOf(answer: Response): Promise<[number, string]> {
  const { code } = z.object({ code: z.string() }).parse(await answer.json())
  return [answer.status, code]
}
