import type { Batch } from '#contract/batch.ts'
import type { Outcome } from '#contract/batch-row.ts'

/** Outcomes of rows that were in the run, in the order in which they are told. */
const inTheRun = [
  'done',
  'already_so',
  'failed',
  'not_confirmed',
  'held',
  'sending',
  'waiting',
  'not_started',
] as const satisfies readonly Outcome[]
export type InTheRun = (typeof inTheRun)[number]

/** The numbers of a confirmed batch, as a sum somebody can check. */
export type Sum = {
  onList: number
  neverInRun: number
  inRun: number
  /** The terms that make up the run, without those that are zero. */
  terms: readonly { outcome: InTheRun; count: number }[]
  /** Rows about which nothing more will be done. */
  ended: number
  /** On the list − never in the run = in the run = the terms: true unless something was lost. */
  addsUp: boolean
  /** The run is over and every single row of it shows the effect: only then anything turns green. */
  agrees: boolean
}

/** Adds up a batch. `inRun` is what was frozen, so that a lost row is noticed and not hidden. */
export function sumOf({ rows, willRun, outcomes, state }: Batch): Sum {
  const neverInRun = outcomes.skipped
  const terms = inTheRun.flatMap((outcome) =>
    outcomes[outcome] > 0 ? [{ outcome, count: outcomes[outcome] }] : [],
  )
  const all = terms.reduce((sum, { count }) => sum + count, 0)
  const { done, already_so, failed, not_confirmed, held } = outcomes
  const addsUp = all === willRun && rows - neverInRun === willRun
  return {
    onList: rows,
    neverInRun,
    inRun: willRun,
    terms,
    ended: done + already_so + failed + not_confirmed + held,
    addsUp,
    agrees: state === 'finished' && addsUp && done > 0 && done + already_so === willRun,
  }
}

/** A slice of the bar; what has no slice is the rest of the track. */
export type Slice = { outcome: 'done' | 'failed' | 'not_confirmed' | 'sending'; count: number }

/** The bar's slices, the ended ones first. What was so already counts with what is done. */
export function slicesOf({ outcomes }: Pick<Batch, 'outcomes'>): { slices: Slice[]; rest: number } {
  const { done, already_so, failed, not_confirmed, sending, held, waiting, not_started } = outcomes
  const slices: Slice[] = [
    { outcome: 'done', count: done + already_so },
    { outcome: 'not_confirmed', count: not_confirmed },
    { outcome: 'failed', count: failed },
    { outcome: 'sending', count: sending },
  ]
  return {
    slices: slices.filter(({ count }) => count > 0),
    rest: held + waiting + not_started,
  }
}

/** The verdicts of a check in three groups. */
export const verdictGroups = {
  held: ['still_active', 'in_another_batch'],
  willNot: ['not_checked', 'protected', 'yourself', 'not_found', 'already_so'],
  will: ['may_come_back', 'ready'],
} as const

/** How many rows are held, will not run and will run; `released` were held and count among the last. */
export function groupSums({
  verdicts,
  willRun,
  rows,
}: Pick<Batch, 'verdicts' | 'willRun' | 'rows'>) {
  const of = (group: readonly (keyof typeof verdicts)[]) =>
    group.reduce((sum, verdict) => sum + verdicts[verdict], 0)
  const released = willRun - of(verdictGroups.will)
  const held = of(verdictGroups.held) - released
  return { held, willNot: rows - held - willRun, will: willRun, released }
}
