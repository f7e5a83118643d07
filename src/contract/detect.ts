import type { UserIdType } from './user-id-type.ts'
import { syncProviders } from './user-id-type.ts'

/** What a value looks like to somebody who reads it. */
export type Looks = 'user_id' | 'email' | 'identity' | 'sync_relation' | 'number' | 'text'

export type Detected = {
  /** The value as it will be looked up. */
  value: string
  looks: Looks
  /** The exact kinds to try, all at once, in the order in which they are named. */
  kinds: readonly UserIdType[]
}

const tried: Record<Looks, readonly UserIdType[]> = {
  user_id: ['user_id'],
  email: ['email', 'username', 'external_id'],
  identity: ['identity'],
  sync_relation: ['sync_relation'],
  // Payroll numbers look like phones.
  number: ['phone', 'external_id', 'username'],
  text: ['username', 'external_id'],
}

const invisible = /[\p{Cc}\p{Cf}\p{Cs}]/gu
const fullWidth = /[\uFF01-\uFF5E]/g
const hex24 = /^[0-9a-f]{24}$/i
/** A number as a spreadsheet shortens it: `1.86E+10`, `1,86e10`, `2E+11`; but not `2e7`, which may be an id. */
const scientific = /^[+-]?(?:\d[.,]\d+e\+?\d{1,3}|\de\+\d{1,3})$/i
const numberLike = /^\+?[0-9][0-9 -]*$/

/** Full-width letters and digits become plain ones, invisible characters go, ends are trimmed. */
export function fold(value: string): string {
  return value
    .replace(/\u3000/g, ' ')
    .replace(fullWidth, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(invisible, '')
    .trim()
}

/** Whether a spreadsheet has rounded what was a long number, so that nobody can tell which. */
export function isRounded(text: string): boolean {
  return scientific.test(text)
}

/** Says which kinds of id a value could be. Linear in the length of the value. */
export function detect(given: string): Detected {
  const value = fold(given)
  const looks = looksOf(value)
  return { value, looks, kinds: tried[looks] }
}

function looksOf(value: string): Looks {
  if (hex24.test(value)) return 'user_id'
  const colon = value.indexOf(':')
  if (colon > 0 && colon < value.length - 1) {
    const before = value.slice(0, colon)
    if (hex24.test(before)) return 'identity'
    if (syncProviders.some((provider) => provider === before.toLowerCase())) return 'sync_relation'
  }
  if (value.includes('@')) return 'email'
  return numberLike.test(value) ? 'number' : 'text'
}
