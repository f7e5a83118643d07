import { lazy, Suspense, useEffect } from 'react'
import { Boundary } from '#console/frame/Boundary.tsx'
import { useEnd } from '#console/session/session.tsx'
import { sessionWords } from '#console/session/words.ts'
import { useWords } from '#console/words/language.tsx'
import { useSignsOfLife } from './useSignsOfLife.ts'

const fetchDialogs = () => import('./Dialogs.tsx')
const Dialogs = lazy(() => fetchDialogs().then((module) => ({ default: module.SessionEndDialog })))

/** Milliseconds after which a page has all that it needs first. */
const settledMs = 10_000

/** Watches over the session, and asks above every page when it ends soon or has ended. */
export function SessionEnd() {
  const { notLoaded } = useWords(sessionWords)
  const end = useEnd()
  useSignsOfLife()
  useEffect(() => {
    // When it is needed, hours later, the server may be away or have other files.
    const timer = setTimeout(() => void fetchDialogs().catch(() => null), settledMs)
    return () => clearTimeout(timer)
  }, [])
  if (end === null) return null
  return (
    <Boundary what={notLoaded}>
      <Suspense>
        <Dialogs end={end} />
      </Suspense>
    </Boundary>
  )
}
