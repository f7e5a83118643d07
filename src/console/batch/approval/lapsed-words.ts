import type { Language } from '#console/words/language.tsx'
import { minuteWords } from '#console/words/when.ts'
import type { Batch } from '#contract/batch.ts'
import { planHoldsMs } from '#contract/limits.ts'
import type { requestWords } from './request-words.ts'

type In = { words: Pick<typeof requestWords.en, 'lapsed' | 'lapsedYours'>; language: Language }

/** That a request has lapsed, by the minute in which it was made, and who may ask anew. */
export function lapsedWords(
  { expiresAt, mine, createdBy }: Pick<Batch, 'expiresAt' | 'mine' | 'createdBy'>,
  now: Date,
  { words, language }: In,
): string {
  const askedAt = new Date(Date.parse(expiresAt ?? '') - planHoldsMs)
  const at = expiresAt === null ? '' : minuteWords(askedAt.toISOString(), now, language)
  return mine ? words.lapsedYours(at) : words.lapsed(at, createdBy)
}
