import type { ExpressionBuilder, SelectQueryBuilder } from 'kysely'
import { sql } from 'kysely'
import { sumsOf } from './batch-goes.ts'
import type { PlannedRow } from './batch-records.ts'
import { rowFrom } from './batch-row-record.ts'
import { countsToRunOf, talliesOf } from './batch-tallies.ts'
import type { Db, Tx } from './connect.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

type RowReads = Pick<
  Store['batches'],
  | 'rows'
  | 'nextRows'
  | 'uncheckedRows'
  | 'row'
  | 'changedRows'
  | 'tallies'
  | 'countsToRun'
  | 'willRun'
  | 'goes'
>

/** The rows of a batch as something to read. */
export function batchRowsIn(db: Db): RowReads {
  const rowsOf = (batchId: number) =>
    db.selectFrom('batchRows').selectAll().where('batchId', '=', batchId)

  return {
    async rows(batchId, query) {
      const { verdict, outcome, running, cameBack, order, worstFirst, offset, limit } = query
      const wanted = db
        .selectFrom('batchRows')
        .where(({ eb }) =>
          eb.and({
            batchId,
            ...(verdict && { verdict }),
            ...(outcome && { outcome }),
            ...(cameBack && { cameBack: 1 }),
          }),
        )
        .where((eb) => (running ? runs(eb, running.verdicts, running.heldVerdicts) : eb.lit(true)))
      const { totalCount } = await wanted
        .select((eb) => eb.fn.countAll<number>().as('totalCount'))
        .executeTakeFirstOrThrow()
      const inOrder = <O>(query: SelectQueryBuilder<Tables, 'batchRows', O>) =>
        query
          .$if(order === 'worst', (unordered) =>
            unordered
              .orderBy(rankOf('outcome', worstFirst?.outcomes))
              .orderBy(rankOf('verdict', worstFirst?.verdicts)),
          )
          .orderBy('rowNumber')
      // Which rows, an index alone tells; only the rows of the page are read.
      const these = inOrder(wanted.select('rowNumber')).offset(offset).limit(limit)
      const page = await inOrder(rowsOf(batchId).where('rowNumber', 'in', these)).execute()
      return { totalCount, rows: page.map(rowFrom) }
    },

    async nextRows(batchId, outcome, limit) {
      const rows = await rowsOf(batchId)
        .where('outcome', '=', outcome)
        .orderBy('rowNumber')
        .limit(limit)
        .execute()
      return rows.map(rowFrom)
    },

    async uncheckedRows(batchId, limit) {
      const rows = await rowsOf(batchId)
        .where('verdict', 'is', null)
        .orderBy('rowNumber')
        .limit(limit)
        .execute()
      return rows.map(rowFrom)
    },

    async row(batchId, row) {
      const found = await rowsOf(batchId).where('rowNumber', '=', row).executeTakeFirst()
      return found ? rowFrom(found) : null
    },

    async changedRows(batchId, since, limit) {
      const rows = await rowsOf(batchId)
        .where('revision', '>', since)
        .orderBy('revision')
        .limit(limit)
        .execute()
      return rows.map(rowFrom)
    },

    tallies: (batchId) => talliesOf(db, batchId),

    countsToRun: (batchIds, verdicts) => countsToRunOf(db, batchIds, verdicts),

    willRun: (batchId, runningVerdicts, heldVerdicts) =>
      plannedRows(db, batchId, runningVerdicts, heldVerdicts),

    goes: (batchId, runningVerdicts, heldVerdicts, verdicts) =>
      sumsOf(db, batchId, (eb) => runs(eb, runningVerdicts, heldVerdicts), verdicts),
  }
}

/** What will be done, in list order. */
export async function plannedRows(
  db: Db | Tx,
  batchId: number,
  runningVerdicts: readonly string[],
  heldVerdicts: readonly string[],
): Promise<PlannedRow[]> {
  const rows = await db
    .selectFrom('batchRows')
    .select(['userId', 'targetStatus'])
    .where('batchId', '=', batchId)
    .where((eb) => runs(eb, runningVerdicts, heldVerdicts))
    .$narrowType<{ userId: string }>()
    .orderBy('rowNumber')
    .execute()
  return rows
}

/** Whether a row will run: somebody is meant, by its verdict, or held and accepted. */
export function runs(
  eb: ExpressionBuilder<Tables, 'batchRows'>,
  runningVerdicts: readonly string[],
  heldVerdicts: readonly string[],
) {
  const isOneOf = (words: readonly string[]) => eb.or(words.map((word) => eb('verdict', '=', word)))
  return eb.and([
    eb('userId', 'is not', null),
    eb.or([
      eb.and([eb('decision', 'is', null), isOneOf(runningVerdicts)]),
      eb.and([eb('decision', '=', 'accepted'), isOneOf([...runningVerdicts, ...heldVerdicts])]),
    ]),
  ])
}

/** The place of a word in the list; words that are not in it come last. */
function rankOf(column: 'verdict' | 'outcome', words: readonly string[] = []) {
  const cases = words.map((word, place) => sql`when ${word} then ${sql.lit(place)}`)
  if (cases.length === 0) return sql`cast(null as integer)`
  return sql`case ${sql.ref(column)} ${sql.join(cases, sql` `)} else ${sql.lit(words.length)} end`
}
