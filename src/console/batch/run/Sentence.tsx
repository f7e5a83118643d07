import { styled } from '@mui/material/styles'
import { type InTheRun, sumOf } from '#console/batch/sum.ts'
import { useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { runWords } from './words.ts'

const Heading = styled('h1')(({ theme }) => {
  const { error, warning } = theme.vars.palette
  return {
    ...theme.typography.h1,
    '& .failed': { color: error.main },
    '& .not_confirmed, & .held': { color: warning.main },
    '&:lang(zh)': { letterSpacing: 0 },
  }
})

const troubles = ['failed', 'not_confirmed', 'held'] as const

/** The one sentence of a run: *184 of 297 · 2 failed · about 1 min*. */
export function runSentence(batch: Batch, words: typeof runWords.en): string {
  const { ended, inRun } = sumOf(batch)
  const parts = troubles.flatMap((outcome) =>
    batch.outcomes[outcome] > 0 ? [words.part[outcome](batch.outcomes[outcome])] : [],
  )
  const left = batch.secondsLeft === null ? [] : [words.about(batch.secondsLeft / 60)]
  return [words.ofInRun(ended, inRun), ...parts, ...left].join(words.between)
}

/** The parts of a result: *294 deleted and checked. 2 failed. 1 not confirmed.*; what was done always. */
export function resultParts(batch: Batch): { outcome: InTheRun; count: number }[] {
  const rest = sumOf(batch).terms.filter(({ outcome }) => outcome !== 'done')
  return [{ outcome: 'done', count: batch.outcomes.done }, ...rest]
}

/** What a batch came to so far, in one sentence. */
export function Sentence({ batch }: { batch: Batch }) {
  const words = useWords(runWords)
  if (batch.state !== 'stopped' && batch.state !== 'finished') {
    return <Heading>{runSentence(batch, words)}</Heading>
  }
  return (
    <Heading>
      {batch.state === 'stopped' && `${words.stopped} `}
      {resultParts(batch).map(({ outcome, count }) => (
        <span key={outcome} className={outcome}>
          {words.result[outcome](count)}{' '}
        </span>
      ))}
    </Heading>
  )
}
