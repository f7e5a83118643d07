import type { Language } from '#console/words/language.tsx'
import { hourWords, minuteWords } from '#console/words/when.ts'

/** *18:04* on the same day, else *17 Nov 18:04*: local time of the reader. */
export function sinceWords(at: string, now: Date, language: Language): string {
  const then = new Date(at)
  if (then.toDateString() !== now.toDateString()) return minuteWords(at, now, language)
  return hourWords(then.getTime())
}
