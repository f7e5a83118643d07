import type { Notice } from '#console/session/times.ts'
import { EndsSoon } from './EndsSoon.tsx'
import { SignInAgain } from './SignInAgain.tsx'

/** What is asked about the end of the session; each kind of notice begins anew. */
export function SessionEndDialog({ end }: { end: Notice | 'ended' }) {
  return end === 'ended' ? <SignInAgain /> : <EndsSoon key={end} notice={end} />
}
