import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely'
import { countColumns } from './batch-row-record.ts'
import type { BatchStore } from './batch-store.ts'
import type { Db } from './connect.ts'
import type { Tables } from './tables.ts'

type RowsEb = ExpressionBuilder<Tables, 'batchRows'>
type Goes = Awaited<ReturnType<BatchStore['goes']>>

const always = ['departments', 'roles', 'groups', 'positions', 'authorizations'] as const

/** How much the users of these rows have together, summed by the database. */
export async function sumsOf(
  db: Db,
  batchId: number,
  these: (eb: RowsEb) => ExpressionWrapper<Tables, 'batchRows', SqlBool>,
  verdicts: Parameters<BatchStore['goes']>[3],
): Promise<Goes> {
  const batch = await db
    .selectFrom('batches')
    .select('endSessions')
    .where('batchId', '=', batchId)
    .executeTakeFirst()
  // Sessions that nobody asked to end need not be known.
  const needed = batch?.endSessions === 1 ? ([...always, 'sessions'] as const) : always
  return db
    .selectFrom('batchRows')
    .select((eb) => {
      const sum = (count: keyof typeof countColumns) =>
        eb.fn.coalesce(eb.fn.sum<number>(countColumns[count]), eb.lit(0)).as(count)
      const told = (verdict: string) =>
        eb.or([eb('verdict', '=', verdict), eb('holds', 'like', `%${JSON.stringify(verdict)}%`)])
      const synced = eb.or([told(verdicts.mayComeBack), eb('syncProviders', '<>', '[]')])
      const rowsThat = (rows: ExpressionWrapper<Tables, 'batchRows', SqlBool>) =>
        eb.fn.countAll<number>().filterWhere(rows)
      const unknown = eb.or(needed.map((count) => eb(countColumns[count], 'is', null)))
      return [
        sum('departments'),
        sum('roles'),
        sum('groups'),
        sum('positions'),
        sum('authorizations'),
        sum('sessions'),
        rowsThat(unknown).as('unread'),
        rowsThat(synced).as('mayComeBack'),
        rowsThat(told(verdicts.stillActive)).as('stillActive'),
      ]
    })
    .where('batchId', '=', batchId)
    .where((eb) => these(eb))
    .executeTakeFirstOrThrow()
}
