import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { Batch } from '#contract/batch.ts'
import { handsOff } from './guard.ts'
import type { Guards } from './guards.fixture.ts'
import { openGuards } from './guards.fixture.ts'
import type { Caller } from './handler.ts'

type Browser = Awaited<ReturnType<Guards['signIn']>>
let at: Guards
let chenJing: Browser

/** A desk where nobody may act on Li Wei: they are protected, or Chen Jing is Li Wei. */
async function openWith(liWei: 'protected' | Partial<Caller>) {
  at = await openGuards({ users: 0, settings: { approvalAbove: 1_000, approvalShare: 1 } })
  const { userId } = at.desk.person('li-wei')
  if (liWei === 'protected') at.desk.settings.protectedUsers = new Set([userId])
  chenJing = await at.signIn('Chen Jing', 'approver', liWei === 'protected' ? {} : liWei)
  return userId
}

const liWei = '65f1c0a94be2d7831e0a9c42'
const feishu = async () => {
  const read = await at.desk.genauth.getUserIdentities(liWei)
  const [first] = read.ok ? read.value : []
  return `${first?.extIdpId}:${first?.userIdInIdp}`
}

/** Everything by which Li Wei can be named on a list. */
const names: [kind: string, name: () => string | Promise<string>][] = [
  ['user id', () => liWei],
  ['user id in capitals', () => liWei.toUpperCase()],
  ['e-mail', () => 'li.wei@hanlin.example'],
  ['e-mail in capitals', () => 'LI.WEI@HANLIN.EXAMPLE'],
  ['e-mail in full-width letters', () => 'ｌｉ.ｗｅｉ@hanlin.example'],
  ['phone', () => '13800134821'],
  ['phone with its country', () => '+86 138 0013 4821'],
  ['username', () => 'liwei'],
  ['external id', () => '10023'],
  ['identity', feishu],
  ['sync relation', () => 'lark:ou_8bae1f0c77e24d19'],
]

const whyNot: [why: string, verdict: string, code: string, how: 'protected' | Partial<Caller>][] = [
  ['protected', 'protected', 'protected_user', 'protected'],
  ['oneself by sub', 'yourself', 'yourself', { sub: liWei }],
  ['oneself by claim', 'yourself', 'yourself', { ownUserId: liWei }],
  ['oneself by claim in capitals', 'yourself', 'yourself', { ownUserId: liWei.toUpperCase() }],
  [
    'oneself by a verified e-mail',
    'yourself',
    'yourself',
    { email: 'Li.Wei@Hanlin.example', emailVerified: true },
  ],
]

describe.each(whyNot)('somebody who is %s', (_, verdict, code, how) => {
  let userId: string
  beforeAll(async () => {
    userId = await openWith(how)
  })
  afterAll(() => at.close())

  const acts: [what: string, said: object][] = [
    ['suspend', {}],
    ['reactivate', {}],
    ['end-sessions', {}],
    ['resign', { reason: 'HR-2231', typed: 'liwei' }],
    ['delete', { reason: 'HR-2231', typed: 'liwei' }],
    ['identity-sources/feishu/unlink', {}],
    ['sync-relations/lark/delete', { reason: 'HR-2231' }],
  ]

  test('is not acted on, whatever the act', async () => {
    for (const [what, said] of acts) {
      expect(await at.act(chenJing, what, userId, said)).toMatchObject({ status: 403, code })
    }
    const capitals = userId.toUpperCase()
    expect((await chenJing.post(`/api/users/${capitals}/suspend`)).status).toBeGreaterThan(400)
    expect(at.writes()).toEqual([])
  })

  test('runs in no batch, by whatever name they stand on the list', async () => {
    const sent: [kind: string, batchId: number][] = []
    for (const [kind, name] of names) {
      // One list of each person is on its way at a time; what becomes of them is looked at together.
      const { body } = await chenJing.paste(`${await name()}\n`, 'resign')
      sent.push([kind, Batch.parse(body).batchId])
    }
    const tried = sent.map(async ([kind, batchId]) => {
      await at.reached(chenJing, batchId, 'checked')
      const [first] = await at.rowsOf(chenJing, batchId)
      if (first?.verdict === 'ambiguous') {
        await chenJing.post(`/api/batches/${batchId}/rows/1/choose`, { userId: liWei })
      }
      const [row] = await at.rowsOf(chenJing, batchId)
      // GenAuth need not know an id in capitals; whoever it knows by it is the same person.
      const unknown = kind === 'user id in capitals' && row?.verdict === 'not_found'
      expect([kind, row?.verdict]).toEqual([kind, unknown ? 'not_found' : verdict])
      expect(await at.seen(chenJing, batchId)).toMatchObject({ willRun: 0 })
      expect(await at.step(chenJing, 'confirm', batchId)).toMatchObject({ code: 'blank_list' })
      const decide = `/api/batches/${batchId}/rows/1/decide`
      expect(await chenJing.post(decide, { decision: 'accepted' })).toMatchObject({ status: 409 })
    })
    await Promise.all(tried)
    expect(at.writes()).toEqual([])
  }, 30_000)
})

describe('whoever became so after the check', () => {
  afterEach(() => at.close())

  const became = async (change: (userId: string) => unknown) => {
    at = await openGuards({ settings: { approvalAbove: 1_000, approvalShare: 1 } })
    chenJing = await at.signIn('Chen Jing', 'operator')
    const others = await at.people(2)
    const { batchId } = await at.confirmed(chenJing, [...others, liWei])
    await change(liWei)
    await at.step(chenJing, 'start', batchId)
    const paused = await at.reached(chenJing, batchId, 'paused', 'finished')
    expect(paused).toMatchObject({ state: 'paused', pausedBecause: 'drift', outcomes: { held: 1 } })
    await at.step(chenJing, 'start', batchId)
    expect(await at.reached(chenJing, batchId, 'finished')).toMatchObject({
      outcomes: { done: 2, held: 1 },
    })
    expect(at.writes().flat()).not.toContain(liWei)
  }

  test('protected: is held when their turn comes', () =>
    became((userId) => {
      at.desk.settings.protectedUsers = new Set([userId])
    }))

  test('oneself: is held when their turn comes', () =>
    became(async () => {
      const me = { email: 'li.wei@hanlin.example', emailVerified: true }
      chenJing = await at.signIn('Chen Jing', 'operator', me)
    }))
})

describe('a name that only looks like somebody', () => {
  afterEach(() => at.close())

  test('an e-mail that nobody verified makes nobody oneself', async () => {
    await openWith({ email: 'li.wei@hanlin.example', emailVerified: false })
    expect(await at.act(chenJing, 'suspend', liWei)).toMatchObject({ status: 200 })
  })

  test('whoever has no address is not everybody else who has none', async () => {
    at = await openGuards()
    const { settings } = at.desk
    const user = { userId: liWei, email: null }
    for (const email of [null, ' ']) {
      const { personId } = await at.signIn('Chen Jing', 'operator', { email, emailVerified: true })
      const own = await at.desk.store.people.ownNames(personId)
      expect(handsOff(settings, own, user)).toBeNull()
      expect(handsOff(settings, own, { ...user, email: '' })).toBeNull()
    }
  })

  test('however GenAuth writes the id of somebody protected, they are', async () => {
    const userId = await openWith('protected')
    const user = { userId: userId.toUpperCase(), email: null }
    const own = await at.desk.store.people.ownNames(chenJing.personId)
    expect(handsOff(at.desk.settings, own, user)).toBe('protected')
  })
})
