import { expect, test } from 'vitest'
import type { z } from 'zod'
import * as wire from '#genauth/wire.ts'
import { personIn, sandboxInTest, sdkFor } from './sandbox.fixture.ts'

/** The fields that the documents require or allow for a user. */
const userFields = [
  'userId createdAt updatedAt externalId email phone phoneCountryCode username name nickname photo',
  'lastLogin lastIp passwordLastSetAt birthdate country province city address streetAddress',
  'postalCode company browser device givenName familyName middleName profile preferredUsername',
  'website zoneinfo locale formatted region userSourceId lastLoginApp mainDepartmentId lastMfaTime',
  'identityNumber statusChangedAt tenantId signedUp loginsCount passwordSecurityLevel emailVerified',
  'phoneVerified resetPasswordOnNextLogin registerSource departmentIds postIdList identities',
  'customData metadataSource status workStatus gender userSourceType',
].flatMap((line) => line.split(' '))

/** What a schema reads of a value is what stands in it: nothing was missing, nothing replaced. */
function readsWhole(schema: z.ZodType, value: unknown): void {
  expect(value).toMatchObject(Object(schema.parse(value)))
}

test('a user has every documented field', async () => {
  const sandbox = await sandboxInTest()
  const { userId } = personIn(sandbox, 'li-wei')
  const { data } = await sdkFor(sandbox).getUser({
    userId,
    withCustomData: true,
    withPost: true,
    withIdentities: true,
    withDepartmentIds: true,
  })
  expect(Object.keys(data).toSorted()).toEqual(userFields.toSorted())
})

test('everything that is sent is what the client reads', async () => {
  const sandbox = await sandboxInTest()
  const sdk = sdkFor(sandbox)
  const { userId } = personIn(sandbox, 'li-wei')
  const users = await sdk.listUsers({ options: { pagination: { page: 1, limit: 50 } } })
  for (const user of users.data.list) readsWhole(wire.UserDto, user)
  const lists = [
    [wire.IdentityDto, (await sdk.getUserIdentities({ userId })).data],
    [wire.SyncRelationDto, (await sdk.getUserSyncRelations({ userId })).data],
    [wire.DepartmentDto, (await sdk.getUserDepartments({ userId })).data.list],
    [wire.RoleDto, (await sdk.getUserRoles({ userId })).data.list],
    [wire.GroupDto, (await sdk.getUserGroups({ userId })).data.list],
    [wire.PostDto, (await sdk.getUserPosts({ userId })).data],
    [wire.AuthorizedResourceDto, (await sdk.getUserAuthorizedResources({ userId })).data.list],
    [wire.AppDto, (await sdk.getUserLoggedinApps({ userId })).data],
    [wire.ExtIdpDto, (await sdk.listExtIdp({})).data.list],
  ] as const
  for (const [schema, list] of lists) {
    expect(list.length).toBeGreaterThan(0)
    for (const item of list) readsWhole(schema, item)
  }
})
