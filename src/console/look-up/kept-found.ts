import { keep, kept } from '#console/session/kept.ts'
import { type UserIdType, userIdTypes } from '#contract/user-id-type.ts'

/** The kinds by which the open person was found, and who that is. */
type Found = { userId: string; foundAs: readonly UserIdType[] }

/** How the person was found who was open when somebody left to sign in; null: nobody was. */
export function keptFound(): Found | null {
  const read = kept('found')
  if (!Array.isArray(read)) return null
  const [userId, ...kinds]: unknown[] = read
  const foundAs = kinds.flatMap((kind) => userIdTypes.filter((known) => known === kind))
  return typeof userId === 'string' ? { userId, foundAs } : null
}

/** Keeps it for the time of signing in: the browser's history forgets it on the way. */
export function keepFound(userId: string | undefined, foundAs: readonly UserIdType[]): void {
  const isFound = userId !== undefined && foundAs.length > 0
  keep('found', isFound ? [userId, ...foundAs] : null, 'return')
}
