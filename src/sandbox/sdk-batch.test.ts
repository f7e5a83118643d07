import type { ManagementClient } from 'authing-node-sdk'
import { DeleteUsersBatchOptionsDto } from 'authing-node-sdk/dist/models/DeleteUsersBatchOptionsDto.js'
import { KickUsersOptionsDto } from 'authing-node-sdk/dist/models/KickUsersOptionsDto.js'
import { ResignUserBatchReqDto } from 'authing-node-sdk/dist/models/ResignUserBatchReqDto.js'
import { UpdateUserInfoDto } from 'authing-node-sdk/dist/models/UpdateUserInfoDto.js'
import { UpdateUserOptionsDto } from 'authing-node-sdk/dist/models/UpdateUserOptionsDto.js'
import { UpdateUserReqDto } from 'authing-node-sdk/dist/models/UpdateUserReqDto.js'
import { expect, test } from 'vitest'
import { apps } from './company.ts'
import { sandboxInTest, sdkFor } from './sandbox.fixture.ts'

const { SUSPENDED, DEACTIVATED } = UpdateUserInfoDto.status
const [portal] = apps

/** What the vendor's client can ask about several people, by what it names them, and what comes of it. */
const asked: [string, (sdk: ManagementClient) => Promise<unknown>, Record<string, string>][] = [
  [
    // Its options have no userIdType in the client's types, although the endpoint takes one.
    'suspends and reactivates by user ID',
    (sdk) =>
      sdk.updateUserBatch({
        list: [
          { userId: '65f1c0a94be2d7831e0a9c42', status: SUSPENDED },
          { userId: '654ee5a35eb898645f06c0eb', status: DEACTIVATED },
        ],
      }),
    { '65f1c0a94be2d7831e0a9c42': 'suspended', '654ee5a35eb898645f06c0eb': 'deactivated' },
  ],
  [
    'suspends somebody by username',
    (sdk) =>
      sdk.updateUser({
        userId: 'liwei',
        status: UpdateUserReqDto.status.SUSPENDED,
        options: { userIdType: UpdateUserOptionsDto.userIdType.USERNAME },
      }),
    { liwei: 'suspended' },
  ],
  [
    'signs somebody out by external ID',
    (sdk) =>
      sdk.kickUsers({
        userId: '10023',
        appIds: [portal.appId],
        options: { userIdType: KickUsersOptionsDto.userIdType.EXTERNAL_ID },
      }),
    { '10023': 'kicked' },
  ],
  [
    'resigns by phone',
    (sdk) =>
      sdk.resignUserBatch({
        userIds: ['13800134821', '13900227781'],
        userIdType: ResignUserBatchReqDto.userIdType.PHONE,
      }),
    { '13800134821': 'resigned', '13900227781': 'resigned' },
  ],
  [
    'deletes by sync relation',
    (sdk) =>
      sdk.deleteUsersBatch({
        userIds: ['lark:ou_8bae1f0c77e24d19', 'lark:ou_51d0c2aa9e0b4471'],
        options: { userIdType: DeleteUsersBatchOptionsDto.userIdType.SYNC_RELATION },
      }),
    { 'lark:ou_8bae1f0c77e24d19': 'deleted', 'lark:ou_51d0c2aa9e0b4471': 'deleted' },
  ],
]

test.each(asked)('the vendor’s client %s', async (_, ask, effects) => {
  const sandbox = await sandboxInTest()
  expect(await ask(sdkFor(sandbox))).toMatchObject({ statusCode: 200 })
  expect(sandbox.ledger().at(-1)?.effects).toEqual(effects)
})

test('the vendor’s client reads users together by external ID', async () => {
  const sdk = sdkFor(await sandboxInTest())
  const userIds = ['0010118', '0019920', '10023']
  const { data } = await sdk.getUserBatch({ userIds, userIdType: 'external_id' })
  expect(data.map(({ externalId }) => externalId).toSorted()).toEqual(['0010118', '10023'])
})
