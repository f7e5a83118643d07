import type { PauseReason } from '#contract/batch.ts'
import type { UserDto } from '#genauth/wire.ts'
import type { BatchRecord, BatchRowRecord, RowPatch } from '#store/records.ts'
import { UserBusy } from '#store/store.ts'
import type { SentRow } from './batch-settle.ts'
import { lookAtRows, settled, shows } from './batch-settle.ts'
import { inParallel } from './in-parallel.ts'
import { factsOf } from './look-again.ts'
import type { Answer } from './outcome.ts'
import { answerOf } from './outcome.ts'
import { profileVersion } from './version.ts'
import type { World } from './world.ts'

/** GenAuth's documented limit of ids in one call. */
const chunkLimit = 50
/** The first chunk is small and read back before the rest begins. */
const canarySize = 5
/** Bytes leave this soon after the fence was checked, or not at all. */
const sendWithinMs = 2_000
const secondLookAfterMs = 1_000

export type Run = { batch: BatchRecord; fence: number; starter: { personId: string; name: string } }

/** What one chunk came to. `outcomes` in list order; `pause`: the batch waits for a person. */
export type ChunkResult = {
  outcomes: string[]
  pause: PauseReason | null
  /** GenAuth asked for a rest. */
  restMs: number | null
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
  const { present, ended, pause } = await reread(world, rows)
  await world.store.batches.patchRows(run.batch.batchId, ended)
  const before = { outcomes: ended.map((patch) => patch.outcome ?? ''), restMs: null }
  if (pause || present.length === 0) return { ...before, pause }

  const checkedAt = world.clock.monotonic()
  const entries = await recordIntents(world, run, present)
  if (entries === 'busy') return { ...before, pause: 'drift' }
  const sent = present.flatMap(({ row }) => {
    const intentSeq = entries.get(row.row)
    return intentSeq === undefined ? [] : { row, intentSeq }
  })
  const late = world.clock.monotonic() - checkedAt > sendWithinMs
  const answer = late ? tooLate : answerOf([await send(world, sent)])
  return { ...(await readBack(world, run, sent, answer)), restMs: restOf(answer) }
}

/** Nothing left this process, so nothing was applied; the rows wait for the next round. */
const tooLate: Answer = {
  kind: 'not_applied',
  failure: { kind: 'not_applied', cause: 'silent', detail: 'the fence was checked too long ago' },
}

async function send(world: World, sent: readonly SentRow[]) {
  return world.genauth.deleteUsersBatch(sent.map(({ row }) => row.userId))
}

async function reread(world: World, rows: readonly BatchRowRecord[]) {
  const read = await world.genauth.getUserBatch(rows.map((row) => row.userId))
  const known = new Map(read.ok ? read.value.map((user) => [user.userId, user]) : [])
  const now = world.clock.now().toISOString()
  // A batch read that leaves somebody out, or fails, says nothing for sure: ask for them one by one.
  const looked = await inParallel(world.settings.genauthConcurrency, rows, async (row) => {
    const user = known.get(row.userId)
    if (user) return { row, read: { ok: true as const, value: user } }
    return { row, read: await world.genauth.getUser(row.userId, 'user_id') }
  })
  const present: { row: BatchRowRecord; user: UserDto }[] = []
  const ended: RowPatch[] = []
  let pause: PauseReason | null = null
  for (const { row, read: one } of looked) {
    if (!one.ok) pause = one.failure.cause === 'key' ? 'refused' : (pause ?? 'upstream')
    else if (!one.value) ended.push(goneBefore(row, now))
    else if (profileVersion(one.value) === row.checkedVersion)
      present.push({ row, user: one.value })
    else {
      ended.push({ row: row.row, outcome: 'held', status: one.value.status, checkedAt: now })
      pause ??= 'drift'
    }
  }
  return { present, ended, pause }
}

/** Gone before its turn is *already so*; gone after this batch had sent it once is *done*. */
function goneBefore(row: BatchRowRecord, now: string): RowPatch {
  return {
    row: row.row,
    outcome: row.sends > 0 ? 'done' : 'already_so',
    seen: { ...row.seen, gone: true, status: null, ...noCounts },
    checkedAt: now,
    why: null,
  }
}

const noCounts = {
  departments: null,
  roles: null,
  groups: null,
  positions: null,
  authorizations: null,
  left: null,
}

async function recordIntents(
  world: World,
  { batch, fence, starter }: Run,
  present: readonly { row: BatchRowRecord; user: UserDto }[],
) {
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
    return await world.store.batches.recordIntents(batch.batchId, fence, intents, at)
  } catch (error) {
    if (!(error instanceof UserBusy)) throw error
    const busy = new Set(error.userIds)
    await world.store.batches.patchRows(
      batch.batchId,
      present
        .filter(({ row }) => busy.has(row.userId))
        .map(({ row }) => ({ row: row.row, outcome: 'held', checkedAt: at })),
    )
    return 'busy' as const
  }
}

async function readBack(
  world: World,
  run: Run,
  sent: readonly SentRow[],
  answer: Answer,
): Promise<Omit<ChunkResult, 'restMs'>> {
  let looked = await lookAtRows(world, sent)
  const unclear = looked.filter((item) => !shows(item))
  if (unclear.length > 0 && answer.kind !== 'not_applied') {
    const { genauthSettleMs } = world.settings
    const pause =
      answer.kind === 'ambiguous' ? genauthSettleMs : Math.min(secondLookAfterMs, genauthSettleMs)
    await world.clock.sleep(pause, world.stopping)
    // Told to end: what is not clear yet stays an open intent, to be settled by the next start.
    if (!world.stopping.aborted) {
      const again = await lookAtRows(world, unclear)
      const byRow = new Map(again.map((item) => [item.row.row, item]))
      looked = looked.map((item) => byRow.get(item.row.row) ?? item)
    }
  }
  const at = world.clock.now().toISOString()
  const clear =
    world.stopping.aborted && answer.kind !== 'not_applied' ? looked.filter(shows) : looked
  const outcomes = clear.map((item) => settled(item, answer, at))
  await world.store.batches.recordOutcomes(run.batch.batchId, outcomes, at)
  return {
    outcomes: outcomes.map(({ patch }) => patch.outcome ?? ''),
    pause: answer.failure?.cause === 'key' ? 'refused' : null,
  }
}

function restOf({ failure }: Answer): number | null {
  if (failure?.cause !== 'busy' && failure?.cause !== 'silent') return null
  return failure.retryAfterMs ?? 1_000
}
