import { useEffect } from 'react'
import type { Live } from '#console/batch/live.ts'
import { type Rows, useRows } from '#console/batch/rows/useRows.ts'
import { groupSums } from '#console/batch/sum.ts'
import type { BatchRow, Verdict } from '#contract/batch-row.ts'

/** Who will run, and what has to be said about them before. */
export type Frozen = Rows & { mayComeBack: number; stillActive: number }

/**
 * The frozen list: held rows that were let go one by one, then everybody who is ready, those who may
 * come back first.
 */
export function useFrozen(live: Live): Frozen {
  const { verdicts } = live.batch
  const { released } = groupSums(live.batch)
  const by = (verdict: Verdict, expected: number) => ({
    asked: { verdict },
    expected,
    belongs: (row: BatchRow) => row.verdict === verdict,
  })
  const active = useRows(live, by('still_active', released > 0 ? verdicts.still_active : 0))
  const elsewhere = useRows(
    live,
    by('in_another_batch', released > 0 ? verdicts.in_another_batch : 0),
  )
  const returning = useRows(live, by('may_come_back', verdicts.may_come_back))
  const ready = useRows(live, by('ready', verdicts.ready))

  const letGo = [...active.places, ...elsewhere.places].filter((row) => row?.released)
  const hidden = Math.max(released - letGo.length, 0)
  useEffect(() => {
    // Everybody who was let go by hand is looked at, however far down the list they stand.
    if (hidden === 0) return
    active.need(0, active.places.length)
    elsewhere.need(0, elsewhere.places.length)
  })
  const lists = [active, elsewhere, returning, ready]
  const failed = lists.filter(({ problem }) => problem !== null)
  return {
    places: [
      ...letGo,
      ...Array.from({ length: hidden }, () => null),
      ...returning.places,
      ...ready.places,
    ],
    need(first, last) {
      returning.need(first - released, last - released)
      ready.need(
        first - released - returning.places.length,
        last - released - returning.places.length,
      )
    },
    problem: failed[0]?.problem ?? null,
    retry: () => {
      for (const { retry } of failed) retry()
    },
    mayComeBack: verdicts.may_come_back + letGo.filter((row) => row?.syncProviders.length).length,
    stillActive: letGo.filter((row) => row?.verdict === 'still_active').length,
  }
}
