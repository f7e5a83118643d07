import type { Batch, BatchKind } from '#contract/batch.ts'
import { freshAbove } from '#contract/limits.ts'

/** Whether a kind of batch ends something for good. */
export function isFinal(kind: BatchKind): boolean {
  return kind === 'resign' || kind === 'delete'
}

/** Whether only somebody who has just signed in may start or approve it: it ends accounts, or is large. */
export function wantsFresh({ kind, willRun }: Pick<Batch, 'kind' | 'willRun'>): boolean {
  return isFinal(kind) || willRun > freshAbove
}
