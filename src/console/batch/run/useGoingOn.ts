import { lacksApproval, standingOf } from '#console/batch/approval/standing.ts'
import { useMissing } from '#console/batch/approval/useMissing.ts'
import { hasLapsed } from '#console/batch/check/lapse.ts'
import { useWayBack } from '#console/batch/confirm/useWayBack.ts'
import { wantsFresh } from '#console/batch/weight.ts'
import { useFresh } from '#console/session/fresh.ts'
import { useStill } from '#console/session/session.tsx'
import { useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { pauseWords } from './pause-words.ts'
import type { Steer } from './useSteer.ts'
import { runWords } from './words.ts'

/** How its maker goes on with a paused batch. */
export type GoingOn = {
  /** What stands in the way, in a sentence; null: nothing does. */
  missing: string | null
  isClosed: boolean
  /** A sign-in comes first. */
  signsIn: boolean
  /** Somebody left for that sign-in, and is here again. */
  isBack: boolean
  goOn: () => void
}

/** Going on with a paused batch, where nothing is stopped and nobody else has to approve the rest. */
export function useGoingOn(batch: Batch, steer: Steer, lastSeen: number): GoingOn {
  const { needsApproval } = useWords(runWords)
  const still = useStill()
  const { lapsed } = useWords(pauseWords)
  const isLapsed = hasLapsed(batch, lastSeen)
  const lacks = lacksApproval(standingOf(batch.approval, lastSeen))
  const problem = steer.failed?.what === 'goOn' ? steer.failed.problem : null
  const fresh = useFresh(batch.mine && wantsFresh(batch), problem)
  const { isBack, leave } = useWayBack(batch.batchId)
  const isClosed = still !== null || isLapsed || lacks
  const missing = useMissing({ still, waiting: lacks ? needsApproval : null, fresh })
  return {
    missing: isLapsed ? lapsed : missing,
    isClosed,
    signsIn: fresh.isNeeded,
    isBack,
    goOn: () => {
      if (isClosed) return
      if (!fresh.isNeeded) return steer.goOn()
      leave()
      fresh.signIn()
    },
  }
}
