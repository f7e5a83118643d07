import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { LookUpRequest } from '#contract/look-up.ts'
import type { Desk } from './desk.fixture.ts'
import { asked, openDesk } from './desk.fixture.ts'
import type { Caller } from './handler.ts'

let desk: Desk
let sunTao: Caller

beforeAll(async () => {
  desk = await openDesk()
  sunTao = await desk.signIn('Sun Tao', 'viewer')
})
afterAll(() => desk.close())
beforeEach(() => desk.sandbox.switches({ faults: [] }))

const lookUp = (value: string, as: LookUpRequest['as'] = 'auto') =>
  desk.does.lookUpUser(asked(sunTao, { body: { value, as } }))

describe('each of the seven kinds finds Li Wei', () => {
  test.each([
    ['user_id', '65f1c0a94be2d7831e0a9c42'],
    ['email', 'li.wei@hanlin.example'],
    ['phone', '13800134821'],
    ['phone', '+86 138-0013 4821'],
    ['username', 'liwei'],
    ['external_id', '10023'],
    ['sync_relation', 'lark:ou_8bae1f0c77e24d19'],
  ] as const)('as %s: %s', async (as, value) => {
    expect((await lookUp(value, as)).hits).toMatchObject([
      { user: { name: 'Li Wei' }, foundAs: [as] },
    ])
  })

  test('as identity, by source and id at the source', async () => {
    const params = { userId: desk.person('li-wei').userId }
    const { identitySources } = await desk.does.getUser(asked(sunTao, { params }))
    const feishu = identitySources.state === 'read' ? identitySources.items[0] : undefined
    const value = `${feishu?.extIdpId}:${feishu?.identities[0]?.userIdInIdp}`
    expect((await lookUp(value)).hits).toMatchObject([
      { user: { name: 'Li Wei' }, foundAs: ['identity'] },
    ])
  })
})

test('a number is tried as phone, external ID and username, and finds three people', async () => {
  const reply = await lookUp('10023')
  expect(reply.tried.map(({ kind }) => kind)).toEqual(['phone', 'external_id', 'username'])
  expect(reply.hits.map(({ user, foundAs }) => [user.name, ...foundAs])).toEqual([
    ['Ma Chao', 'phone'],
    ['Li Wei', 'external_id'],
    ['Wu Di', 'username'],
  ])
  expect(reply.hits.map(({ user }) => user.department)).toEqual([null, 'Platform', 'Warehouse 3'])
})

test('a kind that does not answer is named, and the hits of the others stay', async () => {
  desk.sandbox.switches({ faults: [{ call: 'get-user', userIdType: 'phone', behave: 'hang' }] })
  const reply = await lookUp('10023')
  expect(reply.tried).toMatchObject([
    { kind: 'phone', outcome: 'no_answer', why: { code: 'upstream_silent' } },
    { kind: 'external_id', outcome: 'found' },
    { kind: 'username', outcome: 'found' },
  ])
  expect(reply.hits).toHaveLength(2)
})

test('what nobody has is found as nothing, and by name neither', async () => {
  const reply = await lookUp('no-such-person')
  expect(reply.hits).toEqual([])
  expect(reply.byName).toEqual({ state: 'read', totalCount: 0, users: [] })
})

test('a name is searched once no exact kind has it', async () => {
  const reply = await lookUp('Zhao Min')
  expect(reply.hits).toEqual([])
  expect(reply.byName).toMatchObject({ state: 'read', users: [{ username: 'zhaomin' }] })
})

test('a name search that does not answer says so', async () => {
  desk.sandbox.switches({ faults: [{ call: 'list-users', behave: '503' }] })
  expect((await lookUp('Zhao Min')).byName).toMatchObject({ state: 'unread' })
})

test('full-width and invisible characters are folded, and the folded form is told', async () => {
  const reply = await lookUp('\u202A ｌｉｗｅｉ\u200B')
  expect(reply).toMatchObject({ value: 'liwei', hits: [{ user: { name: 'Li Wei' } }] })
})

test('invisible characters alone are nothing to look up', async () => {
  await expect(lookUp('\u200B\u202A')).rejects.toMatchObject({ code: 'bad_request' })
})

describe('the directory', () => {
  const page = (body: { page: number; status?: 'Resigned'; keywords?: string }) =>
    desk.does.listUsers(asked(sunTao, { body }))

  test('comes fifty at a time, with departments', async () => {
    const first = await page({ page: 1 })
    expect(first.users).toHaveLength(50)
    const second = await page({ page: 2 })
    expect(second.users).toHaveLength(first.totalCount - 50)
    const ids = new Set([...first.users, ...second.users].map(({ userId }) => userId))
    expect(ids.size).toBe(first.totalCount)
    expect(first.users.filter(({ department }) => department !== null).length).toBeGreaterThan(30)
  })

  test('a page beyond the last is empty, not an error', async () => {
    expect(await page({ page: 9 })).toMatchObject({ users: [] })
  })

  test('filters by status', async () => {
    const { users } = await page({ page: 1, status: 'Resigned' })
    expect(users.length).toBeGreaterThan(3)
    expect(new Set(users.map(({ status }) => status))).toEqual(new Set(['Resigned']))
  })

  test('says when GenAuth refuses', async () => {
    desk.sandbox.switches({ faults: [{ call: 'list-users', behave: '429' }] })
    await expect(page({ page: 1 })).rejects.toMatchObject({ code: 'upstream_busy' })
  })
})
