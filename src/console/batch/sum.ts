import type { Batch } from '#contract/batch.ts'
import type { BatchRow, Outcome, Verdict } from '#contract/batch-row.ts'

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
  /** The run is over, every single row of it shows the effect, and nobody came back: only then anything turns green. */
  agrees: boolean
}

/** Adds up a batch. `inRun` is what was frozen, so that a lost row is noticed and not hidden. */
export function sumOf({ rows, willRun, outcomes, state, recheck }: Batch): Sum {
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
    agrees:
      state === 'finished' &&
      addsUp &&
      done > 0 &&
      done + already_so === willRun &&
      recheck.cameBack === 0,
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

/** The verdicts of a check in three groups, each worst first. */
export const verdictGroups = {
  held: ['not_checked', 'name_differs', 'ambiguous', 'still_active', 'in_another_batch'],
  willNot: ['other_state', 'not_found', 'duplicate', 'already_so', 'protected', 'yourself'],
  will: ['may_come_back', 'ready'],
} as const satisfies Record<string, readonly Verdict[]>

/** Whether a verdict waits for somebody's decision. */
export function isHeld(verdict: Verdict | null): boolean {
  return verdictGroups.held.some((held) => held === verdict)
}

/** Whether a checked row will run: nothing holds it, or somebody accepted it. */
export function willRun({ verdict, decision }: Pick<BatchRow, 'verdict' | 'decision'>): boolean {
  if (decision !== null) return decision === 'accepted'
  return verdictGroups.will.some((will) => will === verdict)
}

/** How many rows wait for a decision, will not run, and will run: together every row of the list. */
export function groupSums(batch: Batch): { held: number; willNot: number; will: number } {
  const { verdicts, willRun, rows, accepted, leftOut } = batch
  const everHeld = verdictGroups.held.reduce((sum, verdict) => sum + verdicts[verdict], 0)
  const held = everHeld - accepted - leftOut
  return { held, willNot: rows - held - willRun, will: willRun }
}
