import { useEffect, useEffectEvent, useRef } from 'react'
import { keepReason, keptReason } from '#console/dialog/kept-reason.ts'
import { useDesk, useMay } from '#console/session/session.tsx'

/** Where *Stop everything?* was open when somebody left to sign in, the menu that leads to it opens. */
export function useStopAskedBefore(open: (button: HTMLElement) => void) {
  const bar = useRef<HTMLElement>(null)
  const { stopped } = useDesk()
  const mayStop = useMay('operator') && stopped === null
  const goOn = useEffectEvent(() => {
    if (keptReason('stop') === null) return
    if (!mayStop) return keepReason('stop', null)
    const buttons = bar.current?.querySelectorAll<HTMLElement>('[aria-haspopup="menu"]') ?? []
    const inSight = [...buttons].find((button) => button.checkVisibility())
    if (inSight !== undefined) open(inSight)
  })
  useEffect(() => goOn(), [])
  return bar
}
