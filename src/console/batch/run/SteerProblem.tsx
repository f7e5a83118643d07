import { ProblemNote } from '#console/state/ProblemNote.tsx'
import { useWords } from '#console/words/language.tsx'
import { pauseWords } from './pause-words.ts'
import type { Steer } from './useSteer.ts'
import { runWords } from './words.ts'

/** That a batch was not paused, stopped or resumed, and why. */
export function SteerProblem({ failed }: { failed: Steer['failed'] }) {
  const words = useWords(runWords)
  const { lapsed } = useWords(pauseWords)
  if (failed === null) return null
  const what = { pause: words.notPaused, stop: words.notStopped, goOn: words.notGoneOn }
  // Elsewhere a list is confirmed again; of this one a part has been done.
  const why = failed.problem.code === 'plan_expired' && { why: lapsed }
  return <ProblemNote what={what[failed.what]} problem={failed.problem} {...why} />
}
