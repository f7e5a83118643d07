import type { PauseReason } from '#contract/batch.ts'
import { mayDo, Role } from '#contract/role.ts'
import type { BatchRecord, BatchRowRecord, OpenIntent } from '#store/records.ts'
import { CannotRecord, Superseded } from '#store/store.ts'
import type { ChunkResult } from './batch-chunk.ts'
import { nextChunk, runChunk } from './batch-chunk.ts'
import { lookAtRows, settled } from './batch-settle.ts'
import type { Answer } from './outcome.ts'
import type { World } from './world.ts'

/** The brake: so many rows in a row that did not end well, and the batch waits for a person. */
const brakeAt = 5
/** So many rests in a row, and GenAuth is not there for us today. */
const mostRests = 20
const longestRestMs = 60_000

/**
 * Runs a batch to its end, or until it waits for a person. Safe to begin anywhere: what an earlier
 * process left open is read before anything is sent.
 */
export async function runBatch(world: World, batchId: number): Promise<void> {
  const { batches } = world.store
  try {
    const fence = await batches.takeFence(batchId, ['running', 'stopping'])
    await settleOpen(world, batchId)
    await runChunks(world, batchId, fence)
  } catch (error) {
    if (error instanceof Superseded) return
    if (!(error instanceof CannotRecord)) throw error
    world.log.error({ err: error, batchId }, 'a batch pauses because nothing can be written down')
    await batches.change(batchId, ['running'], { state: 'paused', pausedBecause: 'unrecorded' })
  }
}

/** What this run remembers from one chunk to the next. */
type Going = { unwell: number; rests: number }

async function runChunks(world: World, batchId: number, fence: number): Promise<void> {
  const going: Going = { unwell: 0, rests: 0 }
  while (!world.stopping.aborted) {
    const batch = await world.store.batches.find(batchId)
    if (batch?.state === 'stopping') return end(world, batch, 'stopped')
    if (batch?.state !== 'running') return
    const rows = await nextChunk(world, batch)
    if (rows.length === 0) return end(world, batch, 'finished')
    const pause = await runOne(world, batch, fence, rows, going)
    if (pause) return pauseFor(world, batchId, pause)
  }
}

/** One chunk with what belongs around it. @returns why the batch must wait for a person, or null. */
async function runOne(
  world: World,
  batch: BatchRecord,
  fence: number,
  rows: readonly BatchRowRecord[],
  going: Going,
): Promise<PauseReason | null> {
  const starter = await starterOf(world, batch)
  if (!starter) return 'role'
  if (world.settings.readOnly) return 'read_only'
  const result = await runChunk(world, { batch, fence, starter }, rows)
  const pause = result.pause ?? brake(batch, going, result)
  if (pause) return pause
  if (result.restMs !== null) await rest(world, result.restMs)
  else if (!batch.canaryAt) await passCanary(world, batch.batchId, result)
  return null
}

async function passCanary(world: World, batchId: number, { outcomes }: ChunkResult) {
  if (!outcomes.includes('done')) return
  await world.store.batches.change(batchId, ['running', 'stopping'], {
    canaryAt: world.clock.now().toISOString(),
  })
}

function isUnwell(outcome: string): boolean {
  return outcome === 'failed' || outcome === 'not_confirmed'
}

function brake(batch: BatchRecord, going: Going, result: ChunkResult): PauseReason | null {
  for (const outcome of result.outcomes) going.unwell = isUnwell(outcome) ? going.unwell + 1 : 0
  going.rests = result.restMs === null ? 0 : going.rests + 1
  if (going.rests > mostRests) return 'upstream'
  const lostCanary = batch.canaryAt === null && result.outcomes.some(isUnwell)
  return going.unwell >= brakeAt || (lostCanary && batch.rows > brakeAt) ? 'failures' : null
}

/** Jitter spreads those who were turned away together. */
async function rest(world: World, ms: number): Promise<void> {
  const jitter = Math.random() * Math.min(500, ms / 4)
  await world.clock.sleep(Math.min(ms, longestRestMs) + jitter, world.stopping)
}

async function pauseFor(world: World, batchId: number, pausedBecause: PauseReason) {
  await world.store.batches.change(batchId, ['running'], { state: 'paused', pausedBecause })
}

async function end(world: World, batch: BatchRecord, state: 'stopped' | 'finished') {
  const { batches } = world.store
  for (;;) {
    const rows = await batches.nextRows(batch.batchId, 'waiting', 500)
    if (rows.length === 0) break
    await batches.patchRows(
      batch.batchId,
      rows.map(({ row, sends }) => ({ row, outcome: sends > 0 ? 'not_confirmed' : 'not_started' })),
    )
  }
  const finishedAt = world.clock.now().toISOString()
  await batches.change(batch.batchId, ['running', 'stopping'], { state, finishedAt })
}

/** Whoever started it, if they may still run batches. */
async function starterOf(world: World, batch: BatchRecord) {
  const person = batch.startedBy ? await world.store.people.byId(batch.startedBy) : null
  if (!person || person.revoked) return null
  const role = Role.nullable().catch(null).parse(person.role)
  return mayDo(role, 'operator') ? person : null
}

/** The last process ended between a call and its outcome: whether the call was applied is unknown. */
const unknown: Answer = { kind: 'ambiguous', failure: null }

/** Waits until nothing of an earlier process can be under way any more, then reads what became of it. */
async function settleOpen(world: World, batchId: number): Promise<void> {
  const open = await world.store.acts.open({ batchId })
  if (open.length === 0) return
  await outlast(world, open)
  const sent = await Promise.all(
    open.map(async (intent) => ({
      intentSeq: intent.seq,
      row: intent.row === null ? null : await world.store.batches.row(batchId, intent.row),
    })),
  )
  const known = sent.flatMap(({ intentSeq, row }) => (row ? { intentSeq, row } : []))
  // `sends` already counts the call that is being settled.
  const asSent = known.map(({ intentSeq, row }) => ({
    intentSeq,
    row: { ...row, sends: row.sends - 1 },
  }))
  const looked = await lookAtRows(world, asSent)
  const at = world.clock.now().toISOString()
  await world.store.batches.recordOutcomes(
    batchId,
    looked.map((item) => settled(item, unknown, at)),
    at,
  )
}

/** A call may be applied until its time-out and the settling time are over. */
export async function outlast(world: World, open: readonly OpenIntent[]): Promise<void> {
  const { genauthTimeoutMs, genauthSettleMs } = world.settings
  const last = Math.max(...open.map((intent) => Date.parse(intent.at)))
  const until = last + genauthTimeoutMs + genauthSettleMs
  await world.clock.sleep(Math.max(0, until - world.clock.now().getTime()), world.stopping)
}
