import type { Live } from '#console/batch/live.ts'
import { type Rows, useRows } from '#console/batch/rows/useRows.ts'
import { willRun } from '#console/batch/sum.ts'

/** The frozen list: exactly the rows that will run, in the order of the list. */
export function useFrozen(live: Live): Rows {
  return useRows(live, {
    asked: { only: 'will_run' },
    expected: live.batch.willRun,
    belongs: willRun,
  })
}
