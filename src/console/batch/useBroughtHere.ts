import { useEffect } from 'react'
import { useLocation } from 'react-router'

/** For `navigate`, where the button that leads to a batch is gone on arrival. */
export const broughtHere = { brought: true } as const

/** Whoever was brought here with the focus lost on the way starts at the page's name, once it is there. */
export function useBroughtHere(isThere: boolean): void {
  const state: unknown = useLocation().state
  const isBrought = typeof state === 'object' && state !== null && 'brought' in state
  useEffect(() => {
    if (!isBrought || !isThere || document.activeElement !== document.body) return
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
  }, [isBrought, isThere])
}
