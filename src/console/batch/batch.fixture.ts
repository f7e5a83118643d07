import type { Approval } from '#contract/approval.ts'
import type { Batch } from '#contract/batch.ts'
import type { BatchRow } from '#contract/batch-row.ts'

/** What a batch says of a second person where none is needed, but for what is given. */
export function approvalOf(given: Partial<Approval> = {}): Approval {
  return {
    needed: null,
    allowance: 50,
    sentBefore: 0,
    windowMinutes: 60,
    approvedBy: null,
    approvedAt: null,
    expiresAt: null,
    declined: null,
    mayApprove: 'own',
    ...given,
  }
}

/** A checked batch of twelve who are ready, as the proxy tells it, but for what is given. */
export function batchOf(
  given: Partial<Omit<Batch, 'verdicts' | 'outcomes' | 'approval'>> & {
    verdicts?: Partial<Batch['verdicts']>
    outcomes?: Partial<Batch['outcomes']>
    approval?: Partial<Approval>
  } = {},
): Batch {
  return {
    batchId: 42,
    kind: 'delete',
    title: 'November leavers',
    reason: null,
    endSessions: false,
    parentId: null,
    lists: [{ listId: 'list-1', source: 'file', name: 'leavers-november.csv', rows: 12 }],
    state: 'checked',
    pausedBecause: null,
    createdBy: 'Chen Jing',
    createdAt: '2026-11-21T10:02:00.000Z',
    checkedAt: '2026-11-21T10:06:00.000Z',
    startedBy: null,
    startedAt: null,
    finishedAt: null,
    expiresAt: null,
    fingerprint: '4f9c21ab7d03e6b8'.repeat(4),
    mine: true,
    rows: 12,
    checkedRows: 12,
    willRun: 12,
    accepted: 0,
    leftOut: 0,
    goes: null,
    canaryAt: null,
    secondsLeft: null,
    recheck: { left: 0, total: 0, at: null, cameBack: 0, unread: 0 },
    firstEntry: null,
    lastEntry: null,
    revision: 100,
    ...given,
    approval: approvalOf(given.approval),
    verdicts: {
      ready: 12,
      may_come_back: 0,
      name_differs: 0,
      ambiguous: 0,
      still_active: 0,
      in_another_batch: 0,
      not_checked: 0,
      already_so: 0,
      other_state: 0,
      not_found: 0,
      duplicate: 0,
      protected: 0,
      yourself: 0,
      ...given.verdicts,
    },
    outcomes: {
      waiting: 0,
      sending: 0,
      done: 0,
      already_so: 0,
      failed: 0,
      not_confirmed: 0,
      held: 0,
      skipped: 0,
      not_started: 0,
      ...given.outcomes,
    },
  }
}

/** One row of it. */
export function rowOf(row: number, given: Partial<BatchRow> = {}): BatchRow {
  const userId = `65f1c0a94be2d7831e0a${String(row).padStart(4, '0')}`
  return {
    row,
    given: userId,
    asWritten: null,
    givenName: null,
    tried: ['user_id'],
    foundAs: ['user_id'],
    userId,
    name: `Leaver ${row}`,
    otherName: null,
    username: `leaver${row}`,
    department: 'Retail East',
    status: 'Suspended',
    lastLogin: null,
    verdict: 'ready',
    holds: [],
    decision: null,
    candidates: [],
    duplicateOf: null,
    otherBatch: null,
    syncProviders: [],
    outcome: null,
    seen: null,
    checkedAt: null,
    why: null,
    recheckedAt: null,
    cameBack: false,
    ...given,
  }
}
