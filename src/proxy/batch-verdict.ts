import type { BatchKind, ListKind } from '#contract/batch.ts'
import type { Verdict } from '#contract/batch-row.ts'
import { hasLeft } from '#contract/user-id-type.ts'
import { namesAgree } from './list/name-agreement.ts'
import type { Reading } from './reading.ts'
import { unreadRights } from './reading.ts'

/** What decides about a row that means exactly one user. */
export type Case = {
  kind: BatchKind
  reading: Reading
  givenName: string | null
  handsOff: 'protected' | 'yourself' | null
  /** Stands in another batch that is confirmed or running. */
  elsewhere: boolean
  /** Reactivate only: the status to be given back. */
  targetStatus: string | null
}

/** @returns the verdict, and everything that holds the row, worst first. */
export function verdictOn(of: Case): { verdict: Verdict; holds: Verdict[] } {
  const never = of.handsOff ?? stateVerdict(of)
  if (never) return { verdict: never, holds: [] }
  const holds = holdsOf(of)
  return { verdict: holds[0] ?? (mayComeBack(of) ? 'may_come_back' : 'ready'), holds }
}

/** Statuses in which nothing is left to be done, and those that do not allow it. */
const closed: Record<ListKind, { so: readonly string[]; other: readonly string[] }> = {
  suspend: { so: ['Suspended'], other: ['Resigned', 'Archived'] },
  resign: { so: ['Resigned'], other: ['Archived'] },
  delete: { so: [], other: [] },
}

/** Whether the state that somebody is in leaves anything to be done, and allows it. */
function stateVerdict({ kind, reading, targetStatus }: Case): 'already_so' | 'other_state' | null {
  const { status } = reading.user
  if (kind === 'reactivate') {
    if (status === targetStatus) return 'already_so'
    return targetStatus === null || status !== 'Suspended' ? 'other_state' : null
  }
  const { so, other } = closed[kind]
  if (so.includes(status)) return 'already_so'
  return other.includes(status) ? 'other_state' : null
}

function holdsOf({ kind, reading, givenName, elsewhere }: Case): Verdict[] {
  const { user } = reading
  const ends = kind === 'resign' || kind === 'delete'
  const holds: Verdict[] = []
  if (ends && unreadRights(reading).length > 0) holds.push('not_checked')
  if (givenName !== null && !namesAgree(givenName, [user.name, user.nickname])) {
    holds.push('name_differs')
  }
  if (kind === 'delete' && !hasLeft(user.status)) holds.push('still_active')
  if (elsewhere) holds.push('in_another_batch')
  return holds
}

/** A sync relation is left, or it is not known whether one is. */
function mayComeBack({ kind, reading: { relations } }: Case): boolean {
  return kind !== 'reactivate' && (!relations.ok || relations.value.length > 0)
}
