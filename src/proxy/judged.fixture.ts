import type { GenAuth } from '#genauth/genauth.ts'
import type { LedgerEntry } from '#sandbox/ledger.ts'
import type { BatchRecord, BatchRowRecord } from '#store/batch-records.ts'
import type { List } from './desk-on-disk.fixture.ts'
import { shownOf } from './shown.fixture.ts'
import { brokenPromises } from './witness.fixture.ts'
import { writesIn } from './witness-evidence.fixture.ts'
import type { World } from './world.ts'

/** What became of a list, and what is wrong with that. */
export type Judgement = {
  state: string
  /** How many rows bear each word. */
  outcomes: Record<string, number>
  /** How many users each write named, in order. */
  writes: number[]
  broken: string[]
}

/**
 * Holds what a desk says of a batch against what GenAuth was asked and shows now.
 * @param ledger from when nothing of the batch had been sent, to its end; of other lists, too.
 */
export async function judge(
  { store, settings }: Pick<World, 'store' | 'settings'>,
  genauth: GenAuth,
  { batchId, state }: Pick<BatchRecord, 'batchId' | 'state'>,
  list: List,
  ledger: readonly LedgerEntry[],
): Promise<Judgement> {
  const listed = new Set(list.userIds)
  const own = ledger.filter(({ ids }) => ids.some((id) => listed.has(id)))
  const { rows } = await store.batches.rows(batchId, { order: 'list', offset: 0, limit: 500 })
  const entries = (await store.audit.entries(1, 10_000)).filter((one) => one.batchId === batchId)
  const statuses = new Map(rows.map((row) => [row.userId ?? '', row.targetStatus ?? '']))
  const broken = brokenPromises({
    ...list,
    frozen: list.userIds,
    timeoutMs: settings.genauthTimeoutMs,
    settleMs: settings.genauthSettleMs,
    ledger: own,
    entries,
    rows,
    shown: await shownOf(genauth, list, list.userIds, statuses),
  })
  const chain = await store.audit.verify()
  if (!chain.holds) broken.push(`the chain is broken at ${chain.firstBad}: ${chain.why}`)
  return {
    state,
    outcomes: counted(rows),
    writes: writesIn(own).map(({ ids }) => ids.length),
    broken,
  }
}

function counted(rows: readonly BatchRowRecord[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { outcome } of rows) counts[outcome ?? ''] = (counts[outcome ?? ''] ?? 0) + 1
  return counts
}
