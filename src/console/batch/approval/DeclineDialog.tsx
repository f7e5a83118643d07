import { forgetDraft } from '#console/batch/confirm/kept-draft.ts'
import { useBatchAct } from '#console/batch/useBatchAct.ts'
import { call } from '#console/call/call.ts'
import { PlainQuestion } from '#console/dialog/PlainQuestion.tsx'
import { useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { Who } from './Who.tsx'
import { approvalWords } from './words.tsx'

type DeclineDialogProps = {
  batch: Batch
  /** Under which name it is kept over signing in again. */
  keptAs: string
  onClose: () => void
}

/** Asks for the reason before a list goes back to whoever asked. */
export function DeclineDialog({ batch, keptAs, onClose }: DeclineDialogProps) {
  const words = useWords(approvalWords)
  const { batchId, fingerprint, createdBy } = batch
  const params = { batchId }
  const declining = useBatchAct(
    batchId,
    (reason: string, key) => {
      const body = { fingerprint: fingerprint ?? '', reason }
      return call('declineBatch', { params, body }, { key })
    },
    {
      onDone: () => {
        // The same list may be asked for again, and is then to be agreed to anew.
        forgetDraft(batchId)
        onClose()
      },
    },
  )
  const who = <Who name={createdBy} />
  return (
    <PlainQuestion
      title={words.declineQuestion(who)}
      reason={{ label: words.declineReason, required: true, keptAs }}
      confirm={words.declineConfirm}
      sending={words.declining}
      acting={declining}
      onConfirm={(reason = '') => declining.mutate(reason)}
      onClose={onClose}
    >
      <p>{words.declineAbout(who)}</p>
    </PlainQuestion>
  )
}
