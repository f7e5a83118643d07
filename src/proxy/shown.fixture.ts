import type { BatchKind } from '#contract/batch.ts'
import type { GenAuth, Read } from '#genauth/genauth.ts'

/** What somebody has lost who has resigned. */
const taken = [
  'getUserDepartments',
  'getUserRoles',
  'getUserGroups',
  'getUserPosts',
  'getUserAuthorizedResources',
] as const

/**
 * Those of the users on whom a batch's effect is to be seen, as GenAuth says now. `statuses`: what
 * reactivating gives back to each.
 */
export async function shownOf(
  genauth: GenAuth,
  { kind, endSessions }: { kind: BatchKind; endSessions: boolean },
  userIds: readonly string[],
  statuses: ReadonlyMap<string, string> = new Map(),
): Promise<Set<string>> {
  const shown = new Set<string>()
  for (const userId of userIds) {
    const read = await genauth.getUser(userId, 'user_id')
    if (!read.ok) throw new Error(`${userId} cannot be read: ${read.failure.detail}`)
    const status = read.value?.status ?? null
    if (await isSo(genauth, { kind, endSessions, userId, status }, statuses)) shown.add(userId)
  }
  return shown
}

type Seen = { kind: BatchKind; endSessions: boolean; userId: string; status: string | null }

async function isSo(
  genauth: GenAuth,
  { kind, endSessions, userId, status }: Seen,
  statuses: ReadonlyMap<string, string>,
): Promise<boolean> {
  switch (kind) {
    case 'delete':
      return status === null
    case 'suspend':
      return status === 'Suspended'
    case 'reactivate':
      return status === statuses.get(userId)
    case 'resign': {
      const left = await Promise.all(taken.map((right) => isEmpty(genauth[right](userId))))
      const signedOut = !endSessions || (await isEmpty(genauth.getUserLoggedInApps(userId)))
      return status === 'Resigned' && left.every(Boolean) && signedOut
    }
    default:
      return kind satisfies never
  }
}

async function isEmpty(reading: Promise<Read<unknown[]>>): Promise<boolean> {
  const read = await reading
  return read.ok && read.value.length === 0
}
