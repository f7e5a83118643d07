import type { BatchRecord, BatchRowRecord } from '#store/batch-records.ts'
import type { World } from './world.ts'

/**
 * For a batch that reactivates: by user, the status to be given back. It is the one that the batch which
 * suspended them found; whoever was not suspended by it has none.
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
  const rows = await Promise.all(
    (suspended ? ['done'] : ['failed', 'not_started', 'not_confirmed']).map((outcome) =>
      batches.rowsOfUsers(parent.batchId, userIds, outcome),
    ),
  )
  const statusOf = (row: BatchRowRecord) => (suspended ? row.statusBefore : row.targetStatus)
  return new Map(
    rows.flatMap((found) =>
      [...found].flatMap(([userId, row]) => {
        const status = statusOf(row)
        return status === null ? [] : [[userId, status] as const]
      }),
    ),
  )
}
