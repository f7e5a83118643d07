import type { Refusal } from '#contract/refusal.ts'
import { Problem } from './problem.ts'

/** The proxy's refusal as a problem; `internal` where an answer names no code. */
export function refused(refusal: Partial<Refusal> | null): Problem {
  return new Problem(refusal?.code ?? 'internal', refusal ?? {})
}
