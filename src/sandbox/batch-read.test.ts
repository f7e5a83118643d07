import { expect, test } from 'vitest'
import { type UserIdType, userIdTypes } from './directory.ts'
import { personIn, sandboxInTest, sdkFor } from './sandbox.fixture.ts'
import type { Sandbox } from './sandbox.ts'

/** Ids of one kind: Gao Xiang's, somebody else's, one that nobody has, one that cannot be one. */
type Handed = { gao: string; other: string; nobody: string; odd: string | null }

async function handed(sandbox: Sandbox): Promise<Record<UserIdType, Handed>> {
  const gaoXiang = personIn(sandbox, 'gao-xiang')
  const zhaoMin = personIn(sandbox, 'zhao-min')
  const identityOf = async ({ userId }: { userId: string }) => {
    const [first] = (await sdkFor(sandbox).getUserIdentities({ userId })).data
    return `${first?.extIdpId}:${first?.userIdInIdp}`
  }
  const external = ['0010219', '0010203', '0019920'] as const
  return {
    user_id: { gao: gaoXiang.userId, other: zhaoMin.userId, nobody: 'nobody', odd: 'two words' },
    external_id: { gao: external[0], other: external[1], nobody: external[2], odd: null },
    phone: {
      gao: '13900227781',
      other: '+8613800134821',
      nobody: '13000000000',
      odd: '1234567890#',
    },
    email: {
      gao: 'Gao.Xiang@Hanlin.example',
      other: 'zhao.min@hanlin.example',
      nobody: 'no@hanlin.example',
      odd: 'hao.jia@',
    },
    username: { gao: 'gaoxiang', other: '10023', nobody: 'haojia', odd: null },
    identity: {
      gao: await identityOf(gaoXiang),
      other: await identityOf(zhaoMin),
      nobody: 'nowhere:nobody',
      odd: 'nowhere',
    },
    sync_relation: {
      gao: 'lark:ou_4c1e77b0a2d94f55',
      other: 'lark:ou_51d0c2aa9e0b4471',
      nobody: 'lark:nobody',
      odd: 'lark',
    },
  }
}

test.each(userIdTypes)(
  'users are read together by %s; who does not exist is left out, one odd id spoils all',
  async (userIdType) => {
    const sandbox = await sandboxInTest()
    const sdk = sdkFor(sandbox)
    const { gao, other, nobody, odd } = (await handed(sandbox))[userIdType]
    const { userId } = personIn(sandbox, 'gao-xiang')

    const read = await sdk.getUserBatch({ userIds: [gao, nobody, other], userIdType })
    expect(read).toMatchObject({ statusCode: 200, data: { length: 2 } })
    expect(read.data.map((user) => user.userId)).toContain(userId)
    expect(sandbox.ledger().at(-1)).toMatchObject({
      call: 'get-user-batch',
      userIdType,
      effects: { [gao]: 'none', [nobody]: 'none', [other]: 'none' },
    })
    if (odd === null) return
    const spoilt = await sdk.getUserBatch({ userIds: [gao, odd], userIdType })
    expect(spoilt).toMatchObject({ statusCode: 400, message: expect.stringContaining('userIds') })
  },
)

test.each(userIdTypes)('under batch-read=error one unknown %s fails the read', async (kind) => {
  const sandbox = await sandboxInTest({ policy: 'batch-read=error' })
  const sdk = sdkFor(sandbox)
  const { gao, nobody } = (await handed(sandbox))[kind]
  expect(await sdk.getUserBatch({ userIds: [gao], userIdType: kind })).toMatchObject({
    data: { length: 1 },
  })
  expect(await sdk.getUserBatch({ userIds: [gao, nobody], userIdType: kind })).toMatchObject({
    statusCode: 404,
    apiCode: 2004,
  })
})

test('the same user by two spellings comes once', async () => {
  const sandbox = await sandboxInTest()
  const userIds = ['13900227781', '+8613900227781', '13900227781']
  const { data } = await sdkFor(sandbox).getUserBatch({ userIds, userIdType: 'phone' })
  expect(data).toHaveLength(1)
})

test('fifty ids are read in one call, and fifty-one are refused', async () => {
  const sdk = sdkFor(await sandboxInTest())
  const ids = Array.from({ length: 51 }, (_, n) => String(n))
  const read = (userIds: string[]) => sdk.getUserBatch({ userIds, userIdType: 'external_id' })
  expect(await read(ids.slice(1))).toMatchObject({ statusCode: 200, data: [] })
  expect(await read(ids)).toMatchObject({ statusCode: 400 })
})

test('a fault about one user strikes whoever reads them among others, by whatever id', async () => {
  const sandbox = await sandboxInTest()
  const { userId } = personIn(sandbox, 'gao-xiang')
  sandbox.switches({ faults: [{ call: 'get-user-batch', userId, behave: '500' }] })
  const read = async (userIds: string[]) => {
    const answer = await sdkFor(sandbox).getUserBatch({ userIds, userIdType: 'external_id' })
    return answer.statusCode
  }
  expect([await read(['0010203', '0010219']), await read(['0010203'])]).toEqual([500, 200])
})
