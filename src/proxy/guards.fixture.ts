import { expect } from 'vitest'
import { z } from 'zod'
import type { ListKind } from '#contract/batch.ts'
import { Batch, RowsReply } from '#contract/batch.ts'
import { allowanceHeader } from '#contract/limits.ts'
import type { Role } from '#contract/role.ts'
import { wordsForBatch, wordsForUser } from '#contract/typed-words.ts'
import { UserSummary } from '#contract/user.ts'
import type { FrontOptions } from './front.fixture.ts'
import { fromOurPage, openFront } from './front.fixture.ts'
import type { Caller } from './handler.ts'
import { freshPeople } from './pool-people.fixture.ts'
import { sessionFor } from './session.fixture.ts'
import { hashed, newOpaque } from './session-cookie.ts'

const plenty = { burst: 1_000_000, perSecond: 1_000 }
const isWrite = /^(?:update|resign|delete|unlink|kick)/
const Coded = z.object({ code: z.string() })

/** What came back: `code` is null where nothing was refused. */
export type Answer = {
  status: number
  code: string | null
  /** The header of that name. */
  allowance: string | null
  body: unknown
}

/**
 * A desk behind its HTTP, with the limits that a desk has when nobody says otherwise: whoever tries a
 * way round a guard has nothing but requests.
 */
export async function openGuards({ settings, ...options }: FrontOptions = {}) {
  const front = await openFront({
    users: 260,
    countsPool: true,
    ...options,
    // The clock stands still, and so would everybody who has asked a few hundred times.
    front: { rates: { person: plenty, address: plenty, signIn: plenty }, ...options.front },
    settings: { approvalAbove: 200, approvalShare: 0.05, ...settings },
  })
  const { desk } = front
  const { sandbox } = desk

  /** Somebody at a browser of their own, who has just signed in. */
  async function signIn(name: string, role: Role | null, more: Partial<Caller> = {}) {
    const id = newOpaque()
    const person = await desk.signIn(name, role, { ...more, sessionHash: hashed(id) })
    await desk.store.sessions.start(sessionFor(person, desk.clock.now()))
    const headers = { ...fromOurPage, cookie: `leaver-desk=${id}` }
    const bytes = { 'content-type': 'application/octet-stream' }
    return {
      ...person,
      cookie: headers.cookie,
      get: async (path: string) => answerOf(await front.ask(path, { headers })),
      post: async (path: string, body: object = {}, also: Record<string, string> = {}) => {
        const sent = { headers: { ...headers, ...also }, body: JSON.stringify(body) }
        return answerOf(await front.ask(path, { method: 'POST', ...sent }))
      },
      /** Sends lines as a list: of a new batch, or one more of a draft. */
      async paste(lines: string, kind: ListKind = 'suspend', batchId?: number) {
        const sent = { method: 'POST', headers: { ...headers, ...bytes }, body: lines }
        const to = batchId === undefined ? '' : `&batchId=${batchId}`
        return answerOf(await front.ask(`/api/lists?kind=${kind}&source=paste${to}`, sent))
      },
    }
  }
  type Browser = Awaited<ReturnType<typeof signIn>>

  /** The batch as somebody sees it now. */
  async function seen(who: Browser, batchId: number): Promise<Batch> {
    const { body } = await who.get(`/api/batches/${batchId}`)
    return Batch.parse(body)
  }

  async function reached(who: Browser, batchId: number, ...states: string[]): Promise<Batch> {
    await expect
      .poll(async () => (await seen(who, batchId)).state, { timeout: 20_000 })
      .toSatisfy((state: string) => states.includes(state))
    return seen(who, batchId)
  }

  async function checked(who: Browser, userIds: string[], kind: ListKind = 'suspend') {
    const { body } = await who.post('/api/batches', { kind, userIds })
    return reached(who, Batch.parse(body).batchId, 'checked')
  }

  /** The rows that a list of these lines comes to. */
  async function pasted(who: Browser, lines: string, kind: ListKind = 'suspend') {
    const { body } = await who.paste(lines, kind)
    const { batchId } = await reached(who, Batch.parse(body).batchId, 'checked')
    return { batchId, rows: await rowsOf(who, batchId) }
  }

  async function rowsOf(who: Browser, batchId: number) {
    const { body } = await who.get(`/api/batches/${batchId}/rows`)
    return RowsReply.parse(body).rows
  }

  /** One step of a batch, asked for as a page would that shows it as it is now. */
  async function step(who: Browser, what: Step, batchId: number, changes: object = {}) {
    const batch = await seen(who, batchId)
    const typed = wordsForBatch(batch.kind, batch.willRun).en
    const said = { fingerprint: batch.fingerprint ?? '' }
    const bodies: Record<Step, object> = {
      confirm: { ...said, title: 'November leavers', reason: 'HR-2231', typed },
      approve: { ...said, typed },
      decline: { ...said, reason: 'Not these people' },
      start: said,
    }
    return who.post(`/api/batches/${batchId}/${what}`, { ...bodies[what], ...changes })
  }

  /** A list that its maker has confirmed: where it must be, a second person is asked. */
  async function confirmed(who: Browser, userIds: string[], kind: ListKind = 'suspend') {
    const { batchId } = await checked(who, userIds, kind)
    expect(await step(who, 'confirm', batchId)).toMatchObject({ status: 200 })
    return seen(who, batchId)
  }

  /** Runs a list to its end, or to where it waits for a person. */
  async function ran(who: Browser, userIds: string[], kind: ListKind = 'suspend') {
    const { batchId } = await confirmed(who, userIds, kind)
    expect(await step(who, 'start', batchId)).toMatchObject({ status: 200 })
    return reached(who, batchId, 'finished', 'paused')
  }

  /** One act on one user, asked for as a page would that shows them as they are now. */
  async function act(who: Browser, what: string, userId: string, said: object = {}) {
    const version = await versionOf(who, userId)
    return who.post(`/api/users/${userId}/${what}`, { version, ...said })
  }

  async function versionOf(who: Browser, userId: string): Promise<string> {
    const { body } = await who.get(`/api/users/${userId}`)
    return z.object({ version: z.string() }).parse(body).version
  }

  /** What somebody types to end an account, as the page asks for it. */
  async function wordsFor(who: Browser, userId: string): Promise<string> {
    const { body } = await who.get(`/api/users/${userId}`)
    return wordsForUser(z.object({ summary: UserSummary }).parse(body).summary)
  }

  const hand = freshPeople(desk.genauth, { people: async () => sandbox.people() })
  /** Calls that would change something in the pool, each with the users it names. */
  const writes = () =>
    sandbox
      .ledger()
      .filter(({ call }) => isWrite.test(call))
      .map(({ call, ids }) => [call, ...ids])

  return {
    front,
    desk,
    signIn,
    seen,
    reached,
    checked,
    pasted,
    rowsOf,
    step,
    confirmed,
    ran,
    act,
    versionOf,
    wordsFor,
    writes,
    /** User ids of so many active people, whom nobody has had before; `signedIn`: to an app at least. */
    people: (count: number, signedIn = false) => hand(count, 'Activated', signedIn),
    close: () => front.close(),
  }
}

type Step = 'confirm' | 'approve' | 'decline' | 'start'
export type Guards = Awaited<ReturnType<typeof openGuards>>

async function answerOf(response: Response): Promise<Answer> {
  const body: unknown = await response.json()
  const code = Coded.safeParse(body).data?.code ?? null
  return { status: response.status, code, allowance: response.headers.get(allowanceHeader), body }
}
