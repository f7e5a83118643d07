import type { Verdict } from '#contract/batch-row.ts'
import { hasLeft } from '#contract/user-id-type.ts'
import type { BatchRowRecord, RowPatch } from '#store/batch-records.ts'
import { planOf } from './batch-plan.ts'
import { calmly } from './calm.ts'
import { handsOff } from './guard.ts'
import type { Caller } from './handler.ts'
import { inParallel } from './in-parallel.ts'
import type { Reading } from './reading.ts'
import { readUser } from './reading.ts'
import { Refused } from './refused.ts'
import { snapshotOf } from './snapshot.ts'
import { profileVersion } from './version.ts'
import type { World } from './world.ts'

const rowsAtOnce = 50
/**
 * Gives every row of a draft its verdict and keeps a snapshot of each user. Reads only; goes on where
 * an earlier one ended.
 */
export async function checkBatch(world: World, batchId: number): Promise<void> {
  const { batches, people } = world.store
  const batch = await batches.find(batchId)
  if (batch?.state !== 'checking') return
  const maker = await people.byId(batch.createdBy)
  const calm = { ...world, genauth: calmly(world).genauth }
  for (;;) {
    if (world.stopping.aborted) return
    const rows = await batches.uncheckedRows(batchId, rowsAtOnce)
    if (rows.length === 0) break
    const userIds = rows.map((row) => row.userId)
    const elsewhere = await batches.elsewhere(batchId, userIds)
    const checked = await inParallel(world.settings.genauthConcurrency, rows, (row) =>
      checkRow(calm, row, maker, elsewhere.has(row.userId)),
    )
    const now = world.clock.now().toISOString()
    const snapshots = checked.flatMap(({ row, reading }) =>
      reading ? { ...snapshotOf(reading), userId: row.userId } : [],
    )
    await batches.keepSnapshots(batchId, snapshots, now)
    await batches.patchRows(
      batchId,
      checked.map(({ patch }) => ({ ...patch, checkedAt: now })),
    )
    const still = await batches.find(batchId)
    if (still?.state !== 'checking') return
  }
  const { fingerprint } = await planOf(world, batch)
  await batches.change(batchId, ['checking'], {
    state: 'checked',
    checkedAt: world.clock.now().toISOString(),
    fingerprint,
  })
}

async function checkRow(
  world: World,
  row: BatchRowRecord,
  maker: Pick<Caller, 'sub' | 'ownUserId' | 'email' | 'emailVerified'> | null,
  elsewhere: boolean,
): Promise<{ row: BatchRowRecord; reading: Reading | null; patch: RowPatch }> {
  const blank = { row, reading: null }
  try {
    const reading = await readUser(world, row.userId)
    if (reading?.user.userId !== row.userId) {
      // Gone, if we ever knew them; an id that is spelt otherwise than GenAuth spells it is no id.
      const known = reading === null && (await wasKnown(world, row.userId))
      return { ...blank, patch: { row: row.row, verdict: known ? 'already_so' : 'not_found' } }
    }
    return { row, reading, patch: patchFor(world, row, reading, maker, elsewhere) }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { code, apiCode, upstreamRequestId } = error
    const why = { code, apiCode, upstreamRequestId }
    return { ...blank, patch: { row: row.row, verdict: 'not_checked', why } }
  }
}

async function wasKnown(world: World, userId: string): Promise<boolean> {
  const { acts } = world.store
  return (await acts.lastSnapshot(userId)) !== null || (await acts.history(userId, 1)).length > 0
}

function patchFor(
  world: World,
  row: BatchRowRecord,
  reading: Reading,
  maker: Parameters<typeof handsOff>[1] | null,
  elsewhere: boolean,
): RowPatch {
  const { user, relations } = reading
  const off = maker ? handsOff(world.settings, maker, user) : 'protected'
  const syncProviders = relations.ok
    ? [...new Set(relations.value.map((relation) => relation.provider ?? '?'))]
    : []
  const verdict = off ?? verdictOn(reading, elsewhere, syncProviders)
  return {
    row: row.row,
    verdict,
    name: user.name,
    otherName: user.nickname === user.name ? null : user.nickname,
    username: user.username,
    status: user.status,
    lastLogin: user.lastLogin,
    syncProviders,
    checkedVersion: profileVersion(user),
  }
}

function verdictOn(reading: Reading, elsewhere: boolean, providers: readonly string[]): Verdict {
  if (elsewhere) return 'in_another_batch'
  if (!hasLeft(reading.user.status)) return 'still_active'
  return providers.length > 0 || !reading.relations.ok ? 'may_come_back' : 'ready'
}
