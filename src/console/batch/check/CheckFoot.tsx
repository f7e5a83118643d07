import ArrowRight from 'lucide-react/icons/arrow-right'
import { groupSums } from '#console/batch/sum.ts'
import { Button } from '#console/frame/Button.tsx'
import { useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { hasLapsed } from './lapse.ts'
import { checkWords } from './words.ts'

type CheckFootProps = {
  batch: Batch
  /** When the batch was last looked at, in ms. */
  lastSeen: number
  mayDecide: boolean
  /** Whoever comes back from the question stands where they left. */
  autoFocus: boolean
  onGoOn: () => void
}

/** From the check to the question; who may not decide looks at the list that would run. */
export function CheckFoot(props: CheckFootProps) {
  const { batch, lastSeen, mayDecide, autoFocus, onGoOn } = props
  const words = useWords(checkWords)
  const { willRun, fingerprint } = batch
  // Of a check that is too old the next step is another check.
  const isNext = mayDecide && !hasLapsed(batch, lastSeen)
  if (willRun === 0) return <span className="next">{words.nobody}</span>
  return (
    <span className="next">
      {mayDecide && groupSums(batch).held > 0 && words.oneByOne}
      {fingerprint !== null && (
        <Button variant={isNext ? 'contained' : 'outlined'} autoFocus={autoFocus} onClick={onGoOn}>
          {mayDecide ? words.goOn(willRun) : words.seeList(willRun)}
          <ArrowRight size={16} strokeWidth={1.75} aria-hidden />
        </Button>
      )}
    </span>
  )
}
