import { useState } from 'react'
import { hasLapsed } from '#console/batch/check/lapse.ts'
import type { Batch, BatchState } from '#contract/batch.ts'
import { isRequest } from './standing.ts'

/** Where nobody but its maker can have brought a list that was confirmed, unless somebody declined it. */
const before: readonly BatchState[] = ['draft', 'checking', 'checked']

/**
 * Whether a request that this reader saw was taken back under their eyes, and not made again yet.
 * @param lastSeen when the batch was last looked at, in ms
 */
export function useTakenBack(batch: Batch | null, lastSeen: number): boolean {
  const [wasAsked, setWasAsked] = useState(false)
  if (batch === null || batch.mine) return false
  // One that has lapsed is checked again because nobody can answer it any more.
  const isAsked = isRequest(batch) && !hasLapsed(batch, lastSeen)
  if (batch.state === 'confirmed' && wasAsked !== isAsked) setWasAsked(isAsked)
  return wasAsked && before.includes(batch.state) && batch.approval.declined === null
}
