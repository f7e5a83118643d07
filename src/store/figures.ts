import type { Db } from './connect.ts'

/** How things stand, in numbers. */
export type Figures = {
  /** Acts that have no outcome yet. */
  openIntents: number
  /** Batches by state; a state without any is left out. */
  batches: Record<string, number>
  /** Whether *Stop everything* is on. */
  stopped: boolean
  /** The number of the last entry of the audit chain. */
  lastEntry: number
}

/** Counts, and reads nothing about anybody. */
export async function figuresOf(db: Db): Promise<Figures> {
  const { openIntents, stops, lastEntry } = await db
    .selectNoFrom(({ selectFrom }) => [
      selectFrom('openIntents')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('openIntents'),
      selectFrom('everythingStopped')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('stops'),
      selectFrom('auditHead').select('seq').limit(1).$asScalar().as('lastEntry'),
    ])
    .executeTakeFirstOrThrow()
  const states = await db
    .selectFrom('batches')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .groupBy('state')
    .orderBy('state')
    .execute()
  return {
    openIntents,
    batches: Object.fromEntries(states.map(({ state, count }) => [state, count])),
    stopped: stops > 0,
    lastEntry: lastEntry ?? 0,
  }
}
