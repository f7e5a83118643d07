import { lazy, Suspense } from 'react'
import { Boundary } from '#console/frame/Boundary.tsx'
import { useEnd } from '#console/session/session.tsx'
import { sessionWords } from '#console/session/words.ts'
import { useWords } from '#console/words/language.tsx'

const Dialogs = lazy(() =>
  import('./Dialogs.tsx').then((module) => ({ default: module.SessionEndDialog })),
)

/** Watches over the session, and asks above every page when it ends soon or has ended. */
export function SessionEnd() {
  const { notLoaded } = useWords(sessionWords)
  const end = useEnd()
  if (end === null) return null
  return (
    <Boundary what={notLoaded}>
      <Suspense>
        <Dialogs end={end} />
      </Suspense>
    </Boundary>
  )
}
