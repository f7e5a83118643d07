import { type InTheRun, sumOf } from '#console/batch/sum.ts'
import type { Batch } from '#contract/batch.ts'
import type { runWords } from './words.ts'

const troubles = ['failed', 'not_confirmed', 'held'] as const

/** The one sentence of a run: *184 of 297 · 2 failed · about 1 min*. */
export function runSentence(batch: Batch, words: typeof runWords.en): string {
  const { ended, inRun } = sumOf(batch)
  const parts = troubles.flatMap((outcome) =>
    batch.outcomes[outcome] > 0 ? [words.part[outcome](batch.outcomes[outcome])] : [],
  )
  const left = batch.secondsLeft === null ? [] : [words.about(batch.secondsLeft / 60)]
  return [words.ofInRun(ended, inRun), ...parts, ...left].join(words.between)
}

/** The parts of a result: *294 deleted and checked. 2 failed. 1 not confirmed.*; what was done always. */
export function resultParts(batch: Batch): { outcome: InTheRun; count: number }[] {
  const rest = sumOf(batch).terms.filter(({ outcome }) => outcome !== 'done')
  return [{ outcome: 'done', count: batch.outcomes.done }, ...rest]
}

/** One of these parts as a sentence; what was done has its own verb in each kind of batch. */
export function partWords(
  { kind }: Pick<Batch, 'kind'>,
  { outcome, count }: { outcome: InTheRun; count: number },
  words: typeof runWords.en,
): string {
  if (outcome === 'done') return words.done[kind](count)
  return outcome === 'already_so' ? words.already[kind](count) : words.result[outcome](count)
}

/** The same as one text: *Stopped. 40 deleted and checked. 257 not started.* */
export function resultSentence(batch: Batch, words: typeof runWords.en): string {
  const parts = resultParts(batch).map((part) => partWords(batch, part, words))
  return [...(batch.state === 'stopped' ? [words.stopped] : []), ...parts].join(words.space)
}
