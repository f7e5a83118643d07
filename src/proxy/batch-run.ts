import type { PauseReason } from '#contract/batch.ts'
import { mayDo, Role } from '#contract/role.ts'
import type { BatchRecord } from '#store/batch-records.ts'
import type { Person } from '#store/records.ts'
import { CannotRecord, OverLimit, Stopped, Superseded, Unentitled } from '#store/store.ts'
import { type ChunkResult, nextChunk, type Run, runChunk } from './batch-chunk.ts'
import type { UserRow } from './batch-deed.ts'
import { withUser } from './batch-deed.ts'
import { pauseFor } from './batch-pause.ts'
import { endSessionsOf } from './batch-sessions.ts'
import { isTouched, lookAtRows, settled } from './batch-settle.ts'
import { standStill } from './batch-time.ts'
import { type Calm, calmly, mostRests } from './calm.ts'
import { isReadOnly } from './guard.ts'
import { expectedFrom } from './look-again.ts'
import type { Answer } from './outcome.ts'
import { ownAllowance } from './own-allowance.ts'
import type { World } from './world.ts'

/** The brake: so many rows in a row that did not end well, and the batch waits for a person. */
const brakeAt = 5
/** A call may have left this long after it was written down. */
const leaseMs = 2_000

/**
 * Runs a batch to its end, or until it waits for a person. Safe to begin anywhere: what an earlier
 * process left open is read before anything is sent. With `wait` it then waits for a person.
 */
export async function runBatch(
  world: World,
  batchId: number,
  { wait = false }: { wait?: boolean } = {},
): Promise<void> {
  const { batches } = world.store
  let fence: number | undefined
  try {
    // A paused batch sends nothing; what it left open is settled all the same.
    fence = await batches.takeFence(batchId, ['running', 'stopping', 'paused'])
    const calm = calmly(world)
    await settleOpen(world, calm, batchId)
    if (world.stopping.aborted) return
    if (wait) await pauseFor(world, batchId, fence, 'restart')
    await runChunks(world, calm, batchId, fence)
  } catch (error) {
    if (error instanceof Superseded) return
    const pause = pauseAfter(error)
    if (pause === null) throw error
    if (pause === 'unrecorded') {
      world.log.error({ err: error, batchId }, 'a batch pauses because nothing can be written down')
    }
    await pauseFor(world, batchId, fence, pause)
  }
}

/** Why a batch waits whose intents the store refused; null: that is no reason to wait. */
function pauseAfter(error: unknown): PauseReason | null {
  if (error instanceof Stopped) return 'read_only'
  if (error instanceof Unentitled) return 'role'
  if (error instanceof OverLimit) return 'approval'
  return error instanceof CannotRecord ? 'unrecorded' : null
}

/** What this run remembers from one chunk to the next. */
type Going = { unwell: number; turnedAway: number }

async function runChunks(world: World, calm: Calm, batchId: number, fence: number): Promise<void> {
  const going: Going = { unwell: 0, turnedAway: 0 }
  while (!world.stopping.aborted) {
    const batch = await world.store.batches.find(batchId)
    if (batch?.state === 'stopping') return end(world, batch, fence, 'stopped')
    if (batch?.state !== 'running') return
    const rows = await nextChunk(world, batch)
    if (rows.length === 0) return end(world, batch, fence, 'finished')
    const starter = await starterOf(world, batch)
    const pause = starter
      ? await runOne(world, { batch, fence, starter, calm }, rows, going)
      : 'role'
    if (pause) return pauseFor(world, batchId, fence, pause)
  }
}

/** One chunk with what belongs around it. @returns why the batch must wait for a person, or null. */
async function runOne(
  world: World,
  given: Omit<Run, 'within'>,
  rows: readonly UserRow[],
  going: Going,
): Promise<PauseReason | null> {
  if (await isReadOnly(world)) return 'read_only'
  await given.calm.rested()
  const approved = given.batch.approvedBy !== null
  const within = approved ? undefined : await ownAllowance(world, given.starter.personId)
  const run: Run = { ...given, within }
  const result = await actOn(world, run, rows)
  const pause = result.pause ?? brake(run.batch, going, result)
  if (!pause && !run.batch.canaryAt) await passCanary(world, run, result)
  return pause
}

