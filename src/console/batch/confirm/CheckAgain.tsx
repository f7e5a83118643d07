import RefreshCw from 'lucide-react/icons/refresh-cw'
import { useCheck } from '#console/batch/check/useCheck.ts'
import { Button } from '#console/frame/Button.tsx'
import { ProblemNote } from '#console/state/ProblemNote.tsx'
import { useWords } from '#console/words/language.tsx'
import { confirmWords } from './words.ts'

/** The way out of a check, or a confirmation, that is too old: everybody is looked up anew. */
export function CheckAgain({ batchId }: { batchId: number }) {
  const words = useWords(confirmWords)
  const check = useCheck(batchId)
  return (
    <>
      <Button onClick={() => check.again('all')} aria-disabled={check.isBeginning}>
        <RefreshCw size={16} strokeWidth={1.75} aria-hidden />
        {check.isBeginning ? words.checkSending : words.checkAgain}
      </Button>
      {check.problem !== null && (
        <ProblemNote what={words.notCheckedAgain} problem={check.problem} />
      )}
    </>
  )
}
