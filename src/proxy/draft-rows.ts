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
  /** The row as decided, and the list under its new fingerprint. */
  const change = async (batch: BatchRecord, patch: RowPatch, caller: Caller) => {
    const refreshed = await step(world, batch, async () => {
      // Checked again meanwhile, the row may say something else than the person saw.
      await batches.patchRows(batch.batchId, [patch], { state: 'checked', fence: batch.fence })
      return refreshPlan(world, batch)
    })
    return batchView(world, refreshed, caller.personId)
  }

  return {
    async decideRow({ params, body, caller }) {
      const { batch, row } = await rowOf(params, caller)
      const { decision } = body
      if (!mayBe(row, decision)) throw new Refused('wrong_state', 'This row is not held.')
      return change(batch, { row: row.row, decision }, caller)
    },

    async chooseUser({ params, body, caller }) {
      const { batch, row } = await rowOf(params, caller)
      const { userId } = body
      if (!row.candidates.some((candidate) => candidate.userId === userId)) {
        throw new Refused('wrong_state', 'This row does not mean that user.')
      }
      const maker = await world.store.people.byId(batch.createdBy)
      const { genauth } = calmly(world)
      const chosen = { ...row, chosen: true, userId }
      const [check] = await checkRows({ ...world, genauth }, batch, maker, [chosen])
      if (!check) throw new TypeError('one row has one verdict')
      const at = world.clock.now().toISOString()
      if (check.snapshot) await batches.keepSnapshots(batch.batchId, [check.snapshot], at)
      const { patch } = check
      const known = { chosen: true, userId, tried: row.tried, checkedAt: at, decision: null }
      return change(batch, { ...patch, ...known }, caller)
    },
  }
}

/** Held rows can be let go; every row that waits for a decision can be left out. */
function mayBe(row: BatchRowRecord, decision: 'accepted' | 'left_out' | null): boolean {
  const isHeld = heldVerdicts.some((held) => held === row.verdict)
  if (decision === 'accepted') return isHeld && row.userId !== null
  return isHeld || row.verdict === 'ambiguous'
}
