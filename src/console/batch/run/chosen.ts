import type { RowFilter } from '#console/batch/rows/useRows.ts'
import type { Batch } from '#contract/batch.ts'
import type { Outcome } from '#contract/batch-row.ts'

/** Which rows somebody looks at: the whole list, the run, or one outcome. */
export type Chosen = 'list' | 'run' | Outcome

/** The rows behind a chip. In the order worst first those that were never in the run stand last. */
export function filterFor(chosen: Chosen, { rows, outcomes }: Batch): RowFilter {
  const inRun = rows - outcomes.skipped
  switch (chosen) {
    case 'list':
      return { asked: {}, expected: rows, belongs: () => true }
    case 'run':
      return {
        asked: {},
        expected: inRun,
        belongs: ({ outcome }) => outcome !== 'skipped',
      }
    default:
      return {
        asked: { outcome: chosen },
        expected: outcomes[chosen],
        belongs: ({ outcome }) => outcome === chosen,
      }
  }
}

/** What is looked at once a run is over: a word that counts nobody any more gives way to the run. */
export function atTheEnd(chosen: Chosen, { outcomes }: Batch): Chosen {
  return chosen !== 'list' && chosen !== 'run' && outcomes[chosen] === 0 ? 'run' : chosen
}
