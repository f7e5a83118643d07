import { expect } from 'vitest'
import { z } from 'zod'
import { Batch } from '#contract/batch.ts'
import type { OperationName } from '#contract/operations.ts'
import { operations } from '#contract/operations.ts'
import { OwnSessions } from '#contract/session.ts'
import { wordsForUser } from '#contract/typed-words.ts'
import { User } from '#contract/user.ts'
import { fromOurPage } from './front.fixture.ts'
import type { Guards } from './guards.fixture.ts'
import { openGuards } from './guards.fixture.ts'
import type { About, Asker, ListState, UserState } from './roles.fixture.ts'
import { requests, table } from './roles.fixture.ts'

type Browser = Awaited<ReturnType<Guards['signIn']>>
type SignedIn = Exclude<Asker, 'nobody'>

/** One desk for every cell of the table: whoever asks, and what they ask about. */
export async function openRoles() {
  const settings = { approvalAbove: 1_000, approvalShare: 1 }
  const at = await openGuards({ users: 500, settings })
  const { store } = at.desk

  const persons: Record<SignedIn, () => Promise<Browser>> = {
    'somebody without a role': () => at.signIn('Sun Tao', null),
    'a viewer': () => at.signIn('Lin Yue', 'viewer'),
    'an operator': () => at.signIn('Lin Mei', 'operator'),
    'an approver': () => at.signIn('Wu Han', 'approver'),
    'its maker': () => at.signIn('Chen Jing', 'operator'),
    'its maker, an approver': () => at.signIn('Zhou Qi', 'approver'),
  }
  const signIn = async (asker: Asker) => (asker === 'nobody' ? null : persons[asker]())

  /** The same as long as nothing happens to it: to whom everybody is refused who asks. */
  const kept = new Map<string, Promise<unknown>>()
  function once<T>(key: string, make: () => Promise<T>, schema: z.ZodType<T>): Promise<T> {
    const made = kept.get(key) ?? make()
    kept.set(key, made)
    return made.then((value) => schema.parse(value))
  }

  /** As a process that has come no further left it: nothing goes on by itself. */
  async function leftIn(state: string, { batchId, state: from }: Batch): Promise<Batch> {
    const { personId } = await persons['an operator']()
    const patch = { state, ...(state === 'running' && { startedBy: personId }) }
    await store.batches.change(batchId, [from], patch)
    return at.seen(await persons['an operator'](), batchId)
  }

  async function makeList(state: ListState, who: Browser, kind: 'suspend' | 'resign') {
    const pasted = async (lines: string) => at.seen(who, (await at.pasted(who, lines)).batchId)
    switch (state) {
      case 'checked':
        return at.checked(who, await at.people(1), kind)
      case 'confirmed':
        return at.confirmed(who, await at.people(1), kind)
      case 'finished':
        return at.ran(who, await at.people(1), kind)
      case 'checking':
        return leftIn('checking', await at.checked(who, await at.people(1), kind))
      case 'running':
        return leftIn('running', await at.confirmed(who, await at.people(1), kind))
      case 'held':
        return at.checked(who, await at.people(1), 'delete')
      case 'ambiguous':
        return pasted('10023\n')
      case 'pasted':
        return pasted('liwei\n')
      default:
        return state satisfies never
    }
  }

  /** A list in the state that the operation is about, made by whoever is called its maker here. */
  function listFor(name: OperationName, asker: Asker): Promise<Batch | undefined> {
    const { list } = requests[name]
    if (list === undefined) return Promise.resolve(undefined)
    const makes = asker === 'its maker, an approver' ? asker : 'its maker'
    const kind = name === 'followUp' ? 'resign' : 'suspend'
    const make = async () => makeList(list, await persons[makes](), kind)
    const changes = operations[name].mutates && table[name][asker] === 'may'
    return changes ? make() : once(`${list} ${kind} ${makes}`, make, Batch)
  }

  async function view(userId: string): Promise<User> {
    const { body } = await (await persons['an approver']()).get(`/api/users/${userId}`)
    return User.parse(body)
  }

  /** Somebody with whom the act has something to do. */
  async function makeUser(state: UserState): Promise<User> {
    for (;;) {
      const [userId = ''] = await at.people(1, true)
      if (state === 'suspended') await at.act(await persons['an approver'](), 'suspend', userId)
      const user = await view(userId)
      if (state === 'linked' && sourceOf(user) === '') continue
      if (state === 'synced' && providerOf(user) === '') continue
      return user
    }
  }

  function userFor(name: OperationName, asker: Asker): Promise<User | undefined> {
    const { path, mutates } = operations[name]
    if (!path.includes('{userId}')) return Promise.resolve(undefined)
    const { user = 'any' } = requests[name]
    const make = () => makeUser(user)
    return mutates && table[name][asker] === 'may' ? make() : once(`user ${user}`, make, User)
  }

  /** An act of which nobody knows yet whether it happened. */
  const entry = () =>
    once(
      'act',
      async () => {
        const [userId = ''] = await at.people(1)
        const lie = { userId, call: 'update-user-batch', behave: 'lie', times: 1 } as const
        at.desk.sandbox.switches({ faults: [lie] })
        const { body } = await at.act(await persons['an approver'](), 'suspend', userId)
        return z.object({ entryId: z.number() }).parse(body).entryId
      },
      z.number(),
    )

  /** Another session of whoever asks. */
  async function sessionOf(who: Browser | null): Promise<string> {
    if (!who) return 'somebody’s'
    const { sessions } = OwnSessions.parse((await who.get('/api/sessions')).body)
    return sessions.find(({ current }) => !current)?.sessionId ?? ''
  }

  /** What has to be so before the operation can change anything. */
  async function arrange(name: OperationName, asker: Asker): Promise<void> {
    if (table[name][asker] !== 'may') return
    if (name === 'endSession' || name === 'endOtherSessions') await signIn(asker)
    if (name === 'liftStop') await (await persons['an operator']()).post('/api/stop')
    // Otherwise a sign of life is like the one before.
    if (name === 'staySignedIn') at.desk.clock.move(1_000)
  }

  async function aboutWhat(name: OperationName, asker: Asker) {
    const batch = await listFor(name, asker)
    const user = await userFor(name, asker)
    const about: About = {
      batch,
      version: user?.version ?? '',
      words: user ? wordsForUser(user.summary) : '',
      candidate: at.desk.person('wu-di').userId,
    }
    return { batch, user, about }
  }

  /** The operation as this person would ask for it, about a list and a user of its own. */
  async function prepared(name: OperationName, asker: Asker) {
    const { method, path } = operations[name]
    const { query, body, lines } = requests[name]
    const { batch, user, about } = await aboutWhat(name, asker)
    const who = await signIn(asker)
    await arrange(name, asker)
    const params: Record<string, string> = {
      ...named(batch, user),
      entryId: name === 'checkAct' ? String(await entry()) : '',
      sessionId: name === 'endSession' ? await sessionOf(who) : '',
    }
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, param: string) => params[param] ?? '')
    const address = encodeURI(query ? `${filled}?${query(about)}` : filled)
    const bytes = { 'content-type': 'application/octet-stream' }
    const init = {
      method: method.toUpperCase(),
      headers: { ...fromOurPage, ...(lines && bytes), ...(who && { cookie: who.cookie }) },
      ...(method === 'post' && { body: lines ?? JSON.stringify(body?.(about)) }),
    }
    return {
      send: () => at.front.ask(address, init),
      traces: () => traces(batch?.batchId, who?.personId),
      calm: () => calm(name, batch?.batchId),
    }
  }

  /** Everything that a request could have changed. */
  async function traces(batchId: number | undefined, personId: string | undefined) {
    const now = at.desk.clock.now().toISOString()
    const sessions = personId === undefined ? [] : await store.sessions.of(personId, now, '')
    return {
      batch: batchId === undefined ? null : await store.batches.find(batchId),
      batches: (await store.batches.list(0, 1)).totalCount,
      entries: await store.audit.lastSeq(),
      stopped: await store.stop.current(),
      writes: at.writes().length,
      sessions: sessions.map(({ sessionId, lastSeenAt }) => [sessionId, lastSeenAt]),
    }
  }

  /** Until what was set in motion has ended, and nothing is stopped. */
  async function calm(name: OperationName, batchId = 0): Promise<void> {
    const who = await persons['an approver']()
    if (name === 'startBatch') await at.reached(who, batchId, 'finished')
    if (name === 'stopBatch') await at.reached(who, batchId, 'stopped')
    if (name === 'recheckBatch') {
      await expect.poll(async () => (await store.batches.find(batchId))?.recheckedAt).toBeTruthy()
    }
    if (name === 'stopEverything') await who.post('/api/stop/lift')
  }

  return { at, persons, prepared }
}

function sourceOf({ identitySources: all }: User): string {
  return (all.state === 'read' && all.items[0]?.extIdpId) || ''
}

function providerOf({ syncRelations: all }: User): string {
  return (all.state === 'read' && all.items[0]?.provider) || ''
}

/** What stands in the path of a request. */
function named(batch: Batch | undefined, user: User | undefined): Record<string, string> {
  return {
    ...(batch && {
      batchId: String(batch.batchId),
      listId: batch.lists[0]?.listId ?? '',
      row: '1',
    }),
    ...(user && {
      userId: user.summary.userId,
      extIdpId: sourceOf(user),
      provider: providerOf(user),
    }),
  }
}
