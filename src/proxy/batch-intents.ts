import { actingRoles } from '#contract/role.ts'
import type { UserDto } from '#genauth/wire.ts'
import { UserBusy } from '#store/store.ts'
import type { Run } from './batch-chunk.ts'
import type { UserRow } from './batch-deed.ts'
import { setAside } from './batch-reread.ts'
import type { SentRow } from './batch-settle.ts'
import type { Expected } from './look-again.ts'
import { factsOf } from './look-again.ts'
import type { World } from './world.ts'

/** A row and its user, as just read. */
export type Present = { row: UserRow; user: UserDto }

/**
 * Writes down what is about to be sent, under the fence.
 * @returns what may be sent now, or null when some of these users were acted on meanwhile.
 */
export async function recordIntents(
  world: World,
  { batch, fence, starter, within }: Run,
  present: readonly Present[],
  readAfter: number,
  expectedOf: (row: UserRow) => Expected,
): Promise<SentRow[] | null> {
  const { batches } = world.store
  const at = world.clock.now().toISOString()
  const expected = new Map(present.map(({ row }) => [row.row, expectedOf(row)]))
  const intents = present.map(({ row, user }) => {
    const { name, nickname, username, email, phone, externalId } = user
    const what = expectedOf(row)
    return {
      action: what.action,
      row: row.row,
      userId: row.userId,
      personId: starter.personId,
      roles: actingRoles,
      requestId: null,
      snapshot: null,
      aside: what.action === 'endSessions',
      statusBefore: user.status,
      facts: {
        ...factsOf(what),
        about: null,
        send: row.sends + 1,
        found: { status: user.status, readAt: at },
      },
      personal: {
        who: starter.name,
        whom: { name, nickname, username, email, phone, externalId },
        reason: batch.reason,
      },
    }
  })
  try {
    const asLongAs = { readAfter, ...(within && { within }) }
    const entries = await batches.recordIntents(batch.batchId, fence, intents, at, asLongAs)
    return present.flatMap(({ row }) => {
      const intentSeq = entries.get(row.row)
      const what = expected.get(row.row)
      return intentSeq === undefined || !what ? [] : { row, intentSeq, expected: what }
    })
  } catch (error) {
    if (!(error instanceof UserBusy)) throw error
    const busy = new Set(error.userIds)
    const aside = present.filter(({ row }) => busy.has(row.userId))
    await batches.patchRows(
      batch.batchId,
      aside.map(({ row }) => setAside(row, at)),
      { fence },
    )
    return null
  }
}
