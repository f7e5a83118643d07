import type { BatchRecord, BatchRowRecord, RowPatch } from '#store/batch-records.ts'
import { checkRows } from './batch-check-rows.ts'
import { heldVerdicts, refreshPlan } from './batch-plan.ts'
import { ownBatch, step } from './batch-steps.ts'
import { batchView } from './batch-view.ts'
import { calmly } from './calm.ts'
import type { Caller, Handlers } from './handler.ts'
import { Refused } from './refused.ts'
import type { World } from './world.ts'

type RowHandlers = Pick<Handlers, 'decideRow' | 'chooseUser'>

/** What a person decides about the rows of a checked list, one by one. */
export function rowHandlers(world: World): RowHandlers {
  const { batches } = world.store

  const rowOf = async (params: { batchId: number; row: number }, caller: Caller) => {
    const batch = await ownBatch(world, params.batchId, caller)
    const row = await batches.row(batch.batchId, params.row)
    if (!row) throw new Refused('not_found', 'There is no such row.')
    if (batch.state !== 'checked') {
      throw new Refused(
        'wrong_state',
        `This batch is ${batch.state}; its rows are not decided now.`,
      )
    }
    return { batch, row }
  }
  const recheck = async (batch: BatchRecord, rows: readonly BatchRowRecord[]) => {
    const maker = await world.store.people.byId(batch.createdBy)
    const { genauth } = calmly(world)
    const checks = await checkRows({ ...world, genauth }, batch, maker, rows)
    const at = world.clock.now().toISOString()
    const snapshots = checks.flatMap(({ snapshot }) => snapshot ?? [])
    await batches.keepSnapshots(batch.batchId, snapshots, at)
    return checks.map(({ patch }) => ({ ...patch, checkedAt: at, decision: null }))
  }
  /**
   * The row as decided, whoever else on the list means the same people looked at anew, and the list
   * under its new fingerprint.
   */
  const change = async (
    batch: BatchRecord,
    patch: RowPatch,
    userIds: readonly (string | null)[],
    caller: Caller,
  ) => {
    // Checked again meanwhile, the row may say something else than the person saw.
    const { batchId, fence } = batch
    const asLongAs = { state: 'checked', fence }
    const refreshed = await step(world, batch, async () => {
      await batches.patchRows(batchId, [patch], asLongAs)
      const known = userIds.flatMap((userId) => userId ?? [])
      const others = (await batches.rowsMeaning(batchId, known)).filter(
        ({ row }) => row !== patch.row,
      )
      if (others.length > 0) {
        await batches.patchRows(batchId, await recheck(batch, others), asLongAs)
      }
      return refreshPlan(world, batch)
    })
    return batchView(world, refreshed, caller)
  }

  return {
    async decideRow({ params, body, caller }) {
      const { batch, row } = await rowOf(params, caller)
      const { decision, userId } = body
      if (userId !== undefined && userId !== row.userId) {
        throw new Refused('plan_changed', 'This row means somebody else than you saw.')
      }
      if (!mayBe(row, decision)) throw new Refused('wrong_state', 'This row is not held.')
      // Leaving a row out, or taking that back, decides which of several rows of one user counts.
      const counts = [decision, row.decision].includes('left_out') ? [row.userId] : []
      return change(batch, { row: row.row, decision }, counts, caller)
    },

    async chooseUser({ params, body, caller }) {
      const { batch, row } = await rowOf(params, caller)
      const { userId } = body
      if (!row.candidates.some((candidate) => candidate.userId === userId)) {
        throw new Refused('wrong_state', 'This row does not mean that user.')
      }
      const [patch] = await recheck(batch, [{ ...row, chosen: true, userId }])
      if (!patch) throw new TypeError('one row has one verdict')
      const known = { chosen: true, userId, tried: row.tried }
      return change(batch, { ...patch, ...known }, [row.userId], caller)
    },
  }
}

/** Held rows can be let go; every row that waits for a decision can be left out. */
function mayBe(row: BatchRowRecord, decision: 'accepted' | 'left_out' | null): boolean {
  const isHeld = heldVerdicts.some((held) => held === row.verdict)
  if (decision === 'accepted') return isHeld && row.userId !== null
  return isHeld || row.verdict === 'ambiguous'
}
