import type { Outcome } from '#contract/batch-row.ts'
import type { BatchRecord } from '#store/batch-records.ts'
import type { UserRow } from './batch-deed.ts'
import { expectedOf, withUser } from './batch-deed.ts'
import type { LookedAt } from './batch-settle.ts'
import { lookAtRows } from './batch-settle.ts'
import { calmly } from './calm.ts'
import { unread } from './unread.ts'
import type { World } from './world.ts'

const rowsAtOnce = 50
/** States in which nothing more is sent. */
export const ended = ['stopped', 'finished'] as const

/** Looks again at the rows that are due, after the end of a batch. Sends nothing. */
export async function recheckBatch(world: World, batchId: number): Promise<void> {
  const { batches } = world.store
  const calm = calmly(world)
  for (;;) {
    const batch = await batches.find(batchId)
    if (!batch || world.stopping.aborted) return
    const due = await batches.dueRows(batchId, rowsAtOnce)
    if (due.length === 0) {
      // Only a look at everybody can say that nobody came back.
      if (await wasAll(world, batch)) {
        await batches.change(batchId, ended, { recheckedAt: world.clock.now().toISOString() })
      }
      return
    }
    const rows = withUser(due)
    const intents = await batches.lastIntents(
      batchId,
      rows.map(({ row }) => row),
    )
    const looked = await lookAtRows(
      calm,
      rows.map((row) => ({ row, expected: expectedOf(batch, row) })),
    )
    if (world.stopping.aborted) return
    const at = world.clock.now().toISOString()
    const checks = looked.map((item) => checkOf(item, intents.get(item.row.row) ?? null, at))
    await batches.recordChecks(batchId, checks, batch.recheckBy ?? batch.createdBy, at)
  }
}

async function wasAll({ store }: World, batch: BatchRecord): Promise<boolean> {
  const { outcomes } = await store.batches.tallies(batch.batchId)
  const all = outcomesToRecheck('all').reduce((sum, word) => sum + (outcomes[word] ?? 0), 0)
  return batch.recheckTotal === all
}

type Looked = LookedAt<{ row: UserRow; expected: ReturnType<typeof expectedOf> }>

/**
 * What a later look says of a row. What was not confirmed is done once its effect was seen; what was
 * done stays done, and is told to have come back when the effect is no longer there.
 */
function checkOf({ row, look }: Looked, intentSeq: number | null, at: string) {
  if (!look.read) {
    const patch = { row: row.row, recheckDue: false, why: unread(look.failure) }
    return { intentSeq: null, outcome: 'not_confirmed' as const, requestId: null, facts: {}, patch }
  }
  const { seen, shows } = look
  const wasSo = row.outcome === 'done' || row.outcome === 'already_so'
  const outcome = wasSo || shows ? ('done' as const) : ('not_confirmed' as const)
  const cameBack = wasSo && !shows
  return {
    intentSeq,
    outcome,
    requestId: null,
    facts: { seen, cameBack },
    patch: {
      row: row.row,
      seen,
      cameBack,
      why: null,
      recheckDue: false,
      recheckedAt: at,
      outcome: row.outcome === 'already_so' ? 'already_so' : outcome,
    },
  }
}

/** Outcomes that a recheck looks at. */
export function outcomesToRecheck(which: 'unconfirmed' | 'all'): Outcome[] {
  return which === 'all' ? ['done', 'already_so', 'not_confirmed'] : ['not_confirmed']
}
