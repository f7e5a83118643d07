import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Batch } from '#contract/batch.ts'
import type { operation } from '#contract/operation.ts'
import type { OperationName } from '#contract/operations.ts'
import { operations } from '#contract/operations.ts'
import { roles } from '#contract/role.ts'
import { fromOurPage } from './front.fixture.ts'
import type { Guards } from './guards.fixture.ts'
import { openGuards } from './guards.fixture.ts'
import type { Asker } from './roles.fixture.ts'
import { askers, requests, table } from './roles.fixture.ts'

let at: Guards
beforeAll(async () => {
  const settings = { approvalAbove: 1_000, approvalShare: 1 }
  at = await openGuards({ users: 500, settings })
})
afterAll(() => at.close())

const names = Object.keys(operations).filter((name): name is OperationName => name in operations)
const all = Object.values(operations)

type Declared = Parameters<typeof operation>[0]
/** `true` as soon as a declaration without a role would be accepted, and then this does not compile. */
type MayLackRole = Record<never, never> extends Pick<Declared, 'needs'> ? true : false
const mayLackRole: MayLackRole = false

test('every operation says who may, and one alone is for everybody', () => {
  expect(mayLackRole).toBe(false)
  for (const { needs } of all) expect(['public', 'session', ...roles]).toContain(needs)
  expect(all.filter(({ needs }) => needs === 'public').map(({ name }) => name)).toEqual(['whoAmI'])
})

test('whoever changes more than their own session is at least an operator', () => {
  const changing = all.filter(({ mutates, needs }) => mutates && needs !== 'session')
  expect(changing.length).toBeGreaterThan(20)
  for (const { needs } of changing) expect(['operator', 'approver']).toContain(needs)
  const own = all.filter(({ mutates, needs }) => mutates && needs === 'session')
  expect(own.map(({ name }) => name)).toEqual(['staySignedIn', 'endSession', 'endOtherSessions'])
})

test('the table says of every operation who may', () => {
  expect(Object.keys(table).sort()).toEqual([...names].sort())
  expect(Object.keys(requests).sort()).toEqual([...names].sort())
})

type SignedIn = Exclude<Asker, 'nobody'>
const persons: Record<SignedIn, () => ReturnType<Guards['signIn']>> = {
  'somebody without a role': () => at.signIn('Sun Tao', null),
  'a viewer': () => at.signIn('Lin Yue', 'viewer'),
  'an operator': () => at.signIn('Lin Mei', 'operator'),
  'an approver': () => at.signIn('Wu Han', 'approver'),
  'its maker': () => at.signIn('Chen Jing', 'operator'),
  'its maker, an approver': () => at.signIn('Zhou Qi', 'approver'),
}

const lists = new Map<string, Promise<Batch>>()

/**
 * A list in the state that the operation is about, made by whoever is called its maker here; the same
 * one as long as nothing happens to it.
 */
async function listFor(name: OperationName, asker: Asker): Promise<Batch> {
  const makes = asker === 'its maker, an approver' ? asker : 'its maker'
  const { list, answers } = requests[name]
  const kind = name === 'followUp' ? 'resign' : 'suspend'
  const make = async () => {
    const maker = await persons[makes]()
    const userIds = await at.people(1)
    return list === 'confirmed'
      ? at.confirmed(maker, userIds, kind)
      : at.checked(maker, userIds, kind)
  }
  const changes = operations[name].mutates && answers === undefined
  if (changes && table[name][asker] === 'may') return make()
  const key = `${list} ${kind} ${makes}`
  const made = lists.get(key) ?? make()
  lists.set(key, made)
  return made
}

