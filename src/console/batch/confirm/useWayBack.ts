import { useEffect, useState } from 'react'
import { keep, kept } from '#console/session/kept.ts'

const keyOf = (batchId: number) => `batch-${batchId}-left`

/** A button that leads over signing in once more, and waits for whoever comes back. */
export type WayBack = {
  /** Somebody left from it to sign in, and is here again. */
  isBack: boolean
  /** To be called by whoever leaves. */
  leave: () => void
}

/** Remembers over signing in that somebody was about to start, or to resume, this batch. */
export function useWayBack(batchId: number): WayBack {
  const [isBack] = useState(() => kept(keyOf(batchId)) === true)
  useEffect(() => keep(keyOf(batchId), null), [batchId])
  return { isBack, leave: () => keep(keyOf(batchId), true, 'return') }
}
