import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { operation } from '#contract/operation.ts'
import type { OperationName } from '#contract/operations.ts'
import { operations } from '#contract/operations.ts'
import { roles } from '#contract/role.ts'
import { fromOurPage } from './front.fixture.ts'
import type { Guards } from './guards.fixture.ts'
import type { Asker } from './roles.fixture.ts'
import { askers, requests, table } from './roles.fixture.ts'
import { openRoles } from './roles-world.fixture.ts'

let world: Awaited<ReturnType<typeof openRoles>>
let at: Guards
let persons: typeof world.persons
beforeAll(async () => {
  world = await openRoles()
  at = world.at
  persons = world.persons
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

describe.each(names)('%s', (name) => {
  const refused = askers.filter((asker) => table[name][asker] !== 'may')
  const allowed = askers.filter((asker) => table[name][asker] === 'may')

  test.each(refused)('is refused to %s, and nothing has happened', async (asker) => {
    const { send, traces } = await world.prepared(name, asker)
    const before = await traces()
    const answer = await send()
    expect(answer.status).toBe(table[name][asker] === 'sign_in_required' ? 401 : 403)
    expect(await answer.json()).toMatchObject({ code: table[name][asker] })
    expect(await traces()).toEqual(before)
  })

  test.each(allowed)('is done for %s, and what it changes has changed', async (asker) => {
    const { send, traces, calm } = await world.prepared(name, asker)
    const before = await traces()
    const answer = await send()
    expect([answer.status, await answer.text()]).toEqual([200, expect.any(String)])
    // An export changes nothing, and is written down.
    const leavesTraces = operations[name].mutates || name === 'exportBatch'
    if (leavesTraces) expect(await traces()).not.toEqual(before)
    else expect(await traces()).toEqual(before)
    await calm()
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
