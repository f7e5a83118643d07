import type { Db } from './connect.ts'
import { inSlices } from './in-slices.ts'
import type { Store } from './store.ts'

const idsPerStatement = 1_000

type Tallies = Awaited<ReturnType<Store['batches']['tallies']>>

/** How many rows of a batch bear which word; one pass over an index. */
export async function talliesOf(db: Db, batchId: number): Promise<Tallies> {
  const groups = await db
    .selectFrom('batchRows')
    .select(['verdict', 'outcome', 'decision'])
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('checkedAt').as('oldest')])
    .where('batchId', '=', batchId)
    .groupBy(['verdict', 'outcome', 'decision'])
    .execute()
  return {
    verdicts: sumsBy(groups, ({ verdict }) => verdict),
    outcomes: sumsBy(groups, ({ outcome }) => outcome),
    accepted: sum(groups.filter(({ decision }) => decision === 'accepted')),
    leftOut: sum(groups.filter(({ decision }) => decision === 'left_out')),
    checked: sum(groups.filter(({ verdict }) => verdict !== null)),
    oldestCheckedAt: groups.flatMap(({ oldest }) => oldest ?? []).sort()[0] ?? null,
    ...(await laterLooks(db, batchId)),
  }
}

type CountsToRun = Awaited<ReturnType<Store['batches']['countsToRun']>>

/** Of many batches at once; the same index answers it. */
export async function countsToRunOf(
  db: Db,
  batchIds: readonly number[],
  verdicts: readonly string[],
): Promise<CountsToRun> {
  const counts: CountsToRun = new Map()
  for (const some of inSlices(batchIds, idsPerStatement)) {
    const found = await db
      .selectFrom('batchRows')
      .select('batchId')
      .select(({ fn }) => [
        fn.countAll<number>().filterWhere('verdict', 'in', verdicts).as('running'),
        fn.countAll<number>().filterWhere('decision', '=', 'accepted').as('accepted'),
        fn.countAll<number>().filterWhere('outcome', '=', 'waiting').as('waiting'),
      ])
      .where('batchId', 'in', some)
      .groupBy('batchId')
      .execute()
    for (const { batchId, running, accepted, waiting } of found) {
      counts.set(batchId, { willRun: running + accepted, waiting })
    }
  }
  return counts
}

/** Each count reads an index of just such rows. */
async function laterLooks(
  db: Db,
  batchId: number,
): Promise<Pick<Tallies, 'recheckLeft' | 'cameBack'>> {
  return db
    .selectNoFrom(({ selectFrom, lit }) => {
      const marked = (column: 'recheckDue' | 'cameBack') =>
        selectFrom('batchRows')
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .where('batchId', '=', batchId)
          .where(column, '=', lit(1))
          .$asScalar()
          .$notNull()
      return [marked('recheckDue').as('recheckLeft'), marked('cameBack').as('cameBack')]
    })
    .executeTakeFirstOrThrow()
}

type Group = { verdict: string | null; outcome: string | null; count: number }

function sumsBy(
  groups: readonly Group[],
  wordOf: (group: Group) => string | null,
): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const group of groups) {
    const word = wordOf(group)
    if (word !== null) sums[word] = (sums[word] ?? 0) + group.count
  }
  return sums
}

function sum(groups: readonly Group[]): number {
  return groups.reduce((total, { count }) => total + count, 0)
}
