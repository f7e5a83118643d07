import type { ManagementClient } from 'authing-node-sdk'
import { expect, test } from 'vitest'
import { callsOf } from './calls.ts'
import { apps, sources } from './company.ts'
import { directoryOf } from './directory.ts'
import { inventKeys } from './keys.ts'
import { readPolicy } from './policy.ts'
import { personIn, sandboxInTest, sdkFor } from './sandbox.fixture.ts'
import type { Sandbox } from './sandbox.ts'

const [feishu] = sources
const [portal] = apps

type Asking = (sdk: ManagementClient, sandbox: Sandbox) => Promise<unknown>

const liWei = (sandbox: Sandbox) => personIn(sandbox, 'li-wei').userId
const wuDi = (sandbox: Sandbox) => personIn(sandbox, 'wu-di').userId

/** Every call that the vendor's client has a method for, as its documents show it. */
const asked: Record<string, Asking> = {
  'GET get-user': (sdk, sandbox) =>
    sdk.getUser({ userId: liWei(sandbox), withCustomData: true, withIdentities: true }),
  'GET get-user-batch': (sdk, sandbox) => sdk.getUserBatch({ userIds: [liWei(sandbox), 'u2'] }),
  'POST list-users': (sdk) =>
    sdk.listUsers({ keywords: '李', options: { pagination: { page: 1, limit: 20 } } }),
  'GET list-users': (sdk) => sdk.listUsersLegacy({ page: 2, limit: 50 }),
  'GET get-user-identities': (sdk, sandbox) => sdk.getUserIdentities({ userId: liWei(sandbox) }),
  'POST link-identity': (sdk, sandbox) =>
    sdk.linkIdentity({
      userId: wuDi(sandbox),
      extIdpId: feishu.id,
      userIdInIdp: 'ou_new',
      type: 'openid',
    }),
  'POST unlink-identity': (sdk, sandbox) =>
    sdk.unlinkIdentity({ userId: liWei(sandbox), extIdpId: feishu.id, type: 'openid' }),
  'GET get-user-sync-relations': (sdk, sandbox) =>
    sdk.getUserSyncRelations({ userId: liWei(sandbox) }),
  'POST delete-user-sync-relations': (sdk, sandbox) =>
    sdk.deleteUserSyncRelations({ provider: 'lark', userId: liWei(sandbox) }),
  'GET get-user-departments': (sdk, sandbox) =>
    sdk.getUserDepartments({ userId: liWei(sandbox), withDepartmentPaths: true }),
  'GET get-user-groups': (sdk, sandbox) => sdk.getUserGroups({ userId: liWei(sandbox) }),
  'GET get-user-roles': (sdk, sandbox) => sdk.getUserRoles({ userId: liWei(sandbox) }),
  'GET get-user-posts': (sdk, sandbox) => sdk.getUserPosts({ userId: liWei(sandbox) }),
  'GET get-user-authorized-resources': (sdk, sandbox) =>
    sdk.getUserAuthorizedResources({ userId: liWei(sandbox) }),
  'GET get-user-loggedin-apps': (sdk, sandbox) =>
    sdk.getUserLoggedinApps({ userId: liWei(sandbox) }),
  'GET get-user-login-history': (sdk, sandbox) =>
    sdk.getUserLoginHistory({ userId: liWei(sandbox), limit: 50 }),
  'GET list-ext-idp': (sdk) => sdk.listExtIdp({}),
  'POST kick-users': (sdk, sandbox) =>
    sdk.kickUsers({ userId: liWei(sandbox), appIds: [portal.appId] }),
  'POST update-user': (sdk, sandbox) => sdk.updateUser({ userId: liWei(sandbox), name: '李 伟' }),
  'POST update-user-batch': (sdk, sandbox) =>
    sdk.updateUserBatch({ list: [{ userId: wuDi(sandbox), name: '吴 迪' }] }),
  'POST resign-user': (sdk, sandbox) => sdk.resignUser({ userId: liWei(sandbox) }),
  'POST resign-user-batch': (sdk, sandbox) =>
    sdk.resignUserBatch({ userIds: [liWei(sandbox), wuDi(sandbox)] }),
  'POST delete-users-batch': (sdk, sandbox) =>
    sdk.deleteUsersBatch({ userIds: [wuDi(sandbox)], options: {} }),
}

test.each(Object.entries(asked))(
  'the vendor’s client calls %s and is answered',
  async (name, ask) => {
    const sandbox = await sandboxInTest()
    expect(await ask(sdkFor(sandbox), sandbox)).toMatchObject({
      statusCode: 200,
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    const [entry] = sandbox.ledger()
    expect(`${entry?.method} ${entry?.call}`).toBe(name)
  },
)

test('the vendor’s client has driven every call but the one that it lacks', () => {
  const keys = inventKeys(1)
  const directory = directoryOf(1, [])
  const calls = callsOf({ keys, directory, policy: readPolicy(''), now: () => new Date() })
  const driven = [...Object.keys(asked), 'POST get-management-token']
  const named = driven.map((name) => name.replace(' ', ' /api/v3/'))
  expect([...calls.keys()].toSorted()).toEqual(named.toSorted())
})
