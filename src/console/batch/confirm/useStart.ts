import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Live, withBatch } from '#console/batch/live.ts'
import { learn } from '#console/batch/queries.ts'
import { useActKey } from '#console/call/act-key.ts'
import { call } from '#console/call/call.ts'
import { forgetDraft } from './kept-draft.ts'

/** What a confirmation needs besides the fingerprint. */
export type Confirmation = { title: string; reason: string; typed: string }

/**
 * Confirms a checked list and starts it; a list that is confirmed already is only started. Where
 * somebody else has to approve it, confirming is asking for that, and nothing is started.
 */
export function useStart({ batch: { batchId, fingerprint, state, approval } }: Live) {
  const client = useQueryClient()
  const confirmKey = useActKey()
  const startKey = useActKey()
  const params = { batchId }
  return useMutation({
    mutationFn: async (confirmation: Confirmation | null) => {
      const frozen = { fingerprint: fingerprint ?? '' }
      if (state === 'checked' && confirmation !== null) {
        const body = { ...confirmation, ...frozen }
        const send = (key: string) => call('confirmBatch', { params, body }, { key })
        const confirmed = await confirmKey([params, body], send)
        forgetDraft(batchId)
        // Whoever asked has not said start, even if nobody is needed any more.
        if (approval.needed !== null || confirmed.approval.needed !== null) return confirmed
      }
      return startKey([params, frozen], (key) =>
        call('startBatch', { params, body: frozen }, { key }),
      )
    },
    onSuccess: (batch) => learn(client, batchId, (live) => withBatch(live, batch)),
    // It may have been confirmed and not started, or be open to a new confirmation.
    onError: () => learn(client, batchId, (live) => live),
  })
}
