import { forgetDraft } from '#console/batch/confirm/kept-draft.ts'
import { useBatchAct } from '#console/batch/useBatchAct.ts'
import { call } from '#console/call/call.ts'
import type { Batch } from '#contract/batch.ts'

/** Saying yes to exactly the list that is shown. It starts nothing. */
export function useApproval({ batchId, fingerprint }: Pick<Batch, 'batchId' | 'fingerprint'>) {
  const params = { batchId }
  return useBatchAct(
    batchId,
    (typed: string, key) => {
      const body = { fingerprint: fingerprint ?? '', typed }
      return call('approveBatch', { params, body }, { key })
    },
    { onDone: () => forgetDraft(batchId) },
  )
}
