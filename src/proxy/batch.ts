import { rowsPerReply } from '#contract/limits.ts'
import { sameWords, wordsForBatch } from '#contract/typed-words.ts'
import type { BatchRecord } from '#store/batch-records.ts'
import { Superseded } from '#store/store.ts'
import {
  fingerprintOf,
  heldVerdicts,
  planHoldsMs,
  planOf,
  refreshPlan,
  runningVerdicts,
} from './batch-plan.ts'
import { batchView, rowView, worstFirst } from './batch-view.ts'
import { refuseReadOnly } from './guard.ts'
import type { Caller, Handlers } from './handler.ts'
import { Refused } from './refused.ts'
import type { World } from './world.ts'

type BatchHandlers = Pick<
  Handlers,
  | 'listBatches'
  | 'planBatch'
  | 'getBatch'
  | 'listBatchRows'
  | 'watchBatch'
  | 'releaseRow'
  | 'confirmBatch'
  | 'startBatch'
  | 'stopBatch'
  | 'discardBatch'
>

const batchesPerPage = 50

/** Planning, confirming, starting, stopping and watching batches. The running itself is the runner's. */
export function batchHandlers(world: World): BatchHandlers {
  const { batches } = world.store
  const now = () => world.clock.now().toISOString()

  const found = async (batchId: number) => {
    const batch = await batches.find(batchId)
    if (!batch) throw new Refused('not_found', 'There is no such batch.')
    return batch
  }
  const own = async (batchId: number, caller: Caller) => {
    const batch = await found(batchId)
    if (batch.createdBy === caller.personId) return batch
    throw new Refused('role_required', 'Only the person who made this list may do that.')
  }
  /** The step of a batch that somebody takes: all of it, its note included, or a refusal. */
  const step = async (batch: BatchRecord, change: () => Promise<BatchRecord>) => {
    try {
      return await change()
    } catch (error) {
      if (!(error instanceof Superseded)) throw error
      const is = (await found(batch.batchId)).state
      throw new Refused('wrong_state', `This batch is ${is} and cannot do that now.`)
    }
  }
  const note = (
    action: string,
    batch: BatchRecord,
    call: { caller: Caller; requestId: string },
    personal: Record<string, unknown> = {},
  ) => ({
    entry: {
      action,
      personId: call.caller.personId,
      batchId: batch.batchId,
      facts: { fingerprint: batch.fingerprint, rows: batch.rows },
      personal: { who: call.caller.name, ...personal },
      requestId: call.requestId,
    },
    at: now(),
  })

  return {
    async listBatches({ query, caller }) {
      const page = query.page ?? 1
      const list = await batches.list((page - 1) * batchesPerPage, batchesPerPage)
      return {
        totalCount: list.totalCount,
        page,
        batches: await Promise.all(
          list.batches.map((batch) => batchView(world, batch, caller.personId)),
        ),
      }
    },

    async planBatch({ body, caller }) {
      const { kind, userIds, title = '' } = body
      if (userIds.length === 0) throw new Refused('blank_list', 'The list is empty.')
      if (userIds.length > world.settings.batchMax) {
        throw new Refused(
          'list_too_long',
          `The list has ${userIds.length} rows; at most ${world.settings.batchMax} fit in one batch.`,
        )
      }
      if (new Set(userIds).size < userIds.length) {
        throw new Refused('bad_request', 'A user id stands in the list more than once.')
      }
      const batch = await batches.create(
        { kind, title, createdBy: caller.personId, userIds },
        now(),
      )
      await world.store.queue.put({ kind: 'check', batchId: batch.batchId })
      return batchView(world, batch, caller.personId)
    },

    async getBatch({ params, caller }) {
      return batchView(world, await found(params.batchId), caller.personId)
    },

    async listBatchRows({ params, query }) {
      await found(params.batchId)
      const { offset = 0, verdict, outcome } = query
      const page = await batches.rows(params.batchId, {
        order: 'worst',
        worstFirst,
        offset,
        limit: rowsPerReply,
        ...(verdict && { verdict }),
        ...(outcome && { outcome }),
      })
      return { totalCount: page.totalCount, offset, rows: page.rows.map(rowView) }
    },

    async watchBatch({ params, query, caller }) {
      const batch = await found(params.batchId)
      const changed = await batches.changedRows(params.batchId, query.since, rowsPerReply + 1)
      const reload = changed.length > rowsPerReply
      return {
        batch: await batchView(world, batch, caller.personId),
        rows: reload ? [] : changed.map(rowView),
        reload,
        cursor: batch.revision,
      }
    },

    async releaseRow({ params, body, caller }) {
      const batch = await own(params.batchId, caller)
      const row = await batches.row(batch.batchId, params.row)
      if (!row) throw new Refused('not_found', 'There is no such row.')
      if (batch.state !== 'checked' || !heldVerdicts.some((held) => held === row.verdict)) {
        throw new Refused('wrong_state', 'This row is not held.')
      }
      const refreshed = await step(batch, async () => {
        const patch = { row: row.row, released: body.released }
        await batches.patchRows(batch.batchId, [patch], { state: 'checked' })
        return refreshPlan(world, batch)
      })
      return batchView(world, refreshed, caller.personId)
    },

    async confirmBatch({ params, body, caller, requestId }) {
      refuseReadOnly(world.settings)
      const batch = await own(params.batchId, caller)
      if (batch.state !== 'checked' || !batch.checkedAt) {
        throw new Refused('wrong_state', 'Only a checked list can be confirmed.')
      }
      if (world.clock.now().getTime() - Date.parse(batch.checkedAt) > planHoldsMs) {
        throw new Refused('plan_expired', 'The check is more than 24 hours old.')
      }
      const plan = await planOf(world, batch)
      if (plan.userIds.length === 0) throw new Refused('blank_list', 'No row would run.')
      if (plan.fingerprint !== body.fingerprint) {
        throw new Refused('plan_changed', 'The list has changed since you looked.')
      }
      if (!body.reason) throw new Refused('reason_required', 'A reason or ticket is required.')
      const words = wordsForBatch(plan.userIds.length)
      if (!sameWords(body.typed, words.en) && !sameWords(body.typed, words.zh)) {
        throw new Refused('typed_words_differ', 'The typed words are not the ones asked for.')
      }
      const { title, reason, typed } = body
      const confirmed = await step(batch, () =>
        batches.freezeRows(batch.batchId, runningVerdicts, heldVerdicts, {
          patch: {
            state: 'confirmed',
            title,
            reason,
            confirmedAt: now(),
            expiresAt: new Date(world.clock.now().getTime() + planHoldsMs).toISOString(),
          },
          agrees: (userIds) => fingerprintOf(batch.kind, userIds) === body.fingerprint,
          note: note('confirmBatch', batch, { caller, requestId }, { reason, typed, title }),
        }),
      )
      return batchView(world, confirmed, caller.personId)
    },

    async startBatch({ params, body, caller, requestId }) {
      refuseReadOnly(world.settings)
      const batch = await own(params.batchId, caller)
      if (batch.fingerprint !== body.fingerprint) {
        throw new Refused('plan_changed', 'The list has changed since you looked.')
      }
      if (batch.expiresAt !== null && batch.expiresAt < now()) {
        throw new Refused('plan_expired', 'The confirmation is more than 24 hours old.')
      }
      if ((await planOf(world, batch)).fingerprint !== batch.fingerprint) {
        throw new Refused('plan_changed', 'The list is no longer the one that was confirmed.')
      }
      const started = await step(batch, () =>
        batches.change(
          batch.batchId,
          ['confirmed', 'paused'],
          {
            state: 'running',
            pausedBecause: null,
            startedBy: caller.personId,
            startedAt: batch.startedAt ?? now(),
          },
          {
            job: { kind: 'run', batchId: batch.batchId },
            note: note('startBatch', batch, { caller, requestId }),
          },
        ),
      )
      return batchView(world, started, caller.personId)
    },

    async stopBatch({ params, caller, requestId }) {
      const batch = await found(params.batchId)
      const along = {
        job: { kind: 'run' as const, batchId: batch.batchId },
        note: note('stopBatch', batch, { caller, requestId }),
      }
      const stopping = await step(batch, () =>
        batches.change(batch.batchId, ['running', 'paused'], { state: 'stopping' }, along),
      )
      return batchView(world, stopping, caller.personId)
    },

    async discardBatch({ params, caller }) {
      const batch = await own(params.batchId, caller)
      const from = ['checking', 'checked', 'confirmed']
      const discarded = await step(batch, () =>
        batches.change(batch.batchId, from, { state: 'discarded' }),
      )
      return batchView(world, discarded, caller.personId)
    },
  }
}
