import type { Db } from './connect.ts'
import type { Store } from './store.ts'

type Tallies = Awaited<ReturnType<Store['batches']['tallies']>>

/** How many rows of a batch bear which word; one pass over an index. */
export async function talliesOf(db: Db, batchId: number): Promise<Tallies> {
  const groups = await db
    .selectFrom('batchRows')
    .select(['verdict', 'outcome', 'released'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('batchId', '=', batchId)
    .groupBy(['verdict', 'outcome', 'released'])
    .execute()
  return {
    verdicts: sumsBy(groups, ({ verdict }) => verdict),
    outcomes: sumsBy(groups, ({ outcome }) => outcome),
    released: sum(groups.filter((group) => group.released === 1)),
    checked: sum(groups.filter((group) => group.verdict !== null)),
  }
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
