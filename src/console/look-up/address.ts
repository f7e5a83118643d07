import { type UserIdType, userIdTypes } from '#contract/user-id-type.ts'

/** How a value is looked up: by what it looks like, by one kind of id, or in the keyword search. */
export type LookUpAs = 'auto' | 'name' | UserIdType

/** What somebody asked for. It stands after `#`, so that it reaches neither the proxy nor a log. */
export type Asked = { value: string; as: LookUpAs }

/** Narrows any word to a way of looking up. */
export function isLookUpAs(word: unknown): word is LookUpAs {
  return word === 'auto' || word === 'name' || userIdTypes.some((kind) => kind === word)
}

/** What an address asks for; null when it asks for nobody. */
export function askedBy(hash: string): Asked | null {
  const params = new URLSearchParams(hash.slice(1))
  const value = params.get('q')
  if (value === null || value.trim() === '') return null
  const as = params.get('as')
  return { value, as: isLookUpAs(as) ? as : 'auto' }
}

/** The part of an address after and with `#`. */
export function hashFor({ value, as }: Asked): string {
  return `#${new URLSearchParams({ q: value, as })}`
}
