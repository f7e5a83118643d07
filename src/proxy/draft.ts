import type { EditRequest } from '#contract/batch.ts'
import type { Verdict } from '#contract/batch-row.ts'
import { planHoldsMs } from '#contract/limits.ts'
import type { BatchPatch, BatchRecord } from '#store/batch-records.ts'
import { refuseUntyped, unapproved } from './approval.ts'
import { stopCheck } from './batch-check.ts'
import { endsSessions, fingerprintOf, heldVerdicts, planOf, runningVerdicts } from './batch-plan.ts'
import { foundBatch, noteOf, ownBatch, step } from './batch-steps.ts'
import { batchView } from './batch-view.ts'
import { holdOverlaps } from './draft-overlap.ts'
import { refuseReadOnly } from './guard.ts'
import type { Handlers } from './handler.ts'
import { listOfUserIds } from './lists.ts'
import { Refused } from './refused.ts'
import type { World } from './world.ts'

type DraftHandlers = Pick<
  Handlers,
  'planBatch' | 'editBatch' | 'checkBatch' | 'stopCheck' | 'confirmBatch' | 'discardBatch'
>

/** A list that may still change: whatever changes voids what was checked or confirmed. */
export const editable = ['draft', 'checking', 'checked', 'confirmed']
const unconfirmed: BatchPatch = {
  checkedAt: null,
  fingerprint: null,
  confirmedAt: null,
  expiresAt: null,
  ...unapproved,
}

/** Asked for again, whatever was said to the list before. */
const notDeclined: BatchPatch = { declinedBy: null, declinedAt: null, declinedBecause: null }

/** Listing, editing, checking, confirming and discarding batches. Nothing is sent. */
export function draftHandlers(world: World): DraftHandlers {
  const { batches } = world.store
  const now = () => world.clock.now().toISOString()
  /** Checks rows with these verdicts again. */
  const checkAgain = (batch: BatchRecord, which: readonly Verdict[] | 'all', patch: BatchPatch) =>
    step(world, batch, () =>
      batches.uncheck(batch.batchId, editable, which, {
        ...patch,
        ...unconfirmed,
        // What a few rows took says nothing of the others.
        checkBegunAt: which === 'all' ? now() : null,
      }),
    )

  return {
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
      const lists = [await listOfUserIds(world, userIds, 'selection')]
      const { personId: createdBy } = caller
      const made = { kind, title, reason: null, createdBy, parentId: null }
      const endSessions = endsSessions(kind)
      return batchView(world, await batches.create({ ...made, endSessions, lists }, now()), caller)
    },

    async editBatch({ params, body, caller }) {
      const batch = await ownBatch(world, params.batchId, caller)
      const { kind } = body
      const patch = editOf(batch, body)
      if (batch.kind === 'reactivate' && kind !== undefined) {
        throw new Refused('wrong_state', 'This list only leads back to the status people had.')
      }
      const isOther = kind !== undefined && kind !== batch.kind
      const edited =
        isOther && batch.state !== 'draft'
          ? await checkAgain(batch, 'all', patch)
          : await step(world, batch, () => editInPlace(world, batch, patch))
      return batchView(world, edited, caller)
    },

    async checkBatch({ params, body, caller }) {
      const batch = await ownBatch(world, params.batchId, caller)
      if (batch.rows === 0) throw new Refused('wrong_state', 'There is nothing to check yet.')
      const which = body.which === 'all' ? 'all' : (['not_checked'] as const)
      return batchView(world, await checkAgain(batch, which, {}), caller)
    },

    async stopCheck({ params, caller }) {
      const batch = await ownBatch(world, params.batchId, caller)
      const stopped = await step(world, batch, () => stopCheck(world, batch))
      return batchView(world, stopped, caller)
    },

    async confirmBatch({ params, body, caller, requestId }) {
      await refuseReadOnly(world)
      const batch = await ownBatch(world, params.batchId, caller)
      await refuseOldCheck(world, batch)
      const held = await step(world, batch, () => holdOverlaps(world, batch))
      const { plan, fingerprint } = await planOf(world, batch)
      if (plan.length === 0) throw new Refused('blank_list', 'No row would run.')
      if (held > 0 || isTwice(plan) || fingerprint !== body.fingerprint) {
        throw new Refused('plan_changed', 'The list has changed since you looked.')
      }
      if (!body.reason) throw new Refused('reason_required', 'A reason or ticket is required.')
      refuseUntyped(batch, plan.length, body.typed)
      const { title, reason, typed } = body
      const personal = { reason, typed, title }
      const confirmed = await step(world, batch, () =>
        batches.freezeRows(batch.batchId, runningVerdicts, heldVerdicts, {
          patch: {
            state: 'confirmed',
            title,
            reason,
            ...unapproved,
            ...notDeclined,
            confirmedAt: now(),
            expiresAt: new Date(world.clock.now().getTime() + planHoldsMs).toISOString(),
          },
          agrees: (frozen) => fingerprintOf(batch, frozen) === body.fingerprint,
          note: noteOf(world, 'confirmBatch', batch, { caller, requestId }, { personal }),
        }),
      )
      return batchView(world, confirmed, caller)
    },

    async discardBatch({ params, caller }) {
      const batch = await ownBatch(world, params.batchId, caller)
      const discarded = await step(world, batch, () =>
        batches.change(batch.batchId, editable, { state: 'discarded' }),
      )
      return batchView(world, discarded, caller)
    },
  }
}

