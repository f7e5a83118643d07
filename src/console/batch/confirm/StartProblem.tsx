import type { Problem } from '#console/call/problem.ts'
import { Button } from '#console/frame/Button.tsx'
import { InlineResult } from '#console/state/InlineResult.tsx'
import { ProblemNote, QuotableRows } from '#console/state/ProblemNote.tsx'
import { useWords } from '#console/words/language.tsx'
import { CheckAgain } from './CheckAgain.tsx'
import { confirmWords } from './words.ts'

type StartProblemProps = {
  problem: Problem
  batchId: number
  /** What did not come of it: *The batch was not started.* */
  what: string
  onLookAgain: () => void
}

/** Why a batch was not started, or nobody was asked to approve it, and the way out where there is one. */
export function StartProblem({ problem, batchId, what, onLookAgain }: StartProblemProps) {
  const words = useWords(confirmWords)
  switch (problem.code) {
    case 'plan_changed':
      return (
        <InlineResult
          tone="error"
          fact={words.changed}
          next={<Button onClick={onLookAgain}>{words.lookAgain}</Button>}
        >
          <QuotableRows {...problem} />
        </InlineResult>
      )
    case 'plan_expired':
      return (
        <InlineResult tone="error" fact={words.expired} next={<CheckAgain batchId={batchId} />}>
          <QuotableRows {...problem} />
        </InlineResult>
      )
    default:
      return <ProblemNote what={what} problem={problem} />
  }
}