/** The operation as this person would ask for it, about a list and a user of its own. */
async function prepared(name: OperationName, asker: Asker) {
  const { method, path } = operations[name]
  const { list, query, body, lines } = requests[name]
  const batch = list && (await listFor(name, asker))
  const userId = path.includes('{userId}') ? await somebody() : ''
  const about = { batch, ...(await userAs(userId)) }
  const params: Record<string, string> = {
    batchId: String(batch?.batchId ?? ''),
    listId: batch?.lists[0]?.listId ?? '',
    userId,
    extIdpId: 'nowhere',
    provider: 'nowhere',
    row: '1',
    entryId: '2000000000',
    sessionId: 'nobody’s',
  }
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, param: string) => params[param] ?? '')
  const address = encodeURI(query ? `${filled}?${query(about)}` : filled)
  const who = asker === 'nobody' ? null : await persons[asker]()
  const bytes = { 'content-type': 'application/octet-stream' }
  const init = {
    method: method.toUpperCase(),
    headers: { ...fromOurPage, ...(lines && bytes), ...(who && { cookie: who.cookie }) },
    ...(method === 'post' && { body: lines ?? JSON.stringify(body?.(about)) }),
  }
  return { batch, send: () => at.front.ask(address, init) }
}

async function somebody(): Promise<string> {
  const [userId = ''] = await at.people(1, true)
  return userId
}

async function userAs(userId: string) {
  if (userId === '') return { version: '', words: '' }
  const who = await persons['an approver']()
  return { version: await at.versionOf(who, userId), words: await at.wordsFor(who, userId) }
}

/** Everything that a request could have changed. */
async function traces(batchId: number | undefined) {
  const { store } = at.desk
  return {
    batch: batchId === undefined ? null : await store.batches.find(batchId),
    batches: (await store.batches.list(0, 1)).totalCount,
    entries: await store.audit.lastSeq(),
    stopped: await store.stop.current(),
    writes: at.writes().length,
  }
}

describe.each(names)('%s', (name) => {
  const refused = askers.filter((asker) => table[name][asker] !== 'may')
  const allowed = askers.filter((asker) => table[name][asker] === 'may')

  test.each(refused)('is refused to %s, and nothing has happened', async (asker) => {
    const { batch, send } = await prepared(name, asker)
    const before = await traces(batch?.batchId)
    const answer = await send()
    expect(answer.status).toBe(table[name][asker] === 'sign_in_required' ? 401 : 403)
    expect(await answer.json()).toMatchObject({ code: table[name][asker] })
    expect(await traces(batch?.batchId)).toEqual(before)
  })

  test.each(allowed)('is answered to %s', async (asker) => {
    const { batch, send } = await prepared(name, asker)
    const answer = await send()
    expect([answer.status, await answer.text()]).toEqual([
      requests[name].answers ?? 200,
      expect.any(String),
    ])
    if (name === 'startBatch' && batch) {
      await at.reached(
        await persons[asker === 'nobody' ? 'a viewer' : asker](),
        batch.batchId,
        'finished',
      )
    }
    if (name === 'stopEverything') await (await persons['an approver']()).post('/api/stop/lift')
  })
})

test('of the ways in which a list goes on, only the one that discards it is its maker’s alone', async () => {
  const { batchId } = await at.ran(await persons['its maker'](), await at.people(1))
  const other = await persons['an operator']()
  const goOn = await other.post(`/api/batches/${batchId}/follow-up`, { as: 'resign' })
  expect(goOn).toMatchObject({ status: 200, body: { parentId: batchId, createdBy: 'Lin Mei' } })
})

test('a list of one’s own is any operator’s to make', async () => {
  const lists: [Asker, number][] = [
    ['a viewer', 403],
    ['an operator', 200],
    ['an approver', 200],
  ]
  for (const [asker, status] of lists) {
    if (asker === 'nobody') continue
    expect(await (await persons[asker]()).paste('liwei\n')).toMatchObject({ status })
  }
})

test('the role is read anew for each request', async () => {
  const linMei = await at.signIn('Lin Mei', 'operator')
  expect(await linMei.get('/api/batches')).toMatchObject({ status: 200 })
  await at.desk.signIn('Lin Mei', null)
  expect(await linMei.get('/api/batches')).toMatchObject({ status: 403, code: 'no_role' })
  await at.desk.signIn('Lin Mei', 'viewer')
  expect(await linMei.post('/api/stop')).toMatchObject({ status: 403, code: 'role_required' })
})

test('the role is looked at before what was sent', async () => {
  const { cookie } = await at.signIn('Lin Yue', 'viewer')
  const headers = { ...fromOurPage, cookie }
  const answer = await at.front.ask('/api/batches', { method: 'POST', headers, body: '{' })
  expect(await answer.json()).toMatchObject({ code: 'role_required' })
})
