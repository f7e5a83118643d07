import { BatchKind } from '#contract/batch.ts'
import type { GenAuth, Written } from '#genauth/genauth.ts'
import type { BatchRecord, BatchRowRecord } from '#store/batch-records.ts'
import type { Action } from '#store/records.ts'
import type { Expected } from './look-again.ts'
import { rights } from './reading.ts'

/** A row that means exactly one user. */
export type UserRow = BatchRowRecord & { userId: string }

/** What a batch does to each of its users. */
export type BatchDeed = {
  action: Action
  /** The status that shows it; null where the status alone says nothing. */
  status(row: UserRow): string | null
  /** One call for up to fifty users, named by `user_id`. */
  send(genauth: GenAuth, rows: readonly UserRow[]): Promise<Written>
}

const deeds: Record<BatchKind, BatchDeed> = {
  suspend: {
    action: 'suspendUser',
    status: () => 'Suspended',
    send: (genauth, rows) =>
      genauth.updateUserStatuses(rows.map(({ userId }) => ({ userId, status: 'Suspended' }))),
  },
  reactivate: {
    action: 'reactivateUser',
    status: ({ targetStatus }) => targetStatus,
    send: (genauth, rows) =>
      genauth.updateUserStatuses(
        rows.flatMap(({ userId, targetStatus: status }) => (status ? { userId, status } : [])),
      ),
  },
  resign: {
    action: 'resignUser',
    status: () => 'Resigned',
    send: (genauth, rows) => genauth.resignUsersBatch(rows.map(({ userId }) => userId)),
  },
  delete: {
    action: 'deleteUser',
    status: () => null,
    send: (genauth, rows) => genauth.deleteUsersBatch(rows.map(({ userId }) => userId)),
  },
}

export function deedOf({ kind }: Pick<BatchRecord, 'kind'>): BatchDeed {
  return deeds[BatchKind.parse(kind)]
}

/** What must be seen of a row afterwards. Rights are those that the check found not empty. */
export function expectedOf(
  batch: Pick<BatchRecord, 'kind' | 'endSessions'>,
  row: UserRow,
): Expected {
  const { action, status } = deedOf(batch)
  const resigns = action === 'resignUser'
  return {
    action,
    userId: row.userId,
    target: resigns ? null : status(row),
    hadRights: resigns ? rights.filter((right) => (row.counts[right] ?? 1) > 0) : [],
    endsSessions: resigns && batch.endSessions,
  }
}

/** The rows whose user is known: all that are sent are. */
export function withUser(rows: readonly BatchRowRecord[]): UserRow[] {
  return rows.flatMap((row) => (row.userId === null ? [] : { ...row, userId: row.userId }))
}
