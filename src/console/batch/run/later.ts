import type { Batch } from '#contract/batch.ts'
import type { resultWords } from './result-words.ts'

/**
 * What a later look showed, in one line: that nobody came back only where everybody was looked at and
 * could be read. Whoever did come back is named elsewhere, and then this is null.
 * @param at when it was over, in words
 */
export function laterWords(
  { recheck, outcomes }: Pick<Batch, 'recheck' | 'outcomes'>,
  words: typeof resultWords.en,
  at: string,
): string | null {
  const { total, cameBack, unread } = recheck
  if (cameBack > 0) return null
  const so = outcomes.done + outcomes.already_so
  // A look at some says nothing about the others.
  if (so === 0 || total < so + outcomes.not_confirmed) return words.lookedAgain(total, at)
  if (unread === 0) return words.nobodyCameBack(at)
  return [words.nobodySeenBack(at), words.unread(unread)].join(words.space)
}
