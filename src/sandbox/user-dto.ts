import { chance, type Some } from './chance.ts'
import { companyName } from './company.ts'
import type { Identity, Person } from './person.ts'
import type { Pool } from './pool.ts'
import { departmentOf } from './populate.ts'

/** What a caller may ask to be added to a user. */
export type With = {
  withCustomData?: boolean
  flatCustomData?: boolean
  withPost?: boolean
  withIdentities?: boolean
  withDepartmentIds?: boolean
}

/** An identity as GenAuth sends it. */
export const identityDto = (identity: Identity) => ({ ...identity })

function customDataOf(person: Person) {
  const draw = chance(person.userId, 'custom data')
  return {
    costCentre: `CC-${1000 + draw.below(9000)}`,
    badge: draw.hex(8),
    shoeSize: draw.below(12) + 35,
  }
}

const homes: Some<readonly [string, string]> = [
  ['Beijing', 'Beijing'],
  ['Shanghai', 'Shanghai'],
  ['Zhejiang', 'Hangzhou'],
]
const abroad: Some<readonly [string, string]> = [['Hamburg', 'Hamburg']]

/** Fields that say little about a person; the same for each answer. */
function detailsOf(person: Person) {
  const { profile, userId } = person
  const draw = chance(userId, 'details')
  const [first = '', ...rest] = profile.name.split(' ')
  const chinese = profile.nickname !== null
  const [province, city] = draw.one(chinese ? homes : abroad)
  return {
    photo: null,
    lastIp: profile.lastLogin === null ? null : `192.0.2.${1 + draw.below(254)}`,
    birthdate: null,
    country: chinese ? 'CN' : 'DE',
    province,
    city,
    address: null,
    streetAddress: null,
    postalCode: null,
    company: companyName,
    browser: profile.lastLogin === null ? null : draw.one(['Chrome', 'Edge', 'Safari']),
    device: null,
    givenName: (chinese ? rest.join(' ') : first) || null,
    familyName: (chinese ? first : rest.join(' ')) || null,
    middleName: null,
    profile: null,
    preferredUsername: null,
    website: null,
    zoneinfo: chinese ? 'Asia/Shanghai' : 'Europe/Berlin',
    locale: chinese ? 'zh-CN' : 'en-US',
    formatted: null,
    region: null,
    userSourceId: null,
    lastLoginApp: null,
    lastMfaTime: null,
    passwordSecurityLevel: profile.passwordLastSetAt === null ? null : 1 + draw.below(3),
    resetPasswordOnNextLogin: false,
    registerSource: ['import:manual'],
    identityNumber: draw.often(0.2) ? `000000${19_600_101 + draw.below(400_000)}000X` : null,
    metadataSource: {},
    tenantId: null,
    signedUp: profile.createdAt,
  }
}

/** What is known of a person besides profile and ties: details, what update-user set, custom fields. */
export const furtherOf = (person: Person): Readonly<Record<string, unknown>> => ({
  ...detailsOf(person),
  ...customDataOf(person),
  ...person.more,
})

/** A user as GenAuth sends one: every documented field, null where there is nothing. */
export function userDto(person: Person, pool: Pool, asked: With = {}) {
  const { profile, userId, more } = person
  const ties = pool.directory.tiesOf(person)
  const [main] = ties.departments
  const departmentIds = ties.departments.map((code) => departmentOf(code).departmentId)
  return {
    userId,
    ...detailsOf(person),
    ...profile,
    name: profile.name || null,
    workStatus: profile.status === 'Resigned' ? 'Closed' : 'Active',
    mainDepartmentId: main === undefined ? null : departmentOf(main).departmentId,
    ...more,
    ...(asked.withDepartmentIds && { departmentIds }),
    ...(asked.withPost && { postIdList: ties.posts.map((code) => `post-${code}`) }),
    ...(asked.withIdentities && { identities: ties.identities.map(identityDto) }),
    ...(asked.withCustomData && { customData: more?.customData ?? customDataOf(person) }),
    ...(asked.flatCustomData && asked.withCustomData && customDataOf(person)),
  }
}
