import { styled } from '@mui/material/styles'
import type { Problem } from '#console/call/problem.ts'
import { Button } from '#console/frame/Button.tsx'
import { ProblemNote } from '#console/state/ProblemNote.tsx'
import { useWords } from '#console/words/language.tsx'
import { draftWords } from './words.ts'

const Body = styled('div')({ display: 'grid', gap: 8, justifyItems: 'start' })

type StartProblemProps = { problem: Problem; onLookAgain: () => void; onDiscard: () => void }

/** Why a batch was not started, and the way out where there is one. */
export function StartProblem({ problem, onLookAgain, onDiscard }: StartProblemProps) {
  const words = useWords(draftWords)
  const wayOut =
    problem.code === 'plan_changed'
      ? { sentence: words.changed, name: words.lookAgain, take: onLookAgain }
      : problem.code === 'plan_expired'
        ? { sentence: words.expired, name: words.discard, take: onDiscard }
        : null
  return (
    <Body>
      <ProblemNote what={wayOut?.sentence ?? words.notStarted} problem={problem} />
      {wayOut !== null && <Button onClick={wayOut.take}>{wayOut.name}</Button>}
    </Body>
  )
}
