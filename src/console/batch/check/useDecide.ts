import { useState } from 'react'
import type { Live } from '#console/batch/live.ts'
import { useBatchAct } from '#console/batch/useBatchAct.ts'
import { call } from '#console/call/call.ts'
import type { Problem } from '#console/call/problem.ts'
import { announce } from '#console/frame/announce.tsx'
import { useWords } from '#console/words/language.tsx'
import type { BatchRow, Decision } from '#contract/batch-row.ts'
import { checkWords } from './words.ts'

/** Deciding about held rows, each for itself. */
export type Deciding = {
  /** `null` takes a decision back. */
  decide: (row: BatchRow, decision: Decision | null) => void
  /** Whether a decision on this row is on its way, or waits for its turn. */
  isBusy: (row: BatchRow) => boolean
  failed: { row: BatchRow; problem: Problem } | null
}

type Given = { row: BatchRow; decision: Decision | null }

/**
 * The decision on a held row: let it run, leave it out, or hold it again. Whoever decides faster than
 * the server answers is not kept waiting; each decision is sent in its turn.
 */
export function useDecide({ batch: { batchId } }: Live): Deciding {
  const words = useWords(checkWords)
  const [failed, setFailed] = useState<Deciding['failed']>(null)
  const [busy, setBusy] = useState<readonly number[]>([])
  const over = ({ row }: BatchRow) => setBusy((rows) => rows.filter((each) => each !== row))
  const { mutate } = useBatchAct<Given>(
    batchId,
    ({ row: { row, userId }, decision }, key) =>
      call('decideRow', { params: { batchId, row }, body: { decision, userId } }, { key }),
    {
      inTurn: 'decideRow',
      onDone: ({ willRun }, { row }) => {
        over(row)
        announce(words.will(willRun))
      },
      onRefused: (problem, { row }) => {
        over(row)
        setFailed({ row, problem })
      },
    },
  )
  const isBusy = ({ row }: BatchRow) => busy.includes(row)
  return {
    decide(row, decision) {
      if (isBusy(row)) return
      setFailed(null)
      setBusy((rows) => [...rows, row.row])
      mutate({ row, decision })
    },
    isBusy,
    failed,
  }
}
