import { lazy, Suspense, useEffect, useEffectEvent, useRef } from 'react'
import { announce } from '#console/frame/announce.tsx'
import { useDesk } from '#console/session/session.tsx'
import { readOnlyWords } from '#console/text/read-only-words.ts'
import { useWords } from '#console/words/language.tsx'

const Band = lazy(() => import('./Band.tsx').then((module) => ({ default: module.Band })))

/** The band under the top bar of every page, while everything is stopped. */
export function StopBanner() {
  const { again } = useWords(readOnlyWords)
  const { stopped } = useDesk()
  const isStopped = stopped !== null
  const wasStopped = useRef(isStopped)
  const sayAgain = useEffectEvent(() => {
    announce(again)
    // The button that allowed it went with the band.
    if (document.activeElement === document.body) document.getElementById('main')?.focus()
  })
  useEffect(() => {
    if (wasStopped.current && !isStopped) sayAgain()
    wasStopped.current = isStopped
  }, [isStopped])
  if (stopped === null) return null
  return (
    <Suspense>
      <Band key={stopped.at} stopped={stopped} />
    </Suspense>
  )
}
