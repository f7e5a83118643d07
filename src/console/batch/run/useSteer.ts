import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Live, withBatch } from '#console/batch/live.ts'
import { learn } from '#console/batch/queries.ts'
import { useActKey } from '#console/call/act-key.ts'
import { call } from '#console/call/call.ts'

/** Stopping a batch, and going on with a paused one. */
export function useSteer({ batch: { batchId, fingerprint } }: Live) {
  const client = useQueryClient()
  const underKey = useActKey()
  const params = { batchId }
  const look = () => learn(client, batchId, (live) => live)
  const stopping = useMutation({
    mutationFn: () =>
      underKey(['stop', batchId], (key) => call('stopBatch', { params, body: {} }, { key })),
    onSuccess: (batch) => learn(client, batchId, (live) => withBatch(live, batch)),
    onError: look,
  })
  const goingOn = useMutation({
    mutationFn: (frozen: string) => {
      const body = { fingerprint: frozen }
      return underKey(['start', batchId, body], (key) =>
        call('startBatch', { params, body }, { key }),
      )
    },
    onSuccess: (batch) => learn(client, batchId, (live) => withBatch(live, batch)),
    onError: look,
  })
  const isBusy = stopping.isPending || goingOn.isPending
  return {
    stop: () => {
      if (isBusy) return
      goingOn.reset()
      stopping.mutate()
    },
    goOn: () => {
      if (isBusy) return
      stopping.reset()
      if (fingerprint !== null) goingOn.mutate(fingerprint)
    },
    isStopping: stopping.isPending,
    isGoingOn: goingOn.isPending,
    stopProblem: stopping.error,
    goOnProblem: goingOn.error,
  }
}
