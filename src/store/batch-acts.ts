import type { AuditChain } from './audit-chain.ts'
import { takeRevisions } from './batch-revision.ts'
import type { RowChange } from './batch-row-change.ts'
import { changeRows, changesOf } from './batch-row-change.ts'
import type { BatchStore } from './batch-store.ts'
import type { ChainWatch } from './chain-watch.ts'
import { placeIntents, refuseSecretsIn } from './intents.ts'
import { settleIntents } from './outcomes.ts'
import { Superseded } from './store.ts'

type BatchActs = Pick<BatchStore, 'recordIntents' | 'recordOutcomes'>

/** What a chunk leaves behind before and after it is sent; each in one transaction. */
export function batchActsIn(chain: AuditChain, watch: ChainWatch): BatchActs {
  return {
    async recordIntents(batchId, fence, intents, at, asLongAs) {
      if (intents.length === 0) return new Map()
      for (const intent of intents) refuseSecretsIn(intent)
      await watch.refuseBroken()
      return chain.record(async (tx, append) => {
        const revision = await takeRevisions(tx, batchId, intents.length, {
          fence,
          state: 'running',
        })
        const placed = intents.map(({ aside: _, statusBefore: __, ...intent }) => ({
          ...intent,
          batchId,
        }))
        const drafts = await placeIntents(tx, placed, at, asLongAs)
        const sending = new Map(intents.map((intent) => [intent.row, sendingOf(intent)]))
        await changeRows(tx, batchId, sending, revision)
        const first = await append(drafts)
        return new Map(intents.map(({ row }, index) => [row, first + index]))
      })
    },

    async recordOutcomes(batchId, outcomes, at) {
      if (outcomes.length === 0) return
      await chain.record(async (tx, append) => {
        const changes = changesOf(outcomes.map(({ patch }) => patch))
        const revision = await takeRevisions(tx, batchId, changes.size)
        const answers = outcomes.map(({ patch: _, ...outcome }) => outcome)
        const { intents, drafts } = await settleIntents(tx, answers, at)
        const strayed = intents.some(
          (intent, index) =>
            intent.batchId !== batchId || intent.batchRow !== outcomes[index]?.patch.row,
        )
        if (strayed) throw new Superseded('an outcome names the intent of another row')
        await changeRows(tx, batchId, changes, revision)
        await append(drafts)
      })
    },
  }
}

/** The row of an intent as it is sent; the status before is that of the first send. */
function sendingOf({ aside, statusBefore }: { aside?: boolean; statusBefore?: string }): RowChange {
  return ({ sends, statusBefore: known }) => ({
    outcome: 'sending',
    sends: aside ? sends : sends + 1,
    statusBefore: sends === 0 ? (statusBefore ?? known) : known,
  })
}
