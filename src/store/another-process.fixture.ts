import { acceptAudit } from './accept-audit.ts'
import { openStore } from './open.ts'
import { linYue, resignationOf } from './people.fixture.ts'
import { verifyAudit } from './verify-audit.ts'

/** What the other process can be told to do. */
export type Deed = 'verify' | 'accept' | 'serve' | 'intend' | 'record' | 'work'

/**
 * Another process on the same database, for tests that need a real one: it is started by Node with a
 * deed and an address, says one line of JSON, and stays until it is ended.
 */
const [deed, databaseUrl = ''] = process.argv.slice(2)
const secretKeys = [Buffer.alloc(32, 'a secret for tests ')]
const now = () => new Date('2026-11-20T18:00:00.000Z')
const open = () =>
  openStore({ databaseUrl, secretKeys, belongsTo: 'sandbox', head: () => undefined, now })

async function act(): Promise<unknown> {
  switch (deed) {
    case 'verify':
      return verifyAudit({ databaseUrl, secretKeys })
    case 'accept':
      return acceptAudit({ databaseUrl, secretKeys, reason: 'INC-17', now, head: () => undefined })
    case 'serve':
      await open()
      return { serving: process.pid }
    case 'intend': {
      const store = await open()
      const { personId } = await store.people.signedIn(linYue, now().toISOString())
      return store.acts.recordIntent(resignationOf('li-wei', personId), now().toISOString())
    }
    case 'record': {
      const store = await open()
      const { personId } = await store.people.signedIn(linYue, now().toISOString())
      const about = { action: 'sign', personId, batchId: null, requestId: null }
      const entry = { ...about, facts: {}, personal: { who: 'Lin Yue' } }
      const record = () => store.audit.note(entry, now().toISOString())
      for (let count = 0; count < 20; count += 1) await record()
      void forEver(record)
      return { recording: process.pid }
    }
    case 'work': {
      const store = await open()
      return new Promise((resolve) =>
        store.queue.work(async (job) => {
          resolve(job)
          await new Promise(() => undefined)
        }),
      )
    }
    default:
      throw new Error(`no such deed: ${deed}`)
  }
}

async function forEver(act: () => Promise<unknown>): Promise<never> {
  for (;;) await act()
}

try {
  process.stdout.write(`${JSON.stringify(await act())}\n`)
} catch (error) {
  process.stdout.write(`${JSON.stringify({ error: String(error) })}\n`)
}
setInterval(() => undefined, 60_000)
