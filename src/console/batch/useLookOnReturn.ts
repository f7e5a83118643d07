import { useEffect, useEffectEvent } from 'react'

/** Looks at once when somebody comes back: to the window, through the history, or onto the network. */
export function useLookOnReturn(look: () => Promise<unknown>): void {
  const lookNow = useEffectEvent(() => void look())
  useEffect(() => {
    const returns = ['focus', 'pageshow', 'online'] as const
    for (const name of returns) window.addEventListener(name, lookNow)
    return () => {
      for (const name of returns) window.removeEventListener(name, lookNow)
    }
  }, [])
}
