import { useState } from 'react'
import type { Batch, BatchState } from '#contract/batch.ts'
import { isRequest } from './standing.ts'

/** Where nobody but its maker can have brought a list that was confirmed, unless somebody declined it. */
const before: readonly BatchState[] = ['draft', 'checking', 'checked']

/** Whether a request that this reader saw was taken back under their eyes, and not made again yet. */
export function useTakenBack(batch: Batch | null): boolean {
  const [wasAsked, setWasAsked] = useState(false)
  if (batch === null || batch.mine) return false
  if (!wasAsked && batch.state === 'confirmed' && isRequest(batch)) setWasAsked(true)
  return wasAsked && before.includes(batch.state) && batch.approval.declined === null
}
