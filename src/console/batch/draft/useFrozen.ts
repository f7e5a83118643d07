import { useEffect } from 'react'
import type { Live } from '#console/batch/live.ts'
import { type Rows, useRows } from '#console/batch/rows/useRows.ts'
import { groupSums } from '#console/batch/sum.ts'
import type { BatchRow } from '#contract/batch.ts'
import { frozenPlaces, isRow } from './frozen.ts'

/** Who will run, and what has to be said about them before. */
export type Frozen = Omit<Rows, 'ask'> & { mayComeBack: number; stillActive: number }

function comesBack({ verdict, syncProviders }: BatchRow): boolean {
  return verdict !== 'may_come_back' && syncProviders.length > 0
}

/** Reads the frozen list: before the confirmation from the verdicts, after it from what was frozen. */
export function useFrozen(live: Live): Frozen {
  const { batch } = live
  const isConfirmed = batch.state === 'confirmed'
  const { ask, need, places, ...rows } = useRows(live, {
    asked: isConfirmed ? { outcome: 'waiting' } : {},
    expected: isConfirmed ? batch.willRun : batch.rows,
    belongs: (row) => !isConfirmed || row.outcome === 'waiting',
  })
  const frozen = isConfirmed ? places : frozenPlaces(places, batch)
  // Everybody who was let go by hand is looked at, however far down the list they stand.
  const hidden = frozen.slice(0, groupSums(batch).released).filter((place) => !isRow(place))
  useEffect(() => ask(hidden))
  const known = frozen.filter(isRow)
  return {
    ...rows,
    places: frozen,
    need: (first, last) => (isConfirmed ? need(first, last) : ask(frozen.slice(first, last + 1))),
    mayComeBack: batch.verdicts.may_come_back + known.filter(comesBack).length,
    stillActive: known.filter(({ verdict }) => verdict === 'still_active').length,
  }
}
