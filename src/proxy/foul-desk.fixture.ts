import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { setImmediate as turn } from 'node:timers/promises'
import { expect } from 'vitest'
import { Batch } from '#contract/batch.ts'
import type { Role } from '#contract/role.ts'
import { wordsForBatch, wordsForUser } from '#contract/typed-words.ts'
import { User } from '#contract/user.ts'
import type { DescribedOperation } from './described.fixture.ts'
import type { FoulRequest, Known } from './foul-input.fixture.ts'
import { fromOurPage, openFront } from './front.fixture.ts'
import { listen } from './listen.ts'
import { freshPeople } from './pool-people.fixture.ts'

export type Asker = Role | 'nobody' | 'without a role'
const often = { burst: 1_000_000, perSecond: 1_000_000 }
const confirmedFirst = ['startBatch', 'approveBatch', 'declineBatch', 'stopBatch']

/** A desk on a real port, which everybody may ask as often as they like. */
export async function openFoulDesk(databaseUrl: string) {
  const rates = { person: often, address: often, signIn: often }
  const front = await openFront({ databaseUrl, users: 240, front: { rates } })
  const listening = await listen(front.app, front.front, { host: '127.0.0.1', port: 0 })
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const { store, sandbox, genauth } = front.desk
  const hand = freshPeople(genauth, { people: async () => sandbox.people() })
  /** Everybody whom a request could have named. */
  const handed = new Set<string>()

  async function people(count: number): Promise<string[]> {
    const userIds = await hand(count, 'Activated')
    for (const userId of userIds) handed.add(userId)
    return userIds
  }

  async function headersOf(asker: Asker): Promise<Record<string, string>> {
    if (asker === 'nobody') return fromOurPage
    const role = asker === 'without a role' ? null : asker
    return { ...fromOurPage, cookie: await front.cookieOf(`Somebody ${asker}`, role) }
  }

  const headers = { ...fromOurPage, cookie: await front.cookieOf('Chen Jing', 'operator') }
  const ask = async (path: string, body?: object): Promise<unknown> => {
    const sent = body && { method: 'POST', body: JSON.stringify(body) }
    return (await front.ask(path, { headers, ...sent })).json()
  }

  /** A list of an operator's, which they may go on with who know how. */
  async function list(asConfirmed: boolean): Promise<Batch> {
    headers.cookie = (await headersOf('operator')).cookie ?? ''
    const userIds = await people(2)
    const { batchId } = Batch.parse(await ask('/api/batches', { kind: 'suspend', userIds }))
    await calm()
    const batch = Batch.parse(await ask(`/api/batches/${batchId}`))
    if (!asConfirmed) return batch
    const typed = wordsForBatch(batch.kind, batch.willRun).en
    const said = { fingerprint: batch.fingerprint, title: 'Leavers', reason: 'HR-1', typed }
    return Batch.parse(await ask(`/api/batches/${batchId}/confirm`, said))
  }

  /** What means something to the desk, by the name of its field: one user, or one list, of its own. */
  async function knownTo({ operationId, path }: DescribedOperation): Promise<Known> {
    const known = new Map<string, string[]>([['provider', ['lark']]])
    if (path.includes('{batchId}')) {
      const batch = await list(confirmedFirst.includes(operationId))
      known.set('batchId', [String(batch.batchId)])
      known.set('listId', [batch.lists[0]?.listId ?? ''])
      known.set('fingerprint', [batch.fingerprint ?? ''])
      known.set('typed', [wordsForBatch(batch.kind, batch.willRun).en])
      return (name) => known.get(name) ?? []
    }
    const [userId = ''] = await people(1)
    const { version, summary, identitySources } = User.parse(await ask(`/api/users/${userId}`))
    known.set('userId', [userId])
    known.set('userIds', await people(2))
    known.set('version', [version])
    known.set('typed', [wordsForUser(summary)])
    known.set('value', [summary.email ?? summary.username ?? userId])
    const sources = identitySources.state === 'read' ? identitySources.items : []
    const extIdpIds = sources.map(({ extIdpId }) => extIdpId)
    known.set('extIdpId', extIdpIds)
    return (name) => known.get(name) ?? []
  }

  /** Until nothing goes on that somebody set in motion before. */
  async function calm(): Promise<void> {
    const left: unknown[] = []
    for (let turns = 0; turns < 20_000; turns += 1) {
      const busy = await store.batches.inState(['checking', 'running', 'stopping'])
      const rechecked = await store.batches.beingRechecked()
      const { openIntents } = await store.figures()
      left.splice(0, left.length, ...busy, ...rechecked)
      if (left.length + openIntents === 0) return
      await turn()
    }
    throw new Error(`This does not come to an end: ${JSON.stringify(left)}`)
  }

  /** Otherwise the first who stops everything keeps all later ones from doing anything. */
  async function lift(): Promise<void> {
    const note = { action: 'liftStop', personId: null, batchId: null, facts: {}, personal: {} }
    const at = front.desk.clock.now().toISOString()
    await store.stop.set(null, { entry: { ...note, requestId: null }, at })
  }

  function send(method: string, { path, body, headers }: FoulRequest, own: Record<string, string>) {
    return new Promise<{ status: number; type: string; body: string }>((resolve, reject) => {
      const asking = request(
        {
          agent,
          port: listening.port,
          method: method.toUpperCase(),
          path,
          headers: { ...own, ...headers, ...(body && { 'content-length': body.byteLength }) },
        },
        (answer) => {
          const { statusCode: status = 0, headers: answered } = answer
          const type = answered['content-type'] ?? ''
          text(answer).then((said) => resolve({ status, type, body: said }), reject)
        },
      )
      asking.on('error', reject)
      asking.end(body ?? undefined)
    })
  }

  return {
    desk: front.desk,
    handed,
    headersOf,
    knownTo,
    calm,
    lift,
    send,
    async expectAlive() {
      expect((await front.ask('/healthz')).status).toBe(200)
    },
    async close() {
      agent.destroy()
      listening.cut()
      await listening.stop()
      await front.close()
    },
  }
}
