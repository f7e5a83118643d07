import { keep, kept } from '#console/session/kept.ts'
import type { UserSummary } from '#contract/user.ts'

const text = (found: unknown) => (typeof found === 'string' ? found : null)

function summaryFrom(found: unknown): UserSummary | null {
  if (typeof found !== 'object' || found === null) return null
  const of: Partial<Record<string, unknown>> = { ...found }
  const userId = text(of.userId)
  const status = text(of.status)
  if (userId === null || status === null) return null
  return {
    userId,
    status,
    name: text(of.name),
    otherName: text(of.otherName),
    username: text(of.username),
    email: text(of.email),
    phone: text(of.phone),
    phoneCountryCode: text(of.phoneCountryCode),
    externalId: text(of.externalId),
    department: text(of.department),
    lastLogin: text(of.lastLogin),
  }
}

/** Who was selected when somebody left to sign in again. */
export function keptSelection(): ReadonlyMap<string, UserSummary> {
  const found = kept('selection')
  const users = Array.isArray(found) ? found.map(summaryFrom).filter((user) => user !== null) : []
  return new Map(users.map((user) => [user.userId, user]))
}

/** Keeps who is selected for the time of signing in. */
export function keepSelection(users: ReadonlyMap<string, UserSummary>): void {
  keep('selection', users.size === 0 ? null : [...users.values()], 'return')
}
