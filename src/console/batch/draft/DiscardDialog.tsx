import { useMutation, useQueryClient } from '@tanstack/react-query'
import { forgetDraft } from '#console/batch/confirm/kept-draft.ts'
import { withBatch } from '#console/batch/live.ts'
import { learn } from '#console/batch/queries.ts'
import { useActKey } from '#console/call/act-key.ts'
import { call } from '#console/call/call.ts'
import { PlainQuestion } from '#console/dialog/PlainQuestion.tsx'
import { useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { draftWords } from './words.ts'

/** Asks before a draft goes. */
export function DiscardDialog({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  const words = useWords(draftWords)
  const client = useQueryClient()
  const underKey = useActKey()
  const { batchId } = batch
  const params = { batchId }
  const discarding = useMutation({
    mutationFn: () =>
      underKey(['discard', batchId], (key) => call('discardBatch', { params, body: {} }, { key })),
    onSuccess: async (discarded) => {
      forgetDraft(batchId)
      await learn(client, batchId, (live) => withBatch(live, discarded))
      onClose()
    },
  })
  return (
    <PlainQuestion
      title={words.discardQuestion}
      confirm={words.discard}
      sending={words.discarding}
      acting={discarding}
      onConfirm={() => discarding.mutate()}
      onClose={onClose}
    >
      <p>{words.discardAbout(batch.rows)}</p>
    </PlainQuestion>
  )
}
