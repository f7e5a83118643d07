import type { Live } from '#console/batch/live.ts'
import { useBatchAct } from '#console/batch/useBatchAct.ts'
import { call } from '#console/call/call.ts'
import type { Problem } from '#console/call/problem.ts'
import { announce } from '#console/frame/announce.tsx'
import { useWords } from '#console/words/language.tsx'
import type { BatchRow, Decision } from '#contract/batch-row.ts'
import { checkWords } from './words.ts'

/** Deciding about one held row at a time. */
export type Deciding = {
  /** `null` takes a decision back. */
  decide: (row: BatchRow, decision: Decision | null) => void
  /** The row that is being changed. */
  busyRow: number | null
  failed: { row: BatchRow; problem: Problem } | null
}

/** The decision on a held row: let it run, leave it out, or hold it again. */
export function useDecide({ batch: { batchId } }: Live): Deciding {
  const words = useWords(checkWords)
  const deciding = useBatchAct(
    batchId,
    ({ row: { row, userId }, decision }: { row: BatchRow; decision: Decision | null }, key) =>
      call('decideRow', { params: { batchId, row }, body: { decision, userId } }, { key }),
    { onDone: ({ willRun }) => announce(words.will(willRun)) },
  )
  const { variables, error, isPending } = deciding
  return {
    decide(row, decision) {
      if (!isPending) deciding.mutate({ row, decision })
    },
    busyRow: isPending ? (variables?.row.row ?? null) : null,
    failed:
      error === null || variables === undefined ? null : { row: variables.row, problem: error },
  }
}
