import { useEffect, useState } from 'react'
import { useWords } from '#console/words/language.tsx'
import { runWords } from './run/words.ts'

/** A look takes place every second; after so many without one, people are told. */
const patienceMs = 3_500

/** *Last seen 12 s ago; the batch runs on the server*, once the live view has been lost for a while. */
export function LastSeen({ at, children }: { at: number; children?: React.ReactNode }) {
  const words = useWords(runWords)
  const [now, setNow] = useState(at)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  const ago = now - at
  return <span>{ago < patienceMs ? children : words.lastSeen(Math.round(ago / 1_000))}</span>
}
