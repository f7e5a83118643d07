import type { BatchKind } from '#contract/batch.ts'
import type { LedgerEntry } from '#sandbox/ledger.ts'
import type { BatchRowRecord } from '#store/batch-records.ts'
import type { AuditEntry } from '#store/records.ts'

/** What is known of a batch from both sides after its end: what GenAuth was asked, what was told. */
export type Evidence = {
  kind: BatchKind
  endSessions: boolean
  /** The list that was confirmed. */
  frozen: readonly string[]
  /** `GENAUTH_TIMEOUT_MS` and `GENAUTH_SETTLE_MS`. */
  timeoutMs: number
  settleMs: number
  /** GenAuth's side, in order of arrival. */
  ledger: readonly LedgerEntry[]
  /** The audit entries of the batch. */
  entries: readonly AuditEntry[]
  rows: readonly BatchRowRecord[]
  /** Those of the list on whom the effect is to be seen now. */
  shown: ReadonlySet<string>
}

/** One kind of write: its call, its action in the record, and the reads that could show its effect. */
export type Operation = { call: string; action: AuditEntry['action']; looks: readonly string[] }

const looksAtUsers = ['get-user', 'get-user-batch']
const operations = {
  suspend: { call: 'update-user-batch', action: 'suspendUser', looks: looksAtUsers },
  reactivate: { call: 'update-user-batch', action: 'reactivateUser', looks: looksAtUsers },
  resign: { call: 'resign-user-batch', action: 'resignUser', looks: looksAtUsers },
  delete: { call: 'delete-users-batch', action: 'deleteUser', looks: looksAtUsers },
} as const satisfies Record<BatchKind, Operation>

const endingSessions: Operation = {
  call: 'kick-users',
  action: 'endSessions',
  looks: ['get-user-loggedin-apps'],
}

/** The act itself, and what prepares it where that was asked for. */
export function operationsOf({ kind, endSessions }: Pick<Evidence, 'kind' | 'endSessions'>) {
  return {
    act: operations[kind],
    all: [operations[kind], ...(endSessions ? [endingSessions] : [])],
  }
}

const changesNothing = /^(?:get|list|is)-/

/** The calls that change something. */
export function writesIn(ledger: readonly LedgerEntry[]): LedgerEntry[] {
  return ledger.filter(({ call, method }) => method === 'POST' && !changesNothing.test(call))
}

/** The sends of one operation about one user. */
export function sendsOf(
  ledger: readonly LedgerEntry[],
  { call }: Pick<Operation, 'call'>,
  userId: string,
): LedgerEntry[] {
  return ledger.filter((entry) => entry.call === call && entry.ids.includes(userId))
}

/** Whether anything was done to a user by these calls. */
export function isAffected(sends: readonly LedgerEntry[], userId: string): boolean {
  return sends.some(({ effects }) => (effects[userId] ?? 'none') !== 'none')
}

/** The status of those who are on a list of this kind. */
export function statusBefore(kind: BatchKind, endSessions: boolean): string {
  if (kind !== 'delete') return 'Activated'
  // Whoever has resigned is signed in nowhere.
  return endSessions ? 'Suspended' : 'Resigned'
}
