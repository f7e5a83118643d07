import { useState } from 'react'
import type { DialogProps } from './useAct.ts'

/** The tick *End sessions*, kept with everything else that is given in the question. */
export function useEnds({ written, onWrite }: DialogProps, initially: boolean) {
  const [ends, setEnds] = useState(written?.endSessions ?? initially)
  const tick = (endSessions: boolean) => {
    setEnds(endSessions)
    onWrite({ endSessions })
  }
  return [ends, tick] as const
}
