import { expect, test } from 'vitest'
import type { Switches } from './backstage.ts'
import { apps, sources } from './company.ts'
import { byHand, leavable, personIn, sandboxInTest } from './sandbox.fixture.ts'
import type { Sandbox } from './sandbox.ts'

type Faults = NonNullable<Switches['faults']>

const [feishu] = sources
const [portal] = apps

/** Every write as it is sent about one user, and what it does to them. */
const writes: [string, (userId: string) => Record<string, unknown>, string][] = [
  ['update-user', (userId) => ({ userId, status: 'Suspended' }), 'suspended'],
  ['update-user-batch', (userId) => ({ list: [{ userId, status: 'Suspended' }] }), 'suspended'],
  ['kick-users', (userId) => ({ userId, appIds: [portal.appId] }), 'kicked'],
  ['resign-user', (userId) => ({ userId }), 'resigned'],
  ['resign-user-batch', (userId) => ({ userIds: [userId] }), 'resigned'],
  ['delete-users-batch', (userId) => ({ userIds: [userId] }), 'deleted'],
  ['unlink-identity', (userId) => ({ userId, extIdpId: feishu.id, type: 'openid' }), 'unlinked'],
  ['delete-user-sync-relations', (userId) => ({ userId, provider: 'lark' }), 'relation_deleted'],
]

async function hanlin(faults: (id: (key: string) => string) => Faults) {
  const sandbox = await sandboxInTest()
  const id = (key: string) => personIn(sandbox, key).userId
  const [liWei, zhaoMin] = [id('li-wei'), id('zhao-min')]
  sandbox.switches({ faults: faults(id) })
  return { sandbox, liWei, zhaoMin }
}

const sent = (sandbox: Sandbox, call: string, body: Record<string, unknown>) =>
  byHand(sandbox, { path: `/api/v3/${call}`, body })

const effectsIn = (sandbox: Sandbox) => sandbox.ledger().map(({ effects }) => effects)

test.each(writes)(
  '%s can be struck for one user and leave the other alone',
  async (call, body, effect) => {
    const { sandbox, liWei, zhaoMin } = await hanlin((id) => [
      { call, userId: id('zhao-min'), behave: 'lie' },
    ])
    expect(await sent(sandbox, call, body(zhaoMin))).toMatchObject({ statusCode: 200 })
    expect(await sent(sandbox, call, body(liWei))).toMatchObject({ statusCode: 200 })
    expect(effectsIn(sandbox)).toEqual([{ [zhaoMin]: 'none' }, { [liWei]: effect }])
    expect(sandbox.ledger().map(({ fault }) => fault)).toEqual(['lie', null])
  },
)

test.each(writes)(
  '%s can be applied, and then answered with success: false',
  async (call, body, effect) => {
    const { sandbox, liWei } = await hanlin(() => [
      { call, behave: 'success-false', afterApplying: true },
    ])
    expect(await sent(sandbox, call, body(liWei))).toMatchObject({
      statusCode: 200,
      data: { success: false },
    })
    expect(effectsIn(sandbox)).toEqual([{ [liWei]: effect }])
  },
)

test.each(writes)('%s can be applied after its caller has gone', async (call, body, effect) => {
  const { sandbox, liWei } = await hanlin(() => [{ call, behave: 'late', delayMs: 300 }])
  const { abort, asked } = leavable((signal) =>
    byHand(sandbox, { path: `/api/v3/${call}`, body: body(liWei), signal }),
  )
  await expect.poll(() => sandbox.ledger()[0]?.withheld, { timeout: 4000 }).toBe(true)
  abort()
  await expect(asked).rejects.toThrow()
  await expect.poll(() => effectsIn(sandbox), { timeout: 4000 }).toEqual([{ [liWei]: effect }])
  expect(sandbox.ledger()[0]).toMatchObject({ answered: null, withheld: true, fault: 'late' })
})

test.each(writes.filter(([call]) => call.endsWith('-batch')))(
  'of several users in %s some can be left as they were, under the claim of success',
  async (call, body, effect) => {
    const { sandbox, liWei, zhaoMin } = await hanlin((id) => [
      { call, userId: id('zhao-min'), behave: 'lie' },
    ])
    const both = Object.fromEntries(
      Object.entries(body(liWei)).map(([name, list]) => [name, [list, body(zhaoMin)[name]].flat()]),
    )
    expect(await sent(sandbox, call, both)).toMatchObject({ statusCode: 200 })
    expect(effectsIn(sandbox)).toEqual([{ [liWei]: effect, [zhaoMin]: 'none' }])
  },
)

test('a suspension that did nothing still claims the status that was asked for', async () => {
  const { sandbox, zhaoMin } = await hanlin(() => [{ call: 'writes', behave: 'lie' }])
  const list = [{ userId: zhaoMin, status: 'Suspended' }]
  expect(await sent(sandbox, 'update-user-batch', { list })).toMatchObject({
    data: [{ userId: zhaoMin, status: 'Suspended' }],
  })
  expect(await byHand(sandbox, { path: `/api/v3/get-user?userId=${zhaoMin}` })).toMatchObject({
    data: { status: 'Activated' },
  })
})
