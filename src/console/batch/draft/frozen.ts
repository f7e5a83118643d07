import type { Place } from '#console/batch/rows/rows-in-place.ts'
import { groupSums, verdictGroups } from '#console/batch/sum.ts'
import type { Batch, BatchRow } from '#contract/batch.ts'

/**
 * Who will run, out of all checked rows worst first: held rows that were let go, then everybody who is
 * ready. Where a let-go row is still to be found, stands the offset of the next page to look into.
 */
export function frozenPlaces(places: readonly Place[], batch: Batch): Place[] {
  const { verdicts } = batch
  const { released } = groupSums(batch)
  const heldFrom = verdicts.not_checked
  const heldTo = heldFrom + verdictGroups.held.reduce((sum, verdict) => sum + verdicts[verdict], 0)
  const ready = verdictGroups.will.reduce((sum, verdict) => sum + verdicts[verdict], 0)
  const held = places.slice(heldFrom, heldTo)
  const letGo = held.filter((place): place is BatchRow => isRow(place) && place.released)
  const next = held.find((place) => !isRow(place))
  const hidden = next === undefined ? 0 : Math.max(released - letGo.length, 0)
  return [
    ...letGo.slice(0, released),
    ...Array.from({ length: hidden }, () => next ?? 0),
    ...places.slice(batch.rows - ready),
  ]
}

/** Whether a place is read already. */
export function isRow(place: Place): place is BatchRow {
  return typeof place === 'object'
}

/** 64 hex digits cut to what people compare: 16, in groups of four. */
export function fingerprintWords(fingerprint: string): string {
  return fingerprint.slice(0, 16).replaceAll(/(?<four>....)(?=.)/g, '$<four> ')
}
