import { styled } from '@mui/material/styles'
import { momentWords } from '#console/batch/moment.ts'
import { useLanguage, useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { resultWords } from './result-words.ts'

const Bar = styled('progress')(({ theme }) => ({
  width: 160,
  maxWidth: '100%',
  accentColor: theme.vars.palette.primary.dark,
}))

/** How far a later look is; once it is over, that nobody came back. Whoever did has a place of their own. */
export function LaterLook({ batch: { recheck }, now }: { batch: Batch; now: Date }) {
  const words = useWords(resultWords)
  const { language } = useLanguage()
  const { left, total, at, cameBack } = recheck
  if (left > 0) {
    return (
      <>
        {words.looking(total - left, total)}
        <Bar aria-label={words.progress} max={total} value={total - left} />
      </>
    )
  }
  return (
    <span role="status">
      {at !== null && cameBack === 0 && words.nobodyCameBack(momentWords(at, now, language))}
    </span>
  )
}
