import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useActKey } from '#console/call/act-key.ts'
import type { Problem } from '#console/call/problem.ts'
import type { Batch } from '#contract/batch.ts'
import { withBatch } from './live.ts'
import { learn } from './queries.ts'

/** What becomes of an act besides, and whether the next one waits for it. */
type Around<Given> = {
  onDone?: (batch: Batch, given: Given) => void
  onRefused?: (problem: Problem, given: Given) => void
  /** Acts of one name on one batch are sent one after another, in the order of the clicks. */
  inTurn?: string
}

/**
 * One act on the batch that a page is about, under the key of its intent. Its answer takes its place on
 * the page; after a refusal the page looks again, for somebody else may have been quicker.
 * @param send what is to be sent, and under which `Idempotency-Key`
 */
export function useBatchAct<Given = void>(
  batchId: number,
  send: (given: Given, key: string) => Promise<Batch>,
  { onDone, onRefused, inTurn }: Around<Given> = {},
) {
  const client = useQueryClient()
  const underKey = useActKey()
  return useMutation<Batch, Problem, Given>({
    ...(inTurn !== undefined && { scope: { id: `${inTurn} ${batchId}` } }),
    mutationFn: (given) => underKey([given], (key) => send(given, key)),
    onSuccess: (batch, given) => {
      onDone?.(batch, given)
      return learn(client, batchId, (live) => withBatch(live, batch))
    },
    onError: (problem, given) => {
      onRefused?.(problem, given)
      return learn(client, batchId, (live) => live)
    },
  })
}
