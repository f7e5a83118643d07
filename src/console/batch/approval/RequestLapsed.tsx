import Hourglass from 'lucide-react/icons/hourglass'
import { Banner } from '#console/state/Banner.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { lapsedWords } from './lapsed-words.ts'
import { requestWords } from './request-words.ts'

type RequestLapsedProps = {
  batch: Batch
  /** When the batch was last looked at, in ms. */
  lastSeen: number
}

/** That nobody answered a request in its time, and whose turn it is. */
export function RequestLapsed({ batch, lastSeen }: RequestLapsedProps) {
  const words = useWords(requestWords)
  const { language } = useLanguage()
  return (
    <Banner icon={Hourglass}>
      <Visible text={lapsedWords(batch, new Date(lastSeen), { words, language })} />
    </Banner>
  )
}
