import { useMutation, useQueryClient } from '@tanstack/react-query'
import { draftWords } from '#console/batch/draft/words.ts'
import { type Live, withBatch } from '#console/batch/live.ts'
import { learn } from '#console/batch/queries.ts'
import { useActKey } from '#console/call/act-key.ts'
import { call } from '#console/call/call.ts'
import type { Problem } from '#console/call/problem.ts'
import { announce } from '#console/frame/announce.tsx'
import { useWords } from '#console/words/language.tsx'
import type { BatchRow } from '#contract/batch-row.ts'

/** Letting one held row go, or holding it again. */
export type Releasing = {
  set: (row: BatchRow, released: boolean) => void
  /** The row that is being changed. */
  busyRow: number | null
  failed: { who: string; problem: Problem } | null
}

/** The decision on one held row at a time. */
export function useRelease({ batch: { batchId } }: Live): Releasing {
  const words = useWords(draftWords)
  const client = useQueryClient()
  const underKey = useActKey()
  const releasing = useMutation({
    mutationFn: ({ row: { row }, released }: { row: BatchRow; released: boolean }) => {
      const params = { batchId, row }
      return underKey([params, released], (key) =>
        call('releaseRow', { params, body: { released } }, { key }),
      )
    },
    onSuccess: (batch) => {
      announce(words.will(batch.willRun))
      return learn(client, batchId, (live) => withBatch(live, batch))
    },
    onError: () => learn(client, batchId, (live) => live),
  })
  const { variables, error, isPending } = releasing
  return {
    set(row, released) {
      if (!isPending) releasing.mutate({ row, released })
    },
    busyRow: isPending ? (variables?.row.row ?? null) : null,
    failed:
      error === null || variables === undefined
        ? null
        : { who: variables.row.name ?? variables.row.userId, problem: error },
  }
}
