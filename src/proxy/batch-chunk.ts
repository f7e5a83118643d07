import type { PauseReason } from '#contract/batch.ts'
import type { UserDto } from '#genauth/wire.ts'
import type { BatchRecord, BatchRowRecord, RowPatch } from '#store/batch-records.ts'
import type { Person } from '#store/records.ts'
import { UserBusy } from '#store/store.ts'
import { reread, setAside } from './batch-reread.ts'
import { lookAtRows, type SentRow, settled, shows } from './batch-settle.ts'
import type { Calm } from './calm.ts'
import { factsOf } from './look-again.ts'
import { type Answer, answerOf } from './outcome.ts'
import type { World } from './world.ts'

/** GenAuth's documented limit of ids in one call. */
const chunkLimit = 50
/** The first chunk is small and read back before the rest begins. */
const canarySize = 5
/** The client lets bytes leave 1.5 s after it was asked at the latest: two seconds in all. */
const sendWithinMs = 500
const secondLookAfterMs = 1_000

/** Who runs which batch: every change is made under this fence or not at all. */
export type Run = { batch: BatchRecord; fence: number; starter: Person; calm: Calm }

/** What one chunk came to. `outcomes` in list order; `pause`: the batch waits for a person. */
export type ChunkResult = {
  outcomes: string[]
  pause: PauseReason | null
  /** GenAuth asked for a rest, or could not be reached. */
  turnedAway: boolean
}

/** The next rows to send: the canary, then fifties; a row that must be sent again goes alone. */
export async function nextChunk(world: World, batch: BatchRecord): Promise<BatchRowRecord[]> {
  const limit = batch.canaryAt ? chunkLimit : canarySize
  const rows = await world.store.batches.nextRows(batch.batchId, 'waiting', limit)
  const again = rows.findIndex((row) => row.sends > 0)
  if (again === 0) return rows.slice(0, 1)
  return again > 0 ? rows.slice(0, again) : rows
}

/** Reads again, holds what drifted, writes down, sends, reads back, writes down. */
export async function runChunk(
  world: World,
  run: Run,
  rows: readonly BatchRowRecord[],
): Promise<ChunkResult> {
  const { store, clock, stopping } = world
  const readAfter = await store.audit.lastSeq()
  const { present, ended, pause } = await reread(world, run.calm, run.starter, rows)
  await end(world, run, rows, ended)
  const before: ChunkResult = {
    outcomes: ended.map((patch) => patch.outcome ?? ''),
    pause,
    turnedAway: false,
  }
  if (pause || present.length === 0 || stopping.aborted) return before

  const checkedAt = clock.monotonic()
  const entries = await recordIntents(world, run, present, readAfter)
  if (!entries) return { ...before, pause: 'drift' }
  const sent = present.flatMap(({ row }) => {
    const intentSeq = entries.get(row.row)
    return intentSeq === undefined ? [] : { row, intentSeq }
  })
  const late = stopping.aborted || clock.monotonic() - checkedAt > sendWithinMs
  const answer = late ? tooLate : answerOf([await send(world, sent)])
  if (answer.failure?.cause === 'busy' || answer.failure?.cause === 'silent') {
    run.calm.rest(answer.failure)
  }
  return readBack(world, run, sent, answer)
}

/** Nothing left this process, so nothing was applied; the rows wait for the next round. */
const tooLate: Answer = {
  kind: 'not_applied',
  failure: { kind: 'not_applied', cause: 'silent', detail: 'the fence was checked too long ago' },
}

async function send(world: World, sent: readonly SentRow[]) {
  return world.genauth.deleteUsersBatch(sent.map(({ row }) => row.userId))
}

/** Keeps what became of rows that need not be sent; a *done* seen late is an entry of its own. */
async function end(
  world: World,
  { batch, fence, starter }: Run,
  rows: readonly BatchRowRecord[],
  ended: readonly RowPatch[],
): Promise<void> {
  const { acts, batches } = world.store
  const at = world.clock.now().toISOString()
  for (const { row, outcome, seen } of ended) {
    const userId = rows.find((candidate) => candidate.row === row)?.userId
    if (outcome !== 'done' || userId === undefined) continue
    const [last] = await acts.history(userId, 1)
    if (last?.batchId !== batch.batchId) continue
    const check = {
      intentSeq: last.seq,
      outcome: 'done' as const,
      requestId: null,
      facts: { seen },
    }
    await acts.recordCheck(check, starter.personId, at)
  }
  await batches.patchRows(batch.batchId, ended, { fence })
}

/** @returns the entries by row, or null when some of these users were acted on meanwhile. */
async function recordIntents(
  world: World,
  { batch, fence, starter }: Run,
  present: readonly { row: BatchRowRecord; user: UserDto }[],
  readAfter: number,
): Promise<Map<number, number> | null> {
  const at = world.clock.now().toISOString()
  const intents = present.map(({ row, user }) => ({
    action: 'deleteUser' as const,
    row: row.row,
    userId: row.userId,
    personId: starter.personId,
    requestId: null,
    snapshot: null,
    facts: {
      ...factsOf({ action: 'deleteUser', userId: row.userId, target: null, hadRights: [] }),
      about: null,
      send: row.sends + 1,
      found: { status: user.status, readAt: at },
    },
    personal: {
      who: starter.name,
      whom: {
        name: user.name,
        nickname: user.nickname,
        username: user.username,
        email: user.email,
        phone: user.phone,
        externalId: user.externalId,
      },
      reason: batch.reason,
    },
  }))
  try {
    const { batches } = world.store
    return await batches.recordIntents(batch.batchId, fence, intents, at, readAfter)
  } catch (error) {
    if (!(error instanceof UserBusy)) throw error
    const busy = new Set(error.userIds)
    await world.store.batches.patchRows(
      batch.batchId,
      present.filter(({ row }) => busy.has(row.userId)).map(({ row }) => setAside(row, at)),
      { fence },
    )
    return null
  }
}

async function readBack(
  world: World,
  { batch, calm }: Run,
  sent: readonly SentRow[],
  answer: Answer,
): Promise<ChunkResult> {
  const { clock, settings, stopping, store } = world
  let looked = await lookAtRows(calm, sent)
  const unclear = looked.filter((item) => !shows(item))
  if (unclear.length > 0 && answer.kind !== 'not_applied') {
    const clear = answer.kind === 'success' && unclear.every(({ look }) => look.read)
    const { genauthSettleMs: settle } = settings
    await clock.sleep(clear ? Math.min(secondLookAfterMs, settle) : settle, stopping)
    // Told to end: what is not clear yet stays an open intent, to be settled by the next start.
    if (!stopping.aborted) looked = replaced(looked, await lookAtRows(calm, unclear))
  }
  const at = clock.now().toISOString()
  const left = stopping.aborted && answer.kind !== 'not_applied' ? looked.filter(shows) : looked
  const outcomes = left.map((item) => settled(item, answer, at))
  await store.batches.recordOutcomes(batch.batchId, outcomes, at)
  const { failure } = answer
  return {
    outcomes: outcomes.map(({ patch }) => patch.outcome ?? ''),
    pause: failure?.cause === 'key' ? 'refused' : null,
    turnedAway: failure?.cause === 'busy' || failure?.cause === 'silent',
  }
}

function replaced<T extends SentRow>(all: readonly T[], some: readonly T[]): T[] {
  const byRow = new Map(some.map((item) => [item.row.row, item]))
  return all.map((item) => byRow.get(item.row.row) ?? item)
}
