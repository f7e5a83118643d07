import { z } from 'zod'
import { refuse, reply } from './answer.ts'
import { type Call, call } from './call.ts'
import { Condition } from './filter.ts'
import { Flag, Limit, optionalNumber, Page } from './parameter.ts'
import { type Person, Status } from './person.ts'
import type { Pool } from './pool.ts'
import type { Search } from './search.ts'
import { withFlags } from './user-calls.ts'
import { userDto, type With } from './user-dto.ts'

const fuzzyFields = z
  .string()
  .trim()
  .pipe(
    z.enum([
      'id',
      'phone',
      'email',
      'name',
      'username',
      'externalId',
      'nickname',
      'company',
      'givenName',
      'familyName',
      'middleName',
      'profile',
      'preferredUsername',
      'website',
      'address',
      'formatted',
      'streetAddress',
      'postalCode',
      'identityNumber',
    ]),
  )

const sortFields = z.enum([
  'id',
  'createdAt',
  'updatedAt',
  'email',
  'username',
  'externalId',
  'phone',
  'status',
  'statusChangedAt',
  'passwordLastSetAt',
  'loginsCount',
  'gender',
  'lastLogin',
  'userSourceType',
  'lastMfaTime',
  'passwordSecurityLevel',
  'phoneCountryCode',
  'lastIp',
])

const order = z.enum(['asc', 'desc'])

/** Some clients say `direction` where the documents say `order`. */
const Sort = z
  .object({ field: sortFields, order: order.optional(), direction: order.optional() })
  .transform(({ field, order, direction }) => ({ field, order: order ?? direction ?? 'asc' }))

const ListUsers = z.object({
  keywords: z.string().max(1024).nullish(),
  advancedFilter: z.array(Condition).max(50).nullish(),
  searchQuery: z.unknown().optional(),
  options: z
    .object({
      pagination: z
        .object({ page: Page, limit: Limit })
        .nullish()
        .transform((asked) => asked ?? { page: 1, limit: 10 }),
      sort: z.array(Sort).max(5).nullish(),
      fuzzySearchOn: z.array(fuzzyFields).nullish(),
      ...withFlags,
    })
    .nullish(),
})

const noSearchQuery = {
  statusCode: 501,
  message: { en: 'searchQuery is not supported', zh: '不支持 searchQuery' },
}

function page(
  people: readonly Person[],
  { page, limit, ...asked }: { page: number; limit: number } & With,
  pool: Pool,
) {
  const from = (page - 1) * limit
  const list = people.slice(from, from + limit).map((person) => userDto(person, pool, asked))
  return reply({ totalCount: people.length, list })
}

/** Both forms of list-users: the search, and the older list that filters by status and time. */
export const listCalls = (search: Search): Call[] => [
  call({
    name: 'list-users',
    method: 'POST',
    input: ListUsers,
    answer({ keywords, advancedFilter, searchQuery, options }, pool) {
      if (searchQuery !== undefined && searchQuery !== null) return refuse(noSearchQuery)
      const { pagination = { page: 1, limit: 10 }, sort, fuzzySearchOn, ...asked } = options ?? {}
      const people = search({
        keywords: keywords ?? '',
        fuzzySearchOn: fuzzySearchOn ?? [],
        conditions: advancedFilter ?? [],
        sort: sort ?? [],
      })
      return page(people, { ...pagination, ...asked }, pool)
    },
  }),

  call({
    name: 'list-users',
    method: 'GET',
    input: z.object({
      page: Page,
      limit: Limit,
      status: z.preprocess((value) => (value === '' ? undefined : value), Status.optional()),
      /** Seconds, unlike every other time. */
      updatedAtStart: optionalNumber,
      updatedAtEnd: optionalNumber,
      withUserPasswordExpireTime: Flag,
      ...withFlags,
    }),
    answer({ status, updatedAtStart, updatedAtEnd, ...asked }, pool) {
      const after = (updatedAtStart ?? Number.NEGATIVE_INFINITY) * 1000
      const before = (updatedAtEnd ?? Number.POSITIVE_INFINITY) * 1000
      const people = pool.directory.everyone().filter(({ profile }) => {
        const updated = Date.parse(profile.updatedAt)
        return (
          (status === undefined || profile.status === status) &&
          updated >= after &&
          updated <= before
        )
      })
      return page(people, asked, pool)
    },
  }),
]
