import Activity from 'lucide-react/icons/activity'
import Ban from 'lucide-react/icons/ban'
import CheckCheck from 'lucide-react/icons/check-check'
import CircleCheck from 'lucide-react/icons/circle-check'
import CircleQuestionMark from 'lucide-react/icons/circle-question-mark'
import EqualNot from 'lucide-react/icons/equal-not'
import Files from 'lucide-react/icons/files'
import Layers from 'lucide-react/icons/layers-2'
import SearchX from 'lucide-react/icons/search-x'
import Shield from 'lucide-react/icons/shield'
import Split from 'lucide-react/icons/split'
import Undo from 'lucide-react/icons/undo-2'
import { useWords } from '#console/words/language.tsx'
import type { Verdict } from '#contract/batch-row.ts'
import { Chip, type Look } from './Chip.tsx'
import { verdictWords } from './verdict-words.ts'

/** How each verdict looks, also for filter chips. */
export const verdictLooks: Record<Verdict, Look> = {
  ready: { tone: 'success', icon: CircleCheck, plain: true },
  may_come_back: { tone: 'warning', icon: Undo, plain: true },
  name_differs: { tone: 'warning', icon: EqualNot },
  ambiguous: { tone: 'warning', icon: Split },
  still_active: { tone: 'warning', icon: Activity },
  in_another_batch: { tone: 'warning', icon: Files },
  already_so: { tone: 'grey', icon: CheckCheck },
  other_state: { tone: 'grey', icon: Ban },
  not_found: { tone: 'grey', icon: SearchX },
  duplicate: { tone: 'grey', icon: Layers },
  protected: { tone: 'grey', icon: Shield },
  yourself: { tone: 'grey', icon: Shield },
  not_checked: { tone: 'warning', icon: CircleQuestionMark },
}

/** What the check said of one row. */
export function VerdictChip({ verdict }: { verdict: Verdict }) {
  const words = useWords(verdictWords)
  return <Chip {...verdictLooks[verdict]}>{words[verdict]}</Chip>
}
