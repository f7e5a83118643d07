import { BatchKind } from '#contract/batch.ts'
import { freshAbove } from '#contract/limits.ts'
import { sameWords, wordsForBatch } from '#contract/typed-words.ts'
import type { BatchPatch, BatchRecord } from '#store/batch-records.ts'
import type { Counts } from './approval-need.ts'
import { judge } from './approval-need.ts'
import { approverNamed, isOwnList } from './approval-people.ts'
import { expiryOf } from './approval-view.ts'
import { planOf } from './batch-plan.ts'
import { foundBatch, noteOf, step } from './batch-steps.ts'
import { batchView } from './batch-view.ts'
import { refuseStale } from './fresh.ts'
import { refuseReadOnly } from './guard.ts'
import type { Caller, Handlers } from './handler.ts'
import { Refused } from './refused.ts'
import type { World } from './world.ts'

type ApprovalHandlers = Pick<Handlers, 'approveBatch' | 'declineBatch'>

/** No second person any more. */
export const unapproved = {
  approvedBy: null,
  approvedAt: null,
  approvedFingerprint: null,
} as const satisfies BatchPatch

/** What a second person says to a list that somebody else wants to run. Nothing is sent, nothing starts. */
export function approvalHandlers(world: World): ApprovalHandlers {
  const { batches } = world.store
  const now = () => world.clock.now().toISOString()

  return {
    async approveBatch({ params, body, caller, requestId }) {
      await refuseReadOnly(world)
      const batch = await otherList(world, params.batchId, caller, ['confirmed', 'paused'])
      const plan = await refuseOtherPlan(world, batch, body.fingerprint)
      refuseLapsed(world, batch)
      refuseUntyped(batch, plan.length, body.typed)
      refuseStaleFor(world, batch, plan.length, caller)
      const patch = {
        approvedBy: caller.personId,
        approvedAt: now(),
        approvedFingerprint: batch.fingerprint,
      }
      const approved = await step(world, batch, () =>
        batches.change(batch.batchId, ['confirmed', 'paused'], patch, {
          fence: batch.fence,
          note: noteOf(
            world,
            'approveBatch',
            batch,
            { caller, requestId },
            { facts: { willRun: plan.length }, personal: { typed: body.typed } },
          ),
        }),
      )
      return batchView(world, approved, caller)
    },

    async declineBatch({ params, body, caller, requestId }) {
      const batch = await otherList(world, params.batchId, caller, ['confirmed'])
      await refuseOtherPlan(world, batch, body.fingerprint)
      const patch = {
        ...unapproved,
        state: 'checked',
        confirmedAt: null,
        expiresAt: null,
        declinedBy: caller.personId,
        declinedAt: now(),
        declinedBecause: body.reason,
      }
      const personal = { reason: body.reason }
      const declined = await step(world, batch, () =>
        batches.change(batch.batchId, ['confirmed'], patch, {
          thaw: true,
          fence: batch.fence,
          note: noteOf(world, 'declineBatch', batch, { caller, requestId }, { personal }),
        }),
      )
      return batchView(world, declined, caller)
    },
  }
}

/** @throws Refused `not_found`, `wrong_state`, and `same_person` to whoever had a hand in the list. */
async function otherList(
  world: World,
  batchId: number,
  caller: Caller,
  states: readonly string[],
): Promise<BatchRecord> {
  const batch = await foundBatch(world, batchId)
  if (!states.includes(batch.state)) {
    throw new Refused('wrong_state', `This batch is ${batch.state}: nobody is asked to approve it.`)
  }
  if (!(await isOwnList(world, batch, caller.personId))) return batch
  throw new Refused('same_person', 'Nobody approves a list that they asked for, made or edited.')
}

/** What would run now, if that is what was confirmed and what was seen. @throws Refused `plan_changed`. */
export async function refuseOtherPlan(world: World, batch: BatchRecord, fingerprint: string) {
  if (batch.fingerprint !== fingerprint) {
    throw new Refused('plan_changed', 'The list has changed since you looked.')
  }
  const planned = await planOf(world, batch)
  if (planned.fingerprint === batch.fingerprint) return planned.plan
  throw new Refused('plan_changed', 'The list is no longer the one that was confirmed.')
}

/** @throws Refused `plan_expired`, which says how its rows get on all the same. */
export function refuseLapsed({ clock }: World, { expiresAt, state }: BatchRecord): void {
  if (expiresAt === null || expiresAt >= clock.now().toISOString()) return
  const wayOn =
    state === 'paused'
      ? 'Stop this batch, and go on with the rows that were not started: they become a new list.'
      : 'Check the list again, and confirm it again.'
  throw new Refused('plan_expired', `The confirmation is more than 24 hours old. ${wayOn}`)
}

/** @throws Refused `typed_words_differ`. */
export function refuseUntyped({ kind }: BatchRecord, rows: number, typed: string): void {
  const words = wordsForBatch(BatchKind.parse(kind), rows)
  if (sameWords(typed, words.en) || sameWords(typed, words.zh)) return
  throw new Refused('typed_words_differ', 'The typed words are not the ones asked for.')
}

/** Whoever ends accounts, or acts on many people, has just signed in. @throws Refused as {@link refuseStale}. */
export function refuseStaleFor(
  world: World,
  { kind }: BatchRecord,
  rows: number,
  caller: Caller,
): void {
  const endsAccounts = kind === 'resign' || kind === 'delete'
  if (endsAccounts || rows > freshAbove) refuseStale(world, caller)
}

/**
 * Whether the approval of a batch holds: for this very list, not lapsed, and by somebody who may still
 * approve, and is somebody else.
 */
async function isApproved(world: World, batch: BatchRecord): Promise<boolean> {
  const { approvedBy, approvedFingerprint, fingerprint } = batch
  if (approvedBy === null || approvedFingerprint !== fingerprint) return false
  if ((expiryOf(batch) ?? '') < world.clock.now().toISOString()) return false
  const approver = await approverNamed(world, approvedBy)
  return approver !== null && !(await isOwnList(world, batch, approver.personId))
}

/**
 * Whether a batch runs as approved; one that is not runs as far as its maker may go alone.
 * @throws Refused `approval_required`.
 */
export async function refuseUnapproved(
  world: World,
  batch: BatchRecord,
  counts: Counts,
): Promise<{ approved: boolean }> {
  if (await isApproved(world, batch)) return { approved: true }
  const { needed } = await judge(world, batch, counts)
  if (needed === null) return { approved: false }
  throw new Refused('approval_required', whyNot(batch))
}

function whyNot({ approvedBy }: BatchRecord): string {
  return approvedBy === null
    ? 'A second person has to approve this list first.'
    : 'The approval has lapsed, or whoever gave it may not approve any more.'
}
