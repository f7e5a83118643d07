import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { useActKey } from '#console/call/act-key.ts'
import { call } from '#console/call/call.ts'
import type { Problem } from '#console/call/problem.ts'
import type { Batch } from '#contract/batch.ts'
import type { Asked } from '#contract/operations.ts'
import { learn, meet } from './queries.ts'

/** How a batch goes on as another one. */
export type As = Asked<'followUp'>['body']['as']

/** Carries rows of a batch into a new draft, and goes there. */
export function useFollowUp({ batchId }: Pick<Batch, 'batchId'>) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const underKey = useActKey()
  const params = { batchId }
  return useMutation<Batch, Problem, As>({
    mutationFn: (as) =>
      underKey([as], (key) => call('followUp', { params, body: { as } }, { key })),
    onSuccess: (child) => {
      meet(client, child)
      void learn(client, batchId, (live) => live)
      return navigate(`/batches/${child.batchId}`)
    },
    onError: () => learn(client, batchId, (live) => live),
  })
}
