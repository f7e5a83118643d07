import type { BatchRowRecord } from './batch-records.ts'
import { rowFrom } from './batch-row-record.ts'
import type { BatchStore } from './batch-store.ts'
import type { Db } from './connect.ts'
import { inSlices } from './in-slices.ts'

/** User ids asked about in one statement. */
const idsPerStatement = 1_000

type UserReads = Pick<
  BatchStore,
  'elsewhere' | 'firstRowsOf' | 'rowsMeaning' | 'userIdsWith' | 'rowsOfUsers'
>

/** The rows of a batch, and of others, by the user that they mean. */
export function batchUsersIn(db: Db): UserReads {
  return {
    async elsewhere(batchId, userIds) {
      const found = new Map<string, number>()
      for (const some of inSlices(userIds, idsPerStatement)) {
        const rows = await db
          .selectFrom('batchRows')
          .innerJoin('batches', 'batches.batchId', 'batchRows.batchId')
          .select(['batchRows.userId', 'batchRows.batchId'])
          .where('batchRows.userId', 'in', some)
          .$narrowType<{ userId: string }>()
          .where('batchRows.batchId', '<>', batchId)
          .where('batches.state', 'in', ['confirmed', 'running', 'paused', 'stopping'])
          .where(({ or, eb }) => or([eb('outcome', 'is', null), eb('outcome', '<>', 'skipped')]))
          .orderBy('batchRows.batchId')
          .execute()
        for (const row of rows) found.set(row.userId, row.batchId)
      }
      return found
    },

    async firstRowsOf(batchId, userIds) {
      const found = new Map<string, number>()
      for (const some of inSlices(userIds, idsPerStatement)) {
        const rows = await db
          .selectFrom('batchRows')
          .select('userId')
          .$narrowType<{ userId: string }>()
          .select((eb) => eb.fn.min('rowNumber').as('row'))
          .where('batchId', '=', batchId)
          .where('userId', 'in', some)
          .where('duplicateOf', 'is', null)
          .where(({ or, eb }) => or([eb('decision', 'is', null), eb('decision', '<>', 'left_out')]))
          .groupBy('userId')
          .execute()
        for (const { userId, row } of rows) found.set(userId, row)
      }
      return found
    },

    async rowsMeaning(batchId, userIds) {
      const rows: BatchRowRecord[] = []
      for (const some of inSlices(userIds, idsPerStatement)) {
        const found = await db
          .selectFrom('batchRows')
          .selectAll()
          .where('batchId', '=', batchId)
          .where('userId', 'in', some)
          .orderBy('rowNumber')
          .execute()
        rows.push(...found.map(rowFrom))
      }
      return rows
    },

    async userIdsWith(batchId, { outcomes, verdicts }) {
      const rows = await db
        .selectFrom('batchRows')
        .select('userId')
        .where('batchId', '=', batchId)
        .where('userId', 'is not', null)
        .where(({ or, and, eb }) =>
          or([
            or(outcomes.map((word) => eb('outcome', '=', word))),
            and([
              or([eb('outcome', 'is', null), eb('outcome', '=', 'skipped')]),
              or(verdicts.map((word) => eb('verdict', '=', word))),
            ]),
          ]),
        )
        .$narrowType<{ userId: string }>()
        .orderBy('rowNumber')
        .execute()
      return rows.map(({ userId }) => userId)
    },

    async rowsOfUsers(batchId, userIds, outcome) {
      const found = new Map<string, BatchRowRecord>()
      for (const some of inSlices(userIds, idsPerStatement)) {
        const rows = await db
          .selectFrom('batchRows')
          .selectAll()
          .where('batchId', '=', batchId)
          .where('userId', 'in', some)
          .where('outcome', '=', outcome)
          .$narrowType<{ userId: string }>()
          .orderBy('rowNumber')
          .execute()
        for (const row of rows) found.set(row.userId, rowFrom(row))
      }
      return found
    },
  }
}
