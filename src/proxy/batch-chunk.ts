import type { PauseReason } from '#contract/batch.ts'
import type { BatchRecord, RowPatch } from '#store/batch-records.ts'
import type { Person, Within } from '#store/records.ts'
import type { UserRow } from './batch-deed.ts'
import { deedOf, expectedOf, withUser } from './batch-deed.ts'
import type { Present } from './batch-intents.ts'
import { recordIntents } from './batch-intents.ts'
import { reread } from './batch-reread.ts'
import type { SentRow } from './batch-settle.ts'
import { lookAtRows, settled, shows } from './batch-settle.ts'
import type { Calm } from './calm.ts'
import type { Answer } from './outcome.ts'
import { answerOf } from './outcome.ts'
import type { World } from './world.ts'

/** GenAuth's documented limit of ids in one call. */
const chunkLimit = 50
/** The first chunk is small and read back before the rest begins. */
const canarySize = 5
/** The client lets bytes leave 1.5 s after it was asked at the latest: two seconds in all. */
const sendWithinMs = 500
const secondLookAfterMs = 1_000

/**
 * Who runs which batch: every change is made under this fence or not at all, and, unless it is approved,
 * within what its starter may do alone.
 */
export type Run = {
  batch: BatchRecord
  fence: number
  starter: Person
  calm: Calm
  within: Within | undefined
}

/** What one chunk came to. `outcomes` in list order; `pause`: the batch waits for a person. */
export type ChunkResult = {
  outcomes: string[]
  pause: PauseReason | null
  /** GenAuth asked for a rest, or could not be reached. */
  turnedAway: boolean
  /** Rows whose act was not seen to have happened. */
  unseen: number[]
}

/** The next rows to send: the canary, then fifties; a row that must be sent again goes alone. */
export async function nextChunk(world: World, batch: BatchRecord): Promise<UserRow[]> {
  const limit = batch.canaryAt ? chunkLimit : canarySize
  const rows = withUser(await world.store.batches.nextRows(batch.batchId, 'waiting', limit))
  const again = rows.findIndex((row) => row.sends > 0)
  if (again === 0) return rows.slice(0, 1)
  return again > 0 ? rows.slice(0, again) : rows
}

/** Reads again, holds what drifted, writes down, sends, reads back, writes down. */
export async function runChunk(
  world: World,
  run: Run,
  rows: readonly UserRow[],
): Promise<ChunkResult> {
  const { clock, stopping } = world
  const { before, present, readAfter } = await meet(world, run, rows)
  if (before.pause || present.length === 0 || stopping.aborted) return before

  const checkedAt = clock.monotonic()
  const sent = await recordIntents(world, run, present, readAfter, (row) =>
    expectedOf(run.batch, row),
  )
  if (!sent) return { ...before, pause: 'drift' }
  const answer = isLate(world, checkedAt)
    ? tooLate
    : answerOf([
        await deedOf(run.batch).send(
          world.genauth,
          sent.map(({ row }) => row),
        ),
      ])
  restAfter(run, answer)
  return readBack(world, run, sent, () => answer)
}

/** Reads a chunk again; whoever is not as they were checked has their outcome before anything is sent. */
export async function meet(
  world: World,
  run: Run,
  rows: readonly UserRow[],
): Promise<{ before: ChunkResult; present: readonly Present[]; readAfter: number }> {
  const { batch, calm, starter } = run
  const readAfter = await world.store.audit.lastSeq()
  const own = await world.store.people.ownNames(starter.personId)
  const { present, ended, pause } = await reread({ world, calm, batch, own }, rows)
  await end(world, run, rows, ended)
  const before: ChunkResult = {
    outcomes: ended.map((patch) => patch.outcome ?? ''),
    pause,
    turnedAway: false,
    unseen: [],
  }
  return { before, present, readAfter }
}

/** The fence was checked too long ago for a byte to leave now, or the program was told to end. */
export function isLate({ stopping, clock }: World, checkedAt: number): boolean {
  return stopping.aborted || clock.monotonic() - checkedAt > sendWithinMs
}

/** Nothing left this process, so nothing was applied; the rows wait for the next round. */
export const tooLate: Answer = {
  kind: 'not_applied',
  failure: { kind: 'not_applied', cause: 'silent', detail: 'the fence was checked too long ago' },
}

export function restAfter({ calm }: Run, { failure }: Answer): void {
  if (failure?.cause === 'busy' || failure?.cause === 'silent') calm.rest(failure)
}

/** Keeps what became of rows that need not be sent; a *done* seen late is an entry of its own. */
async function end(
  world: World,
  { batch, fence, starter }: Run,
  rows: readonly UserRow[],
  ended: readonly RowPatch[],
): Promise<void> {
  const { batches } = world.store
  const at = world.clock.now().toISOString()
  const done = ended.filter(({ outcome }) => outcome === 'done')
  const intents = await batches.lastIntents(
    batch.batchId,
    done.map(({ row }) => row),
  )
  const seenLate = done.flatMap((patch) => {
    const intentSeq = intents.get(patch.row)
    if (intentSeq === undefined) return []
    return {
      intentSeq,
      outcome: 'done' as const,
      requestId: null,
      facts: { seen: patch.seen },
      patch,
    }
  })
  if (seenLate.length > 0) {
    await batches.recordChecks(batch.batchId, seenLate, starter.personId, at)
  }
  const late = new Set(seenLate.map(({ patch }) => patch.row))
  const others = ended.filter(({ row }) => !late.has(row) && rows.some((one) => one.row === row))
  await batches.patchRows(batch.batchId, others, { fence })
}

/** Looks until it is clear, or of no use to look on, and writes down what was seen. */
export async function readBack(
  world: World,
  { batch, calm }: Pick<Run, 'batch' | 'calm'>,
  sent: readonly SentRow[],
  answerTo: (sent: SentRow) => Answer,
): Promise<ChunkResult> {
  const { clock, settings, stopping, store } = world
  let looked = await lookAtRows(calm, sent)
  const unclear = looked.filter((item) => !shows(item) && answerTo(item).kind !== 'not_applied')
  if (unclear.length > 0) {
    const clear = unclear.every((item) => answerTo(item).kind === 'success' && item.look.read)
    const { genauthSettleMs: settle } = settings
    await clock.sleep(clear ? Math.min(secondLookAfterMs, settle) : settle, stopping)
    // Told to end: what is not clear yet stays an open intent, to be settled by the next start.
    if (!stopping.aborted) looked = replaced(looked, await lookAtRows(calm, unclear))
  }
  const at = clock.now().toISOString()
  const left = stopping.aborted
    ? looked.filter((item) => shows(item) || answerTo(item).kind === 'not_applied')
    : looked
  const outcomes = left.map((item) => settled(item, answerTo(item), at))
  await store.batches.recordOutcomes(batch.batchId, outcomes, at)
  const causes = sent.map((item) => answerTo(item).failure?.cause)
  return {
    outcomes: outcomes.map(({ patch }) => patch.outcome ?? ''),
    pause: causes.includes('key') ? 'refused' : null,
    turnedAway: causes.includes('busy') || causes.includes('silent'),
    unseen: looked.filter((item) => !shows(item)).map(({ row }) => row.row),
  }
}

function replaced<T extends SentRow>(all: readonly T[], some: readonly T[]): T[] {
  const byRow = new Map(some.map((item) => [item.row.row, item]))
  return all.map((item) => byRow.get(item.row.row) ?? item)
}
