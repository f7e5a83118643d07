import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Guards } from './guards.fixture.ts'
import { openGuards } from './guards.fixture.ts'

type Browser = Awaited<ReturnType<Guards['signIn']>>

/** Two accounts at two providers to whom one address was verified, until one of them changed it. */
const address = { email: 'chen.jing@hanlin.example', emailVerified: true }
const second = { iss: 'https://other.example', sub: 'another' }
let at: Guards
let chenJing: Browser

beforeEach(async () => {
  at = await openGuards({ settings: { approvalAbove: 3 } })
  chenJing = await at.signIn('Chen Jing', 'operator', address)
})
afterEach(() => at.close())

/** The second account, which had the address of the first when it signed in before. */
async function renamed(role: 'operator' | 'approver', email: string | null): Promise<Browser> {
  const before = await at.signIn('C. Jing', role, { ...second, ...address })
  const after = await at.signIn('C. Jing', role, { ...second, email, emailVerified: true })
  expect(after.personId).toBe(before.personId)
  expect(after.personId).not.toBe(chenJing.personId)
  return after
}

const refuseApproval = async (alias: Browser, batchId: number) => {
  expect((await at.seen(alias, batchId)).approval.mayApprove).toBe('own')
  for (const what of ['approve', 'decline'] as const) {
    expect(await at.step(alias, what, batchId)).toMatchObject({ status: 403, code: 'same_person' })
  }
  expect(await at.step(chenJing, 'start', batchId)).toMatchObject({ code: 'approval_required' })
  expect(at.writes()).toEqual([])
}

test.each(['somebody.else@hanlin.example', null])(
  'Nobody approves their own list under an account whose address is %j by now',
  async (email) => {
    const { batchId } = await at.confirmed(chenJing, await at.people(4))
    await refuseApproval(await renamed('approver', email), batchId)
  },
)

test('Nobody approves their own list after the account that made it has changed its address', async () => {
  const alias = await at.signIn('C. Jing', 'approver', { ...second, ...address })
  const { batchId } = await at.confirmed(chenJing, await at.people(4))
  chenJing = await at.signIn('Chen Jing', 'operator', { ...address, email: 'cj@hanlin.example' })
  await refuseApproval(alias, batchId)
})

test('An approval stands no longer once whoever gave it turns out to be whoever asked', async () => {
  const { batchId } = await at.confirmed(chenJing, await at.people(4))
  const alias = await at.signIn('C. Jing', 'approver', second)
  expect(await at.step(alias, 'approve', batchId)).toMatchObject({ status: 200 })
  await renamed('approver', 'somebody.else@hanlin.example')
  expect(await at.step(chenJing, 'start', batchId)).toMatchObject({ code: 'approval_required' })
  expect(at.writes()).toEqual([])
})

test('What was sent under one account counts for the other, whose address is another by now', async () => {
  const alias = await renamed('operator', 'somebody.else@hanlin.example')
  const [one = '', two = '', ...three] = await at.people(5)
  for (const userId of [one, two]) {
    expect(await at.act(chenJing, 'suspend', userId)).toMatchObject({ status: 200 })
  }
  const { batchId, approval } = await at.confirmed(alias, three)
  expect(approval).toMatchObject({ needed: 'window', sentBefore: 2 })
  expect(await at.step(alias, 'start', batchId)).toMatchObject({ code: 'approval_required' })
  const [first = '', next = ''] = three
  expect(await at.act(alias, 'suspend', first)).toMatchObject({ status: 200 })
  for (const who of [alias, chenJing]) {
    expect(await at.act(who, 'suspend', next)).toMatchObject({ code: 'approval_required' })
  }
  expect(at.writes()).toHaveLength(3)
})

test('Nobody acts on themselves under another account, nor under an address that was theirs', async () => {
  const liWei = at.desk.person('li-wei').userId
  const [byId = '', bySub = ''] = await at.people(2)
  const theirs = { email: 'li.wei@hanlin.example', emailVerified: true }
  await at.signIn('Chen Jing', 'operator', theirs)
  chenJing = await at.signIn('Chen Jing', 'operator', { ...address, ownUserId: byId })
  await at.signIn('C. Jing', 'operator', { ...second, ...address, sub: bySub })
  const alias = await at.signIn('C. Jing', 'operator', { ...second, sub: bySub })
  const everyName = [liWei, byId, bySub]
  for (const who of [alias, chenJing]) {
    for (const userId of everyName) {
      expect(await who.get(`/api/users/${userId}`)).toMatchObject({
        body: { handsOff: 'yourself' },
      })
      expect(await at.act(who, 'suspend', userId)).toMatchObject({ code: 'yourself' })
    }
    const { willRun, verdicts } = await at.checked(who, everyName)
    expect({ willRun, verdicts }).toMatchObject({ willRun: 0, verdicts: { yourself: 3 } })
  }
  expect(at.writes()).toEqual([])
})
