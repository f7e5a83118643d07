import type { Refusal } from '#contract/refusal.ts'
import { Problem } from './problem.ts'
import { problemWords } from './words.ts'

/** The proxy's refusal as a problem; `internal` for a code that this page does not know. */
export function refused(refusal: Partial<Refusal> | null): Problem {
  const code = refusal?.code
  const known = code !== undefined && Object.hasOwn(problemWords.en.sentences, code)
  return new Problem(known ? code : 'internal', refusal ?? {})
}
