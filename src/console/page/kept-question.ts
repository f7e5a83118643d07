import { type Written, writtenFrom } from '#console/act/written.ts'
import { keep, kept } from '#console/session/kept.ts'
import { type Question, questionFrom } from './question.ts'

/** An open question about a user, and what was given in it so far. */
export type Asked = { question: Question; written: Partial<Written> }

/** The question that was open about this user when somebody left to sign in; null: there was none. */
export function keptQuestion(userId: string): Asked | null {
  const found = kept('question')
  if (!Array.isArray(found)) return null
  const [of, asked]: unknown[] = found
  const question = questionFrom(asked)
  if (of !== userId || question === null) return null
  return { question, written: writtenFrom(kept('written')) ?? {} }
}

/** Keeps an open question for the time of signing in. */
export function keepQuestion(userId: string, question: Question): void {
  keep('question', [userId, question], 'return')
}

/** No question is open any more. */
export function forgetQuestion(): void {
  keep('question', null)
  keep('written', null)
}

/** Keeps what is given in it, part by part. */
export function keepWritten(part: Partial<Written>): void {
  const before = writtenFrom(kept('written')) ?? { version: '', reason: '', typed: '' }
  keep('written', { ...before, ...part }, 'return')
}
