import { Bar } from '#console/batch/Bar.ts'
import { isLookingAgain } from '#console/batch/live.ts'
import { momentWords } from '#console/batch/moment.ts'
import { useLanguage, useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { laterWords } from './later.ts'
import { resultWords } from './result-words.ts'

/** How far a later look is; once it is over, what it showed. */
export function LaterLook({ batch, now }: { batch: Batch; now: Date }) {
  const words = useWords(resultWords)
  const { language } = useLanguage()
  const { left, total, at } = batch.recheck
  if (isLookingAgain(batch)) {
    return (
      <>
        {words.looking(total - left, total)}
        <Bar aria-label={words.progress} max={total} value={total - left} />
      </>
    )
  }
  return (
    <span role="status">
      {laterWords(batch, words, at === null ? null : momentWords(at, now, language))}
    </span>
  )
}
