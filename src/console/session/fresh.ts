import { useEffect, useState } from 'react'
import type { Problem } from '#console/call/problem.ts'
import { useSignInFailed } from './BackFromSignIn.tsx'
import { signInAfresh } from './kept-address.ts'
import { useTimes } from './session.tsx'
import { freshUntil } from './times.ts'

/** Whether an act has to wait for a fresh sign-in, and the way there. */
export type Fresh = {
  /** Whether somebody has to sign in once more before this act. */
  isNeeded: boolean
  /** Somebody went there and came back without having signed in. */
  hasFailed: boolean
  /** Leaves for the sign-in and comes back to this address. What should be there again was kept before. */
  signIn: () => void
}

/**
 * Tells, as time goes by, whether the sign-in is too old for an act.
 * @param isWanted whether the act wants a fresh one
 * @param problem the last refusal of the act: the proxy knows better than this page
 */
export function useFresh(isWanted: boolean, problem: Problem | null = null): Fresh {
  const times = useTimes()
  const until = times === null ? null : freshUntil(times)
  const wants = isWanted || problem?.code === 'fresh_sign_in_required'
  const isOver = useIsPast(wants ? until : null)
  const hasFailed = useSignInFailed()
  const isNeeded = wants && isOver
  return { isNeeded, hasFailed: isNeeded && hasFailed, signIn: signInAfresh }
}

/** Whether an instant has passed, told again when it does; null never passes. */
function useIsPast(instant: number | null): boolean {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (instant === null) return
    const timer = setTimeout(() => setNow(Date.now()), Math.max(0, instant - Date.now()))
    return () => clearTimeout(timer)
  }, [instant])
  return instant !== null && instant <= now
}
