import { pino } from 'pino'
import { z } from 'zod'
import type { BatchKind } from '#contract/batch.ts'
import { openGenAuth } from '#genauth/client.ts'
import { openStore } from '#store/open.ts'
import { keepHeads, lastHead } from './audit-heads.ts'
import { clock } from './clock.ts'
import type { Caller } from './handler.ts'
import { steadyPace } from './pace.ts'
import { sessionFor } from './session.fixture.ts'
import { hashed, newOpaque } from './session-cookie.ts'
import type { World } from './world.ts'

const text = z.string().min(1)

/** A desk as one process after the other opens it: its data, its pool, and the list in hand. */
export const DeskOnDisk = z.object({
  databaseUrl: text,
  /** The file in which the heads of the audit chain stand. */
  heads: text,
  pool: z.object({ host: text, accessKeyId: text, accessKeySecret: text }),
  /** Long enough for a busy machine; whoever takes over waits for both, and for two seconds more. */
  timeoutMs: z.int().default(1_000),
  settleMs: z.int().default(300),
  list: z.object({
    kind: z.enum(['suspend', 'resign', 'delete', 'reactivate'] satisfies BatchKind[]),
    endSessions: z.boolean(),
    userIds: z.array(text).min(1),
  }),
})
export type DeskOnDisk = z.infer<typeof DeskOnDisk>
export type List = DeskOnDisk['list']

/** Opens on a desk what a server opens: real store, real client, real time. */
export async function openWorld(desk: Omit<DeskOnDisk, 'list'>) {
  const { databaseUrl, heads, pool, timeoutMs, settleMs } = desk
  const stopping = new AbortController()
  const log = pino({ level: 'error', base: null }, pino.destination({ dest: 2, sync: true }))
  const last = lastHead(heads, 'AUDIT_HEADS')
  const store = await openStore({
    databaseUrl,
    secretKeys: [Buffer.alloc(32, 7)],
    belongsTo: 'sandbox',
    head: keepHeads(heads),
    ...(last && { lastHead: last }),
    now: clock.now,
    report: (error) => log.error({ err: error }, 'the store reports'),
  })
  const genauth = openGenAuth({ ...pool, signature: 'authing', timeoutMs })
  const world: World = {
    store,
    genauth,
    settings: {
      poolName: 'Sandbox',
      sandbox: true,
      readOnly: false,
      batchMax: 200_000,
      waitAfterRestart: false,
      approvalAbove: 200_000,
      approvalShare: 1,
      actWindowMinutes: 60,
      protectedUsers: new Set(),
      genauthTimeoutMs: timeoutMs,
      genauthSettleMs: settleMs,
      genauthConcurrency: 4,
    },
    clock,
    pace: steadyPace(clock),
    // Larger than any list: one person may run it by themselves.
    poolSize: async () => 10_000_000,
    log,
    stopping: stopping.signal,
  }
  return {
    world,
    async close() {
      stopping.abort()
      await store.close()
      await genauth.close()
    },
  }
}

/** Chen Jing, who runs the batches, as a request would know her. */
export async function chenJing({ store }: World): Promise<Caller> {
  const person = await store.people.signedIn(
    {
      iss: 'http://localhost/oidc',
      sub: 'chen-jing',
      name: 'Chen Jing',
      email: null,
      emailVerified: false,
      ownUserId: null,
      role: 'operator',
    },
    clock.now().toISOString(),
  )
  const session = { sessionHash: hashed(newOpaque()), authTime: clock.now() }
  await store.sessions.start(sessionFor({ ...person, ...session }, clock.now()))
  return { ...person, role: 'operator', ...session }
}
