import { userStatuses } from '#contract/user-id-type.ts'
import type { BatchRecord, BatchRowRecord } from '#store/batch-records.ts'
import type { World } from './world.ts'

/** How far back it is looked for who suspended somebody last. */
const actsToLookThrough = 50
const gaveStatus = ['suspendUser', 'reactivateUser']

/**
 * For a batch that reactivates: by user, the status to be given back. It is the one that the batch which
 * suspended them found. Whoever was not suspended by it, or by somebody else since, has none.
 */
export async function targetStatuses(
  world: World,
  { kind, parentId }: BatchRecord,
  userIds: readonly string[],
): Promise<Map<string, string>> {
  const { batches } = world.store
  const parent = kind === 'reactivate' && parentId !== null ? await batches.find(parentId) : null
  if (!parent) return new Map()
  const suspended = parent.kind === 'suspend'
  const outcomes = suspended ? ['done'] : ['failed', 'not_started', 'held', 'not_confirmed']
  const rows = await Promise.all(
    outcomes.map((outcome) => batches.rowsOfUsers(parent.batchId, userIds, outcome)),
  )
  const targets = new Map<string, string>()
  for (const [userId, row] of rows.flatMap((found) => [...found])) {
    const status = suspended ? row.statusBefore : row.targetStatus
    const isOurs = !suspended || (await wasLast(world, parent, row))
    if (isOurs && status !== null && mayBeGiven(status)) targets.set(userId, status)
  }
  return targets
}

/** Whether nobody has suspended or reactivated the user from here since this row did. */
async function wasLast(
  world: World,
  { batchId }: BatchRecord,
  { userId }: BatchRowRecord,
): Promise<boolean> {
  const acts = await world.store.acts.history(userId ?? '', actsToLookThrough)
  const last = acts.find(
    ({ action, outcome }) =>
      gaveStatus.includes(action) && (outcome === 'done' || outcome === 'not_confirmed'),
  )
  return last?.batchId === batchId
}

/** A word that GenAuth knows, and that gives an account back. */
function mayBeGiven(status: string): boolean {
  return status !== 'Suspended' && userStatuses.some((known) => known === status)
}
