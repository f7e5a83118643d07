import { keep, kept } from '#console/session/kept.ts'

const keyOf = (question: string) => `question-${question}`

/**
 * What was given as the reason in a question that was open when somebody left to sign in; null: it was
 * not open.
 */
export function keptReason(question: string): string | null {
  const found = kept(keyOf(question))
  return typeof found === 'string' ? found : null
}

/** Keeps an open question, and its reason so far, for the time of signing in; null: it is open no more. */
export function keepReason(question: string, reason: string | null): void {
  keep(keyOf(question), reason, 'return')
}
