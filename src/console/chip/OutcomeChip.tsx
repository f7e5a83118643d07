import CheckCheck from 'lucide-react/icons/check-check'
import CircleCheck from 'lucide-react/icons/circle-check'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import CircleMinus from 'lucide-react/icons/circle-minus'
import CircleQuestionMark from 'lucide-react/icons/circle-question-mark'
import CircleX from 'lucide-react/icons/circle-x'
import Hand from 'lucide-react/icons/hand'
import LoaderCircle from 'lucide-react/icons/loader-circle'
import { useWords } from '#console/words/language.tsx'
import type { Outcome } from '#contract/batch-row.ts'
import { Chip, type Look } from './Chip.tsx'
import { outcomeWords } from './outcome-words.ts'

/** `open`: sent, and nobody has read back yet. */
export type AnyOutcome = Outcome | 'open'

/** How each outcome looks, also for filter chips. */
export const outcomeLooks: Record<AnyOutcome, Look> = {
  open: { tone: 'accent', icon: LoaderCircle, plain: true },
  waiting: { tone: 'grey', icon: CircleDashed, plain: true },
  sending: { tone: 'accent', icon: LoaderCircle, plain: true },
  done: { tone: 'success', icon: CircleCheck, plain: true },
  already_so: { tone: 'grey', icon: CheckCheck },
  failed: { tone: 'error', icon: CircleX },
  not_confirmed: { tone: 'warning', icon: CircleQuestionMark },
  held: { tone: 'warning', icon: Hand },
  skipped: { tone: 'grey', icon: CircleMinus, plain: true },
  not_started: { tone: 'grey', icon: CircleDashed, plain: true },
}

/** What became of one row or one act. */
export function OutcomeChip({ outcome }: { outcome: AnyOutcome }) {
  const words = useWords(outcomeWords)
  return <Chip {...outcomeLooks[outcome]}>{words[outcome]}</Chip>
}
