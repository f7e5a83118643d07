import { rowsPerReply } from '#contract/limits.ts'
import {
  refuseLapsed,
  refuseOtherPlan,
  refuseStaleFor,
  refuseUnapproved,
  unapproved,
} from './approval.ts'
import { heldVerdicts, runningVerdicts } from './batch-plan.ts'
import { ended, outcomesToRecheck } from './batch-recheck.ts'
import { foundBatch, noteOf, ownBatch, step } from './batch-steps.ts'
import { standStill } from './batch-time.ts'
import { batchesToApprove } from './batch-to-approve.ts'
import { batchView, batchViews, rowView, worstFirst } from './batch-view.ts'
import { refuseReadOnly } from './guard.ts'
import type { Handlers } from './handler.ts'
import { Refused } from './refused.ts'
import type { World } from './world.ts'

type BatchHandlers = Pick<
  Handlers,
  | 'listBatches'
  | 'getBatch'
  | 'listBatchRows'
  | 'watchBatch'
  | 'startBatch'
  | 'pauseBatch'
  | 'stopBatch'
  | 'recheckBatch'
>

const batchesPerPage = 50
const startable = ['confirmed', 'paused']

/** Starting, pausing, stopping, watching, looking again. The running itself is the runner's. */
export function batchHandlers(world: World): BatchHandlers {
  const { batches } = world.store
  const now = () => world.clock.now().toISOString()

  return {
    async listBatches({ query, caller }) {
      const page = query.page ?? 1
      const offset = (page - 1) * batchesPerPage
      if (query.only === 'to_approve') {
        const part = { offset, limit: batchesPerPage }
        return { page, ...(await batchesToApprove(world, caller, part)) }
      }
      const list = await batches.list(offset, batchesPerPage)
      const { totalCount } = list
      return { totalCount, page, batches: await batchViews(world, list.batches, caller) }
    },

    async getBatch({ params, caller }) {
      return batchView(world, await foundBatch(world, params.batchId), caller)
    },

    async listBatchRows({ params, query }) {
      await foundBatch(world, params.batchId)
      const { offset = 0, verdict, outcome, only } = query
      const page = await batches.rows(params.batchId, {
        order: only === 'will_run' ? 'list' : 'worst',
        worstFirst,
        cameBack: only === 'came_back',
        ...(only === 'will_run' && { running: { verdicts: runningVerdicts, heldVerdicts } }),
        offset,
        limit: rowsPerReply,
        ...(verdict && { verdict }),
        ...(outcome && { outcome }),
      })
      return { totalCount: page.totalCount, offset, rows: page.rows.map(rowView) }
    },

    async watchBatch({ params, query, caller }) {
      const batch = await foundBatch(world, params.batchId)
      const changed = await batches.changedRows(params.batchId, query.since, rowsPerReply + 1)
      const reload = changed.length > rowsPerReply
      return {
        batch: await batchView(world, batch, caller),
        rows: reload ? [] : changed.map(rowView),
        reload,
        cursor: batch.revision,
      }
    },

    async startBatch({ params, body, caller, requestId }) {
      await refuseReadOnly(world)
      const batch = await ownBatch(world, params.batchId, caller)
      if (!startable.includes(batch.state)) {
        throw new Refused('wrong_state', `This batch is ${batch.state} and cannot be started.`)
      }
      const plan = await refuseOtherPlan(world, batch, body.fingerprint)
      refuseLapsed(world, batch)
      refuseStaleFor(world, batch, plan.length, caller)
      const { waiting = 0 } = (await batches.tallies(batch.batchId)).outcomes
      const counts = { willRun: plan.length, left: waiting }
      const { approved } = await refuseUnapproved(world, batch, counts)
      const patch = {
        // An approval that stands on a running batch lets it go beyond what one person may do.
        ...(!approved && unapproved),
        state: 'running',
        pausedBecause: null,
        startedBy: caller.personId,
        startedAt: batch.startedAt ?? now(),
        runningSince: now(),
      }
      const started = await step(world, batch, () =>
        batches.change(batch.batchId, startable, patch, {
          job: { kind: 'run', batchId: batch.batchId },
          fence: batch.fence,
          note: noteOf(world, 'startBatch', batch, { caller, requestId }, { facts: { approved } }),
        }),
      )
      return batchView(world, started, caller)
    },

    async pauseBatch({ params, caller, requestId }) {
      const batch = await foundBatch(world, params.batchId)
      const patch = { ...standStill(world, batch), state: 'paused', pausedBecause: 'person' }
      const note = noteOf(world, 'pauseBatch', batch, { caller, requestId })
      const paused = await step(world, batch, () =>
        batches.change(batch.batchId, ['running'], patch, { note }),
      )
      return batchView(world, paused, caller)
    },

    async stopBatch({ params, caller, requestId }) {
      const batch = await foundBatch(world, params.batchId)
      const along = {
        job: { kind: 'run' as const, batchId: batch.batchId },
        note: noteOf(world, 'stopBatch', batch, { caller, requestId }),
      }
      const stopping = await step(world, batch, () =>
        batches.change(batch.batchId, ['running', 'paused'], { state: 'stopping' }, along),
      )
      return batchView(world, stopping, caller)
    },

    async recheckBatch({ params, body, caller, requestId }) {
      const batch = await foundBatch(world, params.batchId)
      const { which, row } = body
      const asked = { outcomes: outcomesToRecheck(which), ...(row !== undefined && { row }) }
      const note = noteOf(world, 'recheckBatch', batch, { caller, requestId }, { facts: { which } })
      const along = { personId: caller.personId, note }
      const due = await step(world, batch, () =>
        batches.askRecheck(batch.batchId, ended, asked, along),
      )
      if (due.recheckTotal === 0)
        throw new Refused('blank_list', 'There is nothing to look at again.')
      return batchView(world, due, caller)
    },
  }
}
