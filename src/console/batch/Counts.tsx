import { useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { runWords } from './run/words.ts'
import { sumOf } from './sum.ts'
import { batchWords } from './words.ts'

/** How far a batch has come, in one line of a list. */
export function Counts({ batch }: { batch: Batch }) {
  const words = useWords(batchWords)
  const { part, between } = useWords(runWords)
  const { rows, checkedRows, willRun, outcomes } = batch
  const sum = sumOf(batch)
  const troubles = (['failed', 'not_confirmed', 'held'] as const).flatMap((outcome) =>
    outcomes[outcome] > 0 ? [part[outcome](outcomes[outcome])] : [],
  )
  switch (batch.state) {
    case 'draft':
      return words.noListYet
    case 'checking':
      return words.rowsLookedUp(checkedRows, rows)
    case 'checked':
    case 'confirmed':
      return words.willRunOf(willRun, rows)
    case 'discarded':
      return words.rows(rows)
    case 'running':
    case 'paused':
    case 'stopping':
      return [words.ofInRun(sum.ended, sum.inRun), ...troubles].join(between)
    case 'stopped':
    case 'finished':
      return sum.terms.map(({ outcome, count }) => part[outcome](count)).join(between)
    default:
      return batch.state satisfies never
  }
}
