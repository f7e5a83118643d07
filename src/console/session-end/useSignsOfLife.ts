import { useMutation } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { call } from '#console/call/call.ts'
import { useEnd, useLearnTimes, useTimes } from '#console/session/session.tsx'
import { isNews, signs } from './signs-of-life.ts'

/**
 * Tells the proxy that somebody is here who reads, scrolls or types. What the page asks meanwhile tells
 * nothing: a batch that runs has its rows read again without anybody.
 */
export function useSignsOfLife(): void {
  const times = useTimes()
  const end = useEnd()
  const learn = useLearnTimes()
  const [toldAt, setToldAt] = useState(0)
  const { mutate } = useMutation({
    mutationFn: async (askedAt: number) => learn(await call('staySignedIn', { body: {} }), askedAt),
  })
  const tell = useEffectEvent(() => {
    const now = Date.now()
    // Once it is asked whether anybody is there, only an answer to that counts.
    if (end !== null || times === null || !isNews(times, toldAt, now)) return
    setToldAt(now)
    mutate(now)
  })
  useEffect(() => {
    // Before any dialog may keep them for itself.
    const options = { capture: true, passive: true }
    const seen = () => tell()
    for (const sign of signs) window.addEventListener(sign, seen, options)
    return () => {
      for (const sign of signs) window.removeEventListener(sign, seen, options)
    }
  }, [])
}
