import type { Batch } from '#contract/batch.ts'
import { BatchKind, BatchState, Outcomes, PauseReason, Verdicts } from '#contract/batch.ts'
import { BatchRow, Outcome, outcomes, Verdict, verdicts } from '#contract/batch-row.ts'
import type { BatchRecord, BatchRowRecord } from '#store/batch-records.ts'
import { heldVerdicts, runningVerdicts } from './batch-plan.ts'
import type { World } from './world.ts'

/** A batch as one person sees it. */
export async function batchView(
  world: World,
  record: BatchRecord,
  personId: string,
): Promise<Batch> {
  const people = [record.createdBy, record.startedBy].filter((id) => id !== null)
  const [tallies, names] = await Promise.all([
    world.store.batches.tallies(record.batchId),
    world.store.people.names(people),
  ])
  const verdictCounts = Verdicts.parse(counted(verdicts, tallies.verdicts))
  const outcomeCounts = Outcomes.parse(counted(outcomes, tallies.outcomes))
  const { batchId, title, reason, rows, revision, firstEntry, lastEntry } = record
  return {
    batchId,
    kind: BatchKind.parse(record.kind),
    title,
    reason,
    state: BatchState.parse(record.state),
    pausedBecause: PauseReason.nullable().parse(record.pausedBecause),
    createdBy: names.get(record.createdBy) ?? null,
    createdAt: record.createdAt,
    checkedAt: record.checkedAt,
    startedBy: record.startedBy && (names.get(record.startedBy) ?? null),
    startedAt: record.startedAt,
    finishedAt: record.finishedAt,
    expiresAt: record.expiresAt,
    fingerprint: record.fingerprint,
    mine: record.createdBy === personId,
    rows,
    checkedRows: tallies.checked,
    willRun: sum(runningVerdicts.map((verdict) => verdictCounts[verdict])) + tallies.released,
    canaryAt: record.canaryAt,
    verdicts: verdictCounts,
    outcomes: outcomeCounts,
    secondsLeft: secondsLeft(world, record, outcomeCounts),
    firstEntry,
    lastEntry,
    revision,
  }
}

/** One row as it is shown. */
export function rowView(record: BatchRowRecord): BatchRow {
  return BatchRow.parse({
    ...record,
    verdict: record.verdict && Verdict.parse(record.verdict),
    outcome: record.outcome && Outcome.parse(record.outcome),
  })
}

/** Worst first: what needs a person, then what will not run, then the rest. */
export const worstFirst = {
  verdicts: [
    'not_checked',
    ...heldVerdicts,
    'not_found',
    'protected',
    'yourself',
    'already_so',
    'may_come_back',
    'ready',
  ] as const satisfies readonly Verdict[],
  outcomes: [
    'failed',
    'not_confirmed',
    'held',
    'sending',
    'waiting',
    'not_started',
    'already_so',
    'done',
    'skipped',
  ] as const satisfies readonly Outcome[],
}

function secondsLeft(
  world: World,
  record: BatchRecord,
  counts: Record<Outcome, number>,
): number | null {
  if (record.state !== 'running' || !record.startedAt) return null
  const left = counts.waiting + counts.sending
  const ended = counts.done + counts.already_so + counts.failed + counts.not_confirmed + counts.held
  if (ended === 0) return null
  const elapsed = (world.clock.now().getTime() - Date.parse(record.startedAt)) / 1000
  return Math.max(1, Math.ceil((elapsed / ended) * left))
}

/** A count for every word, zero where there is none. */
function counted(keys: readonly string[], found: Record<string, number>) {
  return Object.fromEntries(keys.map((key) => [key, found[key] ?? 0]))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
