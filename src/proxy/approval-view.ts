import type { Approval } from '#contract/approval.ts'
import { approvalHoldsMs } from '#contract/limits.ts'
import { mayDo } from '#contract/role.ts'
import type { BatchRecord } from '#store/batch-records.ts'
import type { Counts } from './approval-need.ts'
import { judge } from './approval-need.ts'
import { approverNamed, isOwnList } from './approval-people.ts'
import type { Caller } from './handler.ts'
import type { World } from './world.ts'

/** Who looks. */
export type Viewer = Pick<Caller, 'personId' | 'role'>

/** States in which a list waits for somebody: before and after them nobody is asked to approve. */
const waiting = ['checked', 'confirmed', 'paused']

/** What there is to know of a second person, as things stand and as one person sees it. */
export async function approvalView(
  world: World,
  batch: BatchRecord,
  viewer: Viewer,
  counts: Counts,
  names: ReadonlyMap<string, string>,
): Promise<Approval> {
  const waits = waiting.includes(batch.state)
  const judged = waits ? await judge(world, batch, counts, { atOnce: true }) : notJudged
  // Whoever lost the role since is no longer the one on whom anybody relies.
  const { approvedBy } = batch
  const stands = !waits || approvedBy === null || (await approverNamed(world, approvedBy)) !== null
  return {
    ...judged,
    windowMinutes: world.settings.actWindowMinutes,
    approvedBy: stands && approvedBy !== null ? (names.get(approvedBy) ?? null) : null,
    approvedAt: stands ? batch.approvedAt : null,
    expiresAt: stands ? expiryOf(batch) : null,
    declined: declinedIn(batch, names),
    mayApprove: await mayApprove(world, batch, viewer),
  }
}

function declinedIn(
  { declinedBy, declinedAt: at, declinedBecause }: BatchRecord,
  names: ReadonlyMap<string, string>,
): Approval['declined'] {
  if (at === null) return null
  return { by: declinedBy && (names.get(declinedBy) ?? null), at, reason: declinedBecause ?? '' }
}

const notJudged = { needed: null, allowance: null, sentBefore: null }

/** An approval lapses by itself, and with the confirmation that it is about. */
export function expiryOf({ approvedAt, expiresAt }: BatchRecord): string | null {
  if (approvedAt === null) return null
  const byItself = new Date(Date.parse(approvedAt) + approvalHoldsMs).toISOString()
  return expiresAt !== null && expiresAt < byItself ? expiresAt : byItself
}

async function mayApprove(
  world: World,
  batch: BatchRecord,
  { personId, role }: Viewer,
): Promise<Approval['mayApprove']> {
  if (!mayDo(role, 'approver')) return 'role'
  return (await isOwnList(world, batch, personId)) ? 'own' : 'yes'
}
