import { useEffect, useEffectEvent, useState } from 'react'
import { isPreviewWhole } from '#console/access/AccessSection.tsx'
import type { Written } from '#console/act/written.ts'
import type { User } from '#contract/user.ts'
import { forgetQuestion, keepQuestion, keepWritten, keptQuestion } from './kept-question.ts'
import type { Question } from './question.ts'

/** The question that is open, about the user as they were when it was asked. */
type Asking = { question: Question; about: User; written: Partial<Written> }

/** A question that was open when somebody left to sign in, about the user as they are now. */
function asBefore(user: User): Asking | null {
  const asked = keptQuestion(user.summary.userId)
  if (asked === null) return null
  const { question, written } = asked
  if (!('withoutPreview' in question)) return { question, written, about: user }
  // What was missing then may be there now.
  const withoutPreview = question.withoutPreview && !isPreviewWhole(user.access)
  return { question: { ...question, withoutPreview }, written, about: user }
}

/**
 * Nobody opened a question that is open again after signing in: the focus stands on the button for it
 * first, or else on the person's name, so that it is given back there.
 */
function standAtOpener({ action }: Question) {
  const opener = document.querySelector<HTMLElement>(`[data-asks~="${action}"]`)
  const place = opener ?? document.querySelector<HTMLElement>('[data-person-name]')
  place?.focus({ preventScroll: true })
}

/** At most one open question, which survives signing in again with all that was given in it. */
export function useQuestion(user: User, mayAsk: boolean) {
  const [asking, setAsking] = useState(() => (mayAsk ? asBefore(user) : null))
  const standFirst = useEffectEvent(() => asking && standAtOpener(asking.question))
  useEffect(() => void standFirst(), [])
  useEffect(() => {
    // One that was kept about somebody else does not wait for them.
    if (asking === null) return forgetQuestion()
    keepQuestion(asking.about.summary.userId, asking.question)
    return forgetQuestion
  }, [asking])
  return {
    asking,
    ask: (question: Question, written: Partial<Written> = {}) =>
      setAsking({ question, about: user, written }),
    close: () => setAsking(null),
    onWrite: keepWritten,
  }
}
