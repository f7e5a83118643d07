import { styled } from '@mui/material/styles'
import { landing } from '#console/batch/useKeptFocus.ts'
import { useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { partWords, resultParts, runSentence } from './said.ts'
import { runWords } from './words.ts'

const Heading = styled('h1')(({ theme }) => {
  const { error, warning } = theme.vars.palette
  return {
    ...theme.typography.h1,
    width: 'fit-content',
    '& .failed': { color: error.main },
    '& .not_confirmed, & .held': { color: warning.main },
    '&:lang(zh)': { letterSpacing: 0 },
  }
})

/** What a batch came to so far, in one sentence. */
export function Sentence({ batch }: { batch: Batch }) {
  const words = useWords(runWords)
  if (batch.state !== 'stopped' && batch.state !== 'finished') {
    return <Heading {...landing}>{runSentence(batch, words)}</Heading>
  }
  return (
    <Heading {...landing}>
      {batch.state === 'stopped' && words.stopped + words.space}
      {resultParts(batch).map((part) => (
        <span key={part.outcome} className={part.outcome}>
          {partWords(batch, part, words)}
          {words.space}
        </span>
      ))}
    </Heading>
  )
}
