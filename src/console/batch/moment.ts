import type { Language } from '#console/words/language.tsx'
import { clockWords, minuteWords } from '#console/words/when.ts'

/** *18:10:02* on the same day, else *17 Nov 18:10*: local time of the reader. */
export function momentWords(instant: string, now: Date, language: Language): string {
  const sameDay = new Date(instant).toDateString() === now.toDateString()
  return sameDay ? clockWords(instant) : minuteWords(instant, now, language)
}
