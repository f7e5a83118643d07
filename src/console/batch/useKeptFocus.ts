import { useEffect, useRef } from 'react'

/** Spread onto the heading that takes over the focus when the control that had it is gone. */
export const landing = { tabIndex: -1, 'data-landing': '' } as const

/** Spread onto what is written in: it does not close under anybody's hands. */
export const writing = { 'data-writing': '' } as const

/**
 * When the page turns into another one under the same address, and what had the focus went with it,
 * the focus goes to the heading that came instead, and is not lost to the top of the document.
 */
export function useKeptFocus(place: string | undefined): void {
  const before = useRef(place)
  useEffect(() => {
    const isNew = before.current !== undefined && before.current !== place
    before.current = place
    if (!isNew || document.activeElement !== document.body) return
    const heading = document.querySelector<HTMLElement>('[data-landing]')
    heading?.focus({ preventScroll: true })
  }, [place])
}
