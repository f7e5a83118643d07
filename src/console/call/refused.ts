import type { Allowance } from '#contract/limits.ts'
import type { Refusal } from '#contract/refusal.ts'
import { Problem } from './problem.ts'

/** The proxy's refusal as a problem; `internal` where an answer names no code. */
export function refused(refusal: Partial<Refusal> | null, allowance?: Allowance | null): Problem {
  return new Problem(refusal?.code ?? 'internal', refusal ?? {}, allowance)
}
