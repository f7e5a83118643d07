import { useFollowUp } from '#console/batch/useFollowUp.ts'
import { Button } from '#console/frame/Button.tsx'
import { ProblemNote } from '#console/state/ProblemNote.tsx'
import { useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { confirmWords } from './words.ts'

/** The gentler way: the very same people in a new batch that suspends them; this list is discarded. */
export function SuspendInstead({ batch, isClosed }: { batch: Batch; isClosed: boolean }) {
  const words = useWords(confirmWords)
  const going = useFollowUp(batch)
  return (
    <>
      <Button
        onClick={() => {
          if (!going.isPending && !isClosed) going.mutate('suspend_instead')
        }}
        aria-disabled={going.isPending || isClosed}
      >
        {going.isPending ? words.suspendingInstead : words.suspendInstead(batch.willRun)}
      </Button>
      {going.error !== null && <ProblemNote what={words.notSuspended} problem={going.error} />}
    </>
  )
}
