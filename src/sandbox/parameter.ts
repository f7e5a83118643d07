import { z } from 'zod'
import { userIdTypes } from './directory.ts'

/** Clients write an unset parameter as nothing at all. */
const unset = (value: unknown) => (value === '' || value === null ? undefined : value)

/** Go and Java write a list into a query as `[a b]` and `[a, b]`, Python repeats the name. */
const listed = (value: unknown) => {
  if (typeof value !== 'string') return value
  if (!value.startsWith('[') || !value.endsWith(']')) return [value]
  return value
    .slice(1, -1)
    .split(/[\s,]+/)
    .filter((id) => id !== '')
}

const Id = z.string().trim().min(1).max(256)

/** 1 to 50 ids; the same one twice counts once. */
const Ids = z
  .array(Id)
  .min(1)
  .max(50)
  .transform((ids) => [...new Set(ids)])

const spelt = z.string().regex(/^(true|false)$/i)
const wholeNumber = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?[0-9]{1,15}$/)
    .transform(Number),
])

export const UserId = Id
/** A list in a JSON body. */
export const UserIds = Ids
/** A list in a query, however the client's language spells it. */
export const QueriedIds = z.preprocess(listed, Ids)

export const UserIdTypeChoice = z.preprocess(unset, z.enum(userIdTypes).default('user_id'))

/** Python writes True and False. */
export const Flag = z.preprocess(
  unset,
  z.union([z.boolean(), spelt.transform((text) => text.toLowerCase() === 'true')]).default(false),
)

export const optionalText = z.preprocess(unset, z.string().max(4096).optional())
export const optionalNumber = z.preprocess(unset, wholeNumber.optional())

const counted = wholeNumber.pipe(z.int().min(1))
export const Page = z.preprocess(unset, counted.default(1))
export const Limit = z.preprocess(unset, counted.pipe(z.number().max(50)).default(10))

/** A query as an object: `a[]=1` and repeated names become lists. */
export function fromQuery(query: string): Record<string, unknown> {
  const found = new Map<string, string[]>()
  const lists = new Set<string>()
  for (const [name, value] of new URLSearchParams(query)) {
    const plain = name.endsWith('[]') ? name.slice(0, -2) : name
    if (plain !== name) lists.add(plain)
    found.set(plain, [...(found.get(plain) ?? []), value])
  }
  return Object.fromEntries(
    [...found].map(([name, values]) => [
      name,
      lists.has(name) || values.length > 1 ? values : values[0],
    ]),
  )
}
