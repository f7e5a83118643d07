import { z } from 'zod'
import { reply } from './answer.ts'
import { readOf } from './call.ts'
import { type Department, organizationCode } from './company.ts'
import { Flag, Limit, Page } from './parameter.ts'
import type { Person } from './person.ts'
import { departmentOf } from './populate.ts'

const blank = (value: unknown) => (value === '' ? undefined : value)

/** `DepartmemtCode` is spelt so on the wire. */
const sortBy = z.preprocess(
  blank,
  z
    .enum(['JoinDepartmentAt', 'DepartmentCreatedAt', 'DepartmentName', 'DepartmemtCode'])
    .default('JoinDepartmentAt'),
)
const orderBy = z.preprocess(blank, z.enum(['Desc', 'Asc']).default('Desc'))

/** The department and those above it, the company first. */
function pathTo(department: Department): Department[] {
  return department.above === null
    ? [department]
    : [...pathTo(departmentOf(department.above)), department]
}

const founded = '2019-03-01T00:00:00.000Z'

function membership(
  code: string,
  place: number,
  { profile }: Person,
  withs: { paths: boolean; custom: boolean },
) {
  const department = departmentOf(code)
  const path = pathTo(department)
  const word = (value: string) => ({ enabled: true, value })
  return {
    organizationCode,
    departmentId: department.departmentId,
    isRoot: department.above === null,
    createdAt: founded,
    name: department.name,
    description: department.chinese,
    openDepartmentId: `od-${department.departmentId.slice(0, 12)}`,
    isLeader: false,
    code: department.code,
    isMainDepartment: place === 0,
    // The main department was the last one to be joined, so that it comes first.
    joinedAt: new Date(Date.parse(profile.createdAt) - place * 1000).toISOString(),
    isVirtualNode: false,
    i18n: {
      name: {
        'zh-CN': word(department.chinese),
        'en-US': word(department.name),
        'zh-TW': { enabled: false, value: '' },
        'ja-JP': { enabled: false, value: '' },
      },
    },
    ...(withs.custom && { customData: {} }),
    ...(withs.paths && {
      departmentIdPath: path.map(({ departmentId }) => departmentId),
      departmentCodePath: path.map(({ code }) => code),
      departmentNamePath: path.map(({ name }) => name),
    }),
  }
}

const sortKey = {
  JoinDepartmentAt: 'joinedAt',
  DepartmentCreatedAt: 'createdAt',
  DepartmentName: 'name',
  DepartmemtCode: 'code',
} as const

/** The departments of a person, a page at a time. */
export const departmentCalls = [
  readOf(
    'get-user-departments',
    z.object({
      page: Page,
      limit: Limit,
      withCustomData: Flag,
      withDepartmentPaths: Flag,
      sortBy,
      orderBy,
    }),
    (person, asked, { directory }) => {
      const withs = { paths: asked.withDepartmentPaths, custom: asked.withCustomData }
      const all = directory
        .tiesOf(person)
        .departments.map((code, place) => membership(code, place, person, withs))
      const key = sortKey[asked.sortBy]
      const sign = asked.orderBy === 'Asc' ? 1 : -1
      const sorted = all.toSorted((a, b) =>
        a[key] === b[key] ? 0 : a[key] < b[key] ? -sign : sign,
      )
      const from = (asked.page - 1) * asked.limit
      return reply({ totalCount: all.length, list: sorted.slice(from, from + asked.limit) })
    },
    { totalCount: 0, list: [] },
  ),
]
