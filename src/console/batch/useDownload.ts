import { useMutation } from '@tanstack/react-query'
import { download } from '#console/call/download.ts'
import type { Problem } from '#console/call/problem.ts'
import type { Batch } from '#contract/batch.ts'

/** Saves the check or the results of a batch as CSV; both can be imported again. */
export function useDownload({ batchId }: Pick<Batch, 'batchId'>, what: 'check' | 'results') {
  return useMutation<void, Problem>({
    mutationFn: () =>
      download(
        'exportBatch',
        { params: { batchId }, body: { what } },
        `batch-${batchId}-${what}.csv`,
      ),
  })
}
