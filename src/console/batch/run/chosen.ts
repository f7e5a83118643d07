import type { RowFilter } from '#console/batch/rows/useRows.ts'
import type { Batch } from '#contract/batch.ts'
import type { Outcome } from '#contract/batch-row.ts'

/** Which rows somebody looks at: the whole list, the run, one outcome, or those who came back. */
export type Chosen = 'list' | 'run' | 'came_back' | Outcome

/** The rows behind a chip. In the order worst first those that were never in the run stand last. */
export function filterFor(chosen: Chosen, { rows, outcomes, recheck }: Batch): RowFilter {
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
    case 'came_back':
      return {
        asked: { only: 'came_back' },
        expected: recheck.cameBack,
        belongs: ({ cameBack }) => cameBack,
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
export function atTheEnd(chosen: Chosen, { outcomes, recheck }: Batch): Chosen {
  if (chosen === 'list' || chosen === 'run') return chosen
  const count = chosen === 'came_back' ? recheck.cameBack : outcomes[chosen]
  return count === 0 ? 'run' : chosen
}
