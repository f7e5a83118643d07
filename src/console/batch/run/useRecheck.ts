import { isLookingAgain } from '#console/batch/live.ts'
import { useBatchAct } from '#console/batch/useBatchAct.ts'
import { call } from '#console/call/call.ts'
import type { Problem } from '#console/call/problem.ts'
import type { Batch } from '#contract/batch.ts'
import type { Asked } from '#contract/operations.ts'

/** Looking again at what became of rows, without sending anything. */
export type Recheck = {
  which: (which: 'unconfirmed' | 'all') => void
  row: (row: number) => void
  /** It is being asked for, or under way. */
  isBusy: boolean
  problem: Problem | null
}

/** The later looks at one batch that is over. */
export function useRecheck(batch: Batch): Recheck {
  const { batchId } = batch
  const params = { batchId }
  const asking = useBatchAct(batchId, (body: Asked<'recheckBatch'>['body'], key) =>
    call('recheckBatch', { params, body }, { key }),
  )
  const isBusy = asking.isPending || isLookingAgain(batch)
  const ask = (body: Asked<'recheckBatch'>['body']) => {
    if (!isBusy) asking.mutate(body)
  }
  return {
    which: (which) => ask({ which }),
    row: (row) => ask({ which: 'unconfirmed', row }),
    isBusy,
    problem: asking.error,
  }
}
