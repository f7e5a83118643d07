import { z } from 'zod'

const kept = ['identities', 'sync', 'sessions'] as const

const resignKeeps = z
  .string()
  .transform((text) => (text === 'nothing' ? [] : text.split(',')))
  .pipe(z.array(z.enum(kept)))

const seconds = z
  .string()
  .regex(/^[1-9][0-9]{0,5}$/)
  .transform(Number)

/**
 * What the documents of GenAuth and of its OpenID provider leave open, each with the choice that comes
 * nearest to them first.
 * Names and values are those of `SANDBOX_POLICY`.
 */
const parts = {
  /**
   * A write names users that do not exist. `strict`: 404, nothing is applied. `silent`: success, the
   * others are applied. `partial`: the others are applied, and then 404; so it is with users for whom
   * the call is refused for another reason.
   */
  missing: z.enum(['strict', 'silent', 'partial']).default('strict'),
  /** get-user-batch names users that do not exist: they are left out, or the call answers 404. */
  'batch-read': z.enum(['drop', 'error']).default('drop'),
  /** Something that is so already: resigned again, unlinked again, deleted again. */
  repeat: z.enum(['ok', 'error']).default('ok'),
  /** What resigning leaves alone, besides the profile: a comma list, or `nothing`. */
  'resign-keeps': resignKeeps.default([...kept]),
  /** Whether unlink-identity takes one type of identity, as its `type` says, or the whole source. */
  'unlink-scope': z.enum(['type', 'source']).default('type'),
  /** Whether delete-users-batch refuses people who have not resigned. */
  'delete-needs': z.enum(['nothing', 'resigned']).default('nothing'),
  /** Whether update-user may give a resigned person another status. */
  'resigned-returns': z.enum(['no', 'yes']).default('no'),
  /** What get-user-authorized-resources tells when no namespace is asked for. */
  'resource-spaces': z.enum(['all', 'default']).default('all'),
  /** The HTTP status of an error envelope: always 200, or the statusCode where HTTP has it. */
  'error-http': z.enum(['200', 'status']).default('200'),
  /** The statusCode that stands beside apiCodes 1300 to 1306. */
  'key-status': z.enum(['401', '403']).default('401'),
  /** Whether 429 says how long to wait; `absurd`: by numbers and words that make no sense. */
  'retry-after': z.enum(['seconds', 'date', 'none', 'absurd']).default('seconds'),
  /** Whether the ID tokens of the sign-in say when somebody proved who they are (`auth_time`). */
  'auth-time': z.enum(['tell', 'omit']).default('tell'),
  /** How far a request's date may be off, in seconds. */
  skew: z.union([z.literal('off'), seconds]).default('off'),
  /** `examples`: lists of one as a bare object, empty lists as null, arrays of text as JSON text. */
  shape: z.enum(['types', 'examples']).default('types'),
}

export const Policy = z.strictObject(parts)
export type Policy = z.output<typeof Policy>

const choices: Record<keyof Policy, string> = {
  missing: 'strict, silent or partial',
  'batch-read': 'drop or error',
  repeat: 'ok or error',
  'resign-keeps': 'nothing, or a comma list of identities, sync, sessions',
  'unlink-scope': 'type or source',
  'delete-needs': 'nothing or resigned',
  'resigned-returns': 'no or yes',
  'resource-spaces': 'all or default',
  'error-http': '200 or status',
  'key-status': '401 or 403',
  'retry-after': 'seconds, date, none or absurd',
  'auth-time': 'tell or omit',
  skew: 'off or a number of seconds',
  shape: 'types or examples',
}

const isPart = (name: string): name is keyof Policy => Object.hasOwn(parts, name)

/** `name=value` parts, apart by spaces, semicolons, or commas before the next name. */
function written(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const part of text.split(/[\s;]+|,(?=\s*[a-z-]+=)/)) {
    if (part === '') continue
    const [, name, value] = /^([a-z-]+)=(.+)$/.exec(part) ?? []
    if (name === undefined || value === undefined) {
      throw new Error(`SANDBOX_POLICY: "${part}" is not of the form name=value.`)
    }
    if (!isPart(name)) throw new Error(`SANDBOX_POLICY: there is no part named "${name}".`)
    found.set(name, value)
  }
  return found
}

/**
 * Reads a `SANDBOX_POLICY` over a policy that is already there.
 * @throws Error with one sentence that names the part that is malformed.
 */
export function readPolicy(text: string, before: Partial<Policy> = {}): Policy {
  const given = written(text)
  const read = Policy.safeParse(Object.fromEntries(given))
  if (!read.success) {
    const name = String(read.error.issues[0]?.path[0])
    const allowed = isPart(name) ? choices[name] : 'something else'
    throw new Error(`SANDBOX_POLICY: "${name}" must be ${allowed}.`)
  }
  const changed = Object.entries(read.data).filter(([name]) => given.has(name))
  return { ...read.data, ...before, ...Object.fromEntries(changed) }
}
