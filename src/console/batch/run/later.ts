import type { Batch } from '#contract/batch.ts'
import type { resultWords } from './result-words.ts'

/**
 * What a later look showed, in one line: that nobody came back only where everybody was looked at and
 * could be read. Whoever did come back is named elsewhere, and then this is null.
 * @param at when a look at everybody was over, in words; null: there was none, or it was at some
 */
export function laterWords(
  { recheck: { total, cameBack, unread } }: Pick<Batch, 'recheck'>,
  words: typeof resultWords.en,
  at: string | null,
): string | null {
  if (cameBack > 0 || total === 0) return null
  // A look at some says nothing about the others.
  if (at === null) return words.lookedAgain(total)
  if (unread === 0) return words.nobodyCameBack(at)
  return [words.nobodySeenBack(at), words.unread(unread)].join(words.space)
}
