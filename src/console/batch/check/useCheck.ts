import { useBatchAct } from '#console/batch/useBatchAct.ts'
import { call } from '#console/call/call.ts'
import type { Problem } from '#console/call/problem.ts'

/** Checking a list again, and stopping a check that is under way. */
export type Checking = {
  /** `missing`: only rows that could not, or were not, looked up. */
  again: (which: 'missing' | 'all') => void
  stop: () => void
  isBeginning: boolean
  isStopping: boolean
  problem: Problem | null
}

/** The check of one batch as something to begin and to stop. */
export function useCheck(batchId: number): Checking {
  const params = { batchId }
  const beginning = useBatchAct(batchId, (which: 'missing' | 'all', key) =>
    call('checkBatch', { params, body: { which } }, { key }),
  )
  const stopping = useBatchAct(batchId, (_, key) =>
    call('stopCheck', { params, body: {} }, { key }),
  )
  const isBusy = beginning.isPending || stopping.isPending
  return {
    again(which) {
      if (isBusy) return
      stopping.reset()
      beginning.mutate(which)
    },
    stop() {
      if (isBusy) return
      beginning.reset()
      stopping.mutate()
    },
    isBeginning: beginning.isPending,
    isStopping: stopping.isPending,
    problem: beginning.error ?? stopping.error,
  }
}
