import type { Batch, Goes } from '#contract/batch.ts'
import { BatchKind, BatchState, Outcomes, PauseReason, Verdicts } from '#contract/batch.ts'
import type { Verdict } from '#contract/batch-row.ts'
import { BatchRow, type Outcome, outcomes, verdicts } from '#contract/batch-row.ts'
import { ListSource } from '#contract/list.ts'
import type { BatchRecord, BatchRowRecord } from '#store/batch-records.ts'
import type { Viewer } from './approval-view.ts'
import { approvalView } from './approval-view.ts'
import { heldVerdicts, runningVerdicts } from './batch-plan.ts'
import { secondsToCheck, secondsToEnd, secondsToRun } from './batch-time.ts'
import type { World } from './world.ts'

/** A batch as one person sees it. */
export async function batchView(world: World, record: BatchRecord, viewer: Viewer): Promise<Batch> {
  const [view] = await batchViews(world, [record], viewer)
  if (!view) throw new TypeError('one batch has one view')
  return view
}

/** Batches as one person sees them, in the order given. */
export async function batchViews(
  world: World,
  records: readonly BatchRecord[],
  viewer: Viewer,
): Promise<Batch[]> {
  const { batches, people } = world.store
  const persons = records.flatMap(({ createdBy, startedBy, approvedBy, declinedBy }) =>
    [createdBy, startedBy, approvedBy, declinedBy].filter((personId) => personId !== null),
  )
  const [names, lists] = await Promise.all([
    people.names([...new Set(persons)]),
    batches.listSummaries(records.map(({ batchId }) => batchId)),
  ])
  return Promise.all(
    records.map((record) => viewOf(world, record, viewer, names, lists.get(record.batchId) ?? [])),
  )
}

async function viewOf(
  world: World,
  record: BatchRecord,
  viewer: Viewer,
  names: ReadonlyMap<string, string>,
  lists: readonly { listId: string; source: string; name: string | null; rows: number }[],
): Promise<Batch> {
  const { batches } = world.store
  const tallies = await batches.tallies(record.batchId)
  const verdictCounts = Verdicts.parse(counted(verdicts, tallies.verdicts))
  const outcomeCounts = Outcomes.parse(counted(outcomes, tallies.outcomes))
  const willRun = sum(runningVerdicts.map((verdict) => verdictCounts[verdict])) + tallies.accepted
  const left = record.state === 'paused' ? outcomeCounts.waiting : willRun
  const { batchId, title, reason, rows, revision, firstEntry, lastEntry } = record
  return {
    batchId,
    kind: BatchKind.parse(record.kind),
    title,
    reason,
    endSessions: record.endSessions,
    parentId: record.parentId,
    lists: lists.map((list) => ({ ...list, source: ListSource.parse(list.source) })),
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
    mine: record.createdBy === viewer.personId,
    rows,
    checkedRows: tallies.checked,
    willRun,
    accepted: tallies.accepted,
    leftOut: tallies.leftOut,
    goes: await goesOf(world, record),
    approval: await approvalView(world, record, viewer, { willRun, left }, names),
    canaryAt: record.canaryAt,
    verdicts: verdictCounts,
    outcomes: outcomeCounts,
    secondsLeft: secondsLeft(world, record, { willRun, checked: tallies.checked }, outcomeCounts),
    recheck: {
      left: tallies.recheckLeft,
      total: record.recheckTotal,
      at: record.recheckedAt,
      cameBack: tallies.cameBack,
      unread: await unreadSince(world, record),
    },
    firstEntry,
    lastEntry,
    revision,
  }
}

/** One row as it is shown. */
export function rowView(record: BatchRowRecord): BatchRow {
  return BatchRow.parse(record)
}

/** Worst first: what needs a person, then what will not run, then the rest. */
export const worstFirst = {
  verdicts: [
    'name_differs',
    'ambiguous',
    'not_checked',
    'still_active',
    'in_another_batch',
    'not_found',
    'duplicate',
    'other_state',
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

/** What goes is asked about before the start; later the rows themselves say what went. */
async function goesOf(world: World, { batchId, state }: BatchRecord): Promise<Goes | null> {
  if (state !== 'checked' && state !== 'confirmed') return null
  return world.store.batches.goes(batchId, runningVerdicts, heldVerdicts, {
    mayComeBack: 'may_come_back' satisfies Verdict,
    stillActive: 'still_active' satisfies Verdict,
  })
}

/** Of those who were done: a look that was taken leaves no reason why it was not. */
async function unreadSince(world: World, { batchId, recheckedAt }: BatchRecord): Promise<number> {
  if (recheckedAt === null) return 0
  const so = ['done', 'already_so'] as const satisfies readonly Outcome[]
  return world.store.batches.countUnread(batchId, so)
}

function secondsLeft(
  world: World,
  record: BatchRecord,
  { willRun, checked }: { willRun: number; checked: number },
  counts: Record<Outcome, number>,
): number | null {
  if (record.state === 'checking') return secondsToCheck(world, record, checked)
  if (record.state === 'checked' || record.state === 'confirmed')
    return secondsToRun(record, willRun)
  const left = counts.waiting + counts.sending
  const over = counts.done + counts.already_so + counts.failed + counts.not_confirmed + counts.held
  return secondsToEnd(world, record, over, left)
}

/** A count for every word, zero where there is none. */
function counted(keys: readonly string[], found: Record<string, number>) {
  return Object.fromEntries(keys.map((key) => [key, found[key] ?? 0]))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
