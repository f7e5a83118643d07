import CirclePause from 'lucide-react/icons/circle-pause'
import { Banner } from '#console/state/Banner.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import { minuteWords } from '#console/words/when.ts'
import type { User } from '#contract/user.ts'
import { suspensionIn } from './since.ts'
import { suspensionWords } from './words.tsx'

/** Since when somebody is suspended, by whom and why, as far as it is known here. */
export function Suspended({ user, now }: { user: User; now: Date }) {
  const words = useWords(suspensionWords)
  const { language } = useLanguage()
  const { history, statusChangedAt } = user
  const entry = suspensionIn(history, statusChangedAt)
  const when = (at: string) => minuteWords(at, now, language)
  return (
    <Banner tone="grey" icon={CirclePause}>
      {entry === null
        ? words.suspendedElsewhere(statusChangedAt && when(statusChangedAt))
        : words.suspendedBy(when(entry.at), entry.who && <Visible text={entry.who} />)}
      {entry?.reason && words.because(<Visible text={entry.reason} />)}
    </Banner>
  )
}