/** What was asked for and nothing else; another kind brings its own way with sessions. */
function editOf(batch: BatchRecord, { kind, title, reason, endSessions }: EditRequest): BatchPatch {
  const isOther = kind !== undefined && kind !== batch.kind
  const ends = (kind ?? batch.kind) === 'resign' || (kind ?? batch.kind) === 'delete'
  const sessions = endSessions ?? (isOther ? endsSessions(kind) : undefined)
  return {
    ...(isOther && { kind }),
    ...(title !== undefined && { title }),
    ...(reason !== undefined && { reason: reason === '' ? null : reason }),
    ...(sessions !== undefined && { endSessions: ends && sessions }),
  }
}

/** Two rows came to mean the same user in the same moment: the list has to be checked again. */
function isTwice(plan: readonly { userId: string }[]): boolean {
  return new Set(plan.map(({ userId }) => userId)).size < plan.length
}

/** @throws Refused `wrong_state`, `plan_expired`: the row that was looked at first decides. */
async function refuseOldCheck(world: World, batch: BatchRecord): Promise<void> {
  if (batch.state !== 'checked' || batch.listedRows < batch.rows) {
    throw new Refused('wrong_state', 'Only a checked list can be confirmed.')
  }
  const { oldestCheckedAt } = await world.store.batches.tallies(batch.batchId)
  const since = Date.parse(oldestCheckedAt ?? batch.checkedAt ?? '')
  if (world.clock.now().getTime() - since <= planHoldsMs) return
  throw new Refused('plan_expired', 'The check is more than 24 hours old.')
}

/** Words about a list leave its rows alone; what will be done to them has a fingerprint. */
async function editInPlace(
  world: World,
  batch: BatchRecord,
  patch: BatchPatch,
): Promise<BatchRecord> {
  const { batches } = world.store
  const sessions = patch.endSessions !== undefined && patch.endSessions !== batch.endSessions
  if (batch.state === 'confirmed') {
    throw new Refused('wrong_state', 'This list is confirmed; check it again to change it.')
  }
  // Rows that are there were checked for the kind that the batch has.
  const from = patch.kind === undefined ? ['draft', 'checking', 'checked'] : ['draft']
  const edited = await batches.change(batch.batchId, from, patch)
  if (!sessions || edited.state !== 'checked') return edited
  const { fingerprint } = await planOf(world, edited)
  await batches.change(batch.batchId, ['checked'], { fingerprint })
  return foundBatch(world, batch.batchId)
}
