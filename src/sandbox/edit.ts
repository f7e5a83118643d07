import { z } from 'zod'
import { impossible, type Refusal } from './answer.ts'
import { type Change, ProfileEdit } from './change.ts'
import { type Person, Status } from './person.ts'
import type { Pool } from './pool.ts'

const Text = z.string().max(1024).nullish()

/** Fields that are kept as they are given. */
const further = {
  photo: Text,
  birthdate: Text,
  country: Text,
  province: Text,
  city: Text,
  address: Text,
  streetAddress: Text,
  postalCode: Text,
  company: Text,
  browser: Text,
  device: Text,
  givenName: Text,
  familyName: Text,
  middleName: Text,
  profile: Text,
  preferredUsername: Text,
  website: Text,
  zoneinfo: Text,
  locale: Text,
  formatted: Text,
  region: Text,
  identityNumber: Text,
  /** At most 1,024 characters as JSON, as the live service has it. */
  customData: z
    .record(z.string(), z.unknown())
    .refine((data) => JSON.stringify(data).length <= 1024)
    .optional(),
}

const present = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

/** What update-user may be given about one person, besides who it is. */
export const Edit = z
  .object({
    ...ProfileEdit.omit({ passwordLastSetAt: true }).shape,
    status: Status.optional(),
    password: z.string().max(1024).optional(),
  })
  .and(z.object(further).transform((fields) => ({ more: present(fields) })))
export type Edit = z.output<typeof Edit>

const cannotReturn = impossible('A resigned user cannot be restored', '已离职的用户不可恢复')

const unique = [
  ['username', 'username'],
  ['email', 'email'],
  ['phone', 'phone'],
  ['externalId', 'external_id'],
] as const

/** The changes that an edit makes to a person, or why it cannot be made. */
export function changesOf(person: Person, edit: Edit, pool: Pool): Change[] | Refusal {
  const { status, password, more } = edit
  for (const [field, kind] of unique) {
    const wanted = edit[field]
    const owner = wanted ? pool.directory.find(kind, wanted) : undefined
    if (owner && owner !== person) {
      return { statusCode: 409, message: { en: `${field} exists`, zh: `${field} 已存在` } }
    }
  }
  const { userId } = person
  const at = pool.now().toISOString()
  const changes: Change[] = []
  const profile = ProfileEdit.parse({
    ...edit,
    ...(password !== undefined && { passwordLastSetAt: at }),
  })
  if (Object.keys({ ...present(profile), ...more }).length > 0) {
    changes.push({ kind: 'updated', userId, at, profile, more })
  }
  if (status !== undefined && status !== person.profile.status) {
    const resigned = person.profile.status === 'Resigned'
    if (resigned && pool.policy['resigned-returns'] === 'no') return cannotReturn
    const keeps = [...pool.policy['resign-keeps']]
    changes.push(
      status === 'Resigned'
        ? { kind: 'resigned', userId, at, keeps }
        : { kind: 'status', userId, at, status },
    )
  }
  return changes
}