/** Ends the sessions of a chunk first, where that was asked for, and then acts on it. */
async function actOn(world: World, run: Run, rows: readonly UserRow[]): Promise<ChunkResult> {
  if (!run.batch.endSessions) return runChunk(world, run, rows)
  const first = await endSessionsOf(world, run, rows)
  const { pause, turnedAway, outcomes } = first.result
  if (pause || turnedAway || first.rows.length === 0) return first.result
  const then = await runChunk(world, run, first.rows)
  return { ...then, outcomes: [...outcomes, ...then.outcomes] }
}

/** The rest begins once a whole small chunk was seen to have happened. */
async function passCanary(world: World, { batch, fence }: Run, { outcomes }: ChunkResult) {
  const clean = outcomes.every((outcome) => outcome === 'done' || outcome === 'already_so')
  if (!clean || !outcomes.includes('done')) return
  const canaryAt = world.clock.now().toISOString()
  await world.store.batches.change(batch.batchId, ['running', 'stopping'], { canaryAt }, { fence })
}

function brake(batch: BatchRecord, going: Going, result: ChunkResult): PauseReason | null {
  for (const outcome of result.outcomes) {
    if (outcome === 'failed' || outcome === 'not_confirmed') going.unwell += 1
    else if (outcome !== 'waiting') going.unwell = 0
  }
  going.turnedAway = result.turnedAway ? going.turnedAway + 1 : 0
  if (going.turnedAway > mostRests) return 'upstream'
  const lostCanary = batch.canaryAt === null && going.unwell > 0
  return going.unwell >= brakeAt || (lostCanary && batch.rows > brakeAt) ? 'failures' : null
}

async function end(world: World, batch: BatchRecord, fence: number, state: 'stopped' | 'finished') {
  const { batches } = world.store
  const { batchId } = batch
  for (;;) {
    const rows = await batches.nextRows(batchId, 'waiting', 500)
    if (rows.length === 0) break
    const left = rows.map((row) => ({
      row: row.row,
      outcome: isTouched(row) ? 'not_confirmed' : 'not_started',
    }))
    await batches.patchRows(batchId, left, { fence })
  }
  const finishedAt = world.clock.now().toISOString()
  const patch = { ...standStill(world, batch), state, finishedAt }
  await batches.change(batchId, ['running', 'stopping'], patch, { fence })
}

/** Whoever started it, if they may still run batches. */
async function starterOf(world: World, batch: BatchRecord): Promise<Person | null> {
  const person = batch.startedBy ? await world.store.people.byId(batch.startedBy) : null
  if (!person || person.revoked) return null
  const role = Role.nullable().catch(null).parse(person.role)
  return mayDo(role, 'operator') ? person : null
}

/** The last process ended between a call and its outcome: whether the call was applied is unknown. */
const unknown: Answer = { kind: 'ambiguous', failure: null }

/** Waits until nothing of an earlier process can be under way any more, then reads what became of it. */
async function settleOpen(world: World, calm: Calm, batchId: number): Promise<void> {
  const { acts, batches } = world.store
  const open = await acts.open({ batchId })
  if (open.length === 0) return
  await world.clock.sleep(latestEffectMs(world), world.stopping)
  if (world.stopping.aborted) return
  const sent = await Promise.all(
    open.map(async (intent) => {
      const found = intent.row === null ? null : await batches.row(batchId, intent.row)
      const [row] = found ? withUser([found]) : []
      if (!row) return []
      // `sends` already counts the call that is being settled, unless it only prepares another one.
      const sends = intent.action === 'endSessions' ? row.sends : row.sends - 1
      return { intentSeq: intent.seq, row: { ...row, sends }, expected: expectedFrom(intent) }
    }),
  )
  const looked = await lookAtRows(calm, sent.flat())
  // Told to end, reads fail that would have answered: the intents stay open for the next start.
  if (world.stopping.aborted) return
  const at = world.clock.now().toISOString()
  await batches.recordOutcomes(
    batchId,
    looked.map((item) => settled(item, unknown, at)),
    at,
  )
}

/** How long after it was written down a call may still take effect. */
export function latestEffectMs({ settings }: World): number {
  return leaseMs + settings.genauthTimeoutMs + settings.genauthSettleMs
}
