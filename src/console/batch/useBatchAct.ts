import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useActKey } from '#console/call/act-key.ts'
import type { Problem } from '#console/call/problem.ts'
import type { Batch } from '#contract/batch.ts'
import { withBatch } from './live.ts'
import { learn } from './queries.ts'

/**
 * One act on the batch that a page is about, under the key of its intent. Its answer takes its place on
 * the page; after a refusal the page looks again, for somebody else may have been quicker.
 * @param send what is to be sent, and under which `Idempotency-Key`
 */
export function useBatchAct<Given = void>(
  batchId: number,
  send: (given: Given, key: string) => Promise<Batch>,
  after?: { onDone?: (batch: Batch) => void },
) {
  const client = useQueryClient()
  const underKey = useActKey()
  return useMutation<Batch, Problem, Given>({
    mutationFn: (given) => underKey([given], (key) => send(given, key)),
    onSuccess: (batch) => {
      after?.onDone?.(batch)
      return learn(client, batchId, (live) => withBatch(live, batch))
    },
    onError: () => learn(client, batchId, (live) => live),
  })
}
