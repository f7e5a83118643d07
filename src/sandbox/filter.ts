import { z } from 'zod'
import { apps, organizationCode } from './company.ts'
import type { Person } from './person.ts'
import type { Pool } from './pool.ts'
import { departmentOf } from './populate.ts'
import { furtherOf } from './user-dto.ts'

/** One condition of an advanced search. */
export const Condition = z.object({
  field: z.string().min(1).max(100),
  operator: z.enum([
    'EQUAL',
    'NOT_EQUAL',
    'CONTAINS',
    'NOT_CONTAINS',
    'IS_NULL',
    'NOT_NULL',
    'IN',
    'GREATER',
    'LESSER',
    'BETWEEN',
  ]),
  value: z.unknown().optional(),
})
export type Condition = z.infer<typeof Condition>

const instant = /^\d{4}-\d{2}-\d{2}T/

/** Numbers and instants compare as numbers, everything else as text. */
function comparable(value: unknown): number | string {
  if (typeof value === 'number') return value
  const text = String(value)
  return instant.test(text) ? Date.parse(text) : text
}

const same = (a: unknown, b: unknown) => comparable(a) === comparable(b)
const isNothing = (value: unknown) => value === null || value === undefined || value === ''
const atLeast = (a: unknown, b: unknown) => !isNothing(a) && comparable(a) >= comparable(b)
const atMost = (a: unknown, b: unknown) => !isNothing(a) && comparable(a) <= comparable(b)
const lower = (value: unknown) => String(value ?? '').toLowerCase()
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])

function fits({ operator, value }: Condition, own: unknown): boolean {
  switch (operator) {
    case 'EQUAL':
      return same(own, value)
    case 'NOT_EQUAL':
      return !same(own, value)
    case 'CONTAINS':
      return lower(own).includes(lower(value))
    case 'NOT_CONTAINS':
      return !lower(own).includes(lower(value))
    case 'IS_NULL':
      return isNothing(own)
    case 'NOT_NULL':
      return !isNothing(own)
    case 'IN':
      return listOf(value).some((one) => same(own, one))
    case 'GREATER':
      return atLeast(own, value)
    case 'LESSER':
      return atMost(own, value)
    case 'BETWEEN': {
      const [from, to] = listOf(value)
      return atLeast(own, from) && atMost(own, to)
    }
    default:
      return operator satisfies never
  }
}

const DepartmentChoice = z.object({
  organizationCode: z.string().optional(),
  departmentId: z.string(),
  includeChildrenDepartments: z.boolean().optional(),
})

/** Whether one of the departments is the chosen one or, where asked, below it. */
function isIn(codes: readonly string[], choice: unknown): boolean {
  const chosen = DepartmentChoice.safeParse(choice)
  if (!chosen.success) return false
  const { departmentId, includeChildrenDepartments: below } = chosen.data
  if ((chosen.data.organizationCode ?? organizationCode) !== organizationCode) return false
  const fitsHere = (code: string): boolean => {
    const department = departmentOf(code)
    if (department.departmentId === departmentId) return true
    if (department.above === null) return departmentId === 'root'
    return below === true && fitsHere(department.above)
  }
  return codes.some(fitsHere)
}

const IdentityChoice = z.object({
  extIdpId: z.string().optional(),
  provider: z.string().optional(),
  type: z.string().optional(),
  userIdInIdp: z.string().optional(),
})

const renamed: Readonly<Record<string, string>> = {
  id: 'userId',
  userSource: 'userSourceType',
  lastLoginTime: 'lastLogin',
}

const appIdOf = (code: string) => apps.find((app) => app.code === code)?.appId

/** A field of a person as GenAuth sends it, custom fields included. */
export function fieldOf(person: Person, field: string): unknown {
  if (field === 'userId') return person.userId
  if (Object.hasOwn(person.profile, field)) return Reflect.get(person.profile, field)
  const further = furtherOf(person)
  return Object.hasOwn(further, field) ? Reflect.get(further, field) : undefined
}

/** Makes one test of one condition. */
export function testOf(condition: Condition, pool: Pool): (person: Person) => boolean {
  const { tiesOf } = pool.directory
  const wanted = listOf(condition.value)
  switch (condition.field) {
    case 'department':
      return (person) => wanted.some((choice) => isIn(tiesOf(person).departments, choice))
    case 'loggedInApps':
      return (person) =>
        tiesOf(person).apps.some((code) => wanted.some((id) => id === appIdOf(code)))
    case 'identity': {
      const choices = wanted.map((choice) => IdentityChoice.safeParse(choice).data)
      return (person) =>
        tiesOf(person).identities.some((own) =>
          choices.some(
            (choice) =>
              choice && Object.entries(choice).every(([key, is]) => Reflect.get(own, key) === is),
          ),
        )
    }
    default: {
      const field = renamed[condition.field] ?? condition.field
      return (person) => fits(condition, fieldOf(person, field))
    }
  }
}
