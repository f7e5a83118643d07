import type { AuditChain } from './audit-chain.ts'
import { draftNote } from './audit-draft.ts'
import type { Db, Tx } from './connect.ts'
import { inAnyCase } from './in-any-case.ts'
import type { Instant, NewNote, StopRecord } from './records.ts'
import type { Store } from './store.ts'
import { Stopped } from './store.ts'

type Note = { entry: NewNote; at: Instant }

/** The switch that keeps every intent out. */
export function stopIn(db: Db, chain: AuditChain): Store['stop'] {
  return {
    current: () => currentStop(db),
    set: (stop, note) => (stop ? turnOn(db, chain, stop, note) : turnOff(chain, note)),
  }
}

/** Error: Stopped while everything is stopped. */
export async function refuseStopped(tx: Tx): Promise<void> {
  const stop = await currentStop(tx)
  if (stop) throw new Stopped(`everything is stopped since ${stop.at}`)
}

/** Nothing makes it harder to stop. */
function turnOn(
  db: Db,
  chain: AuditChain,
  stop: StopRecord,
  { entry, at }: Note,
): Promise<StopRecord | null> {
  return inAnyCase(db, chain, async (tx, note) => {
    if (await stopIfNotYet(tx, stop)) await note(entry, at)
    return currentStop(tx)
  })
}

async function stopIfNotYet(tx: Tx, { personId, at, reason }: StopRecord): Promise<boolean> {
  const stopped = await tx
    .insertInto('everythingStopped')
    .values({ one: 1, personId, at, reason })
    .onConflict((conflict) => conflict.column('one').doNothing())
    .returning('one')
    .executeTakeFirst()
  return stopped !== undefined
}

function turnOff(chain: AuditChain, { entry, at }: Note): Promise<null> {
  return chain.record(async (tx, append) => {
    const lifted = await tx
      .deleteFrom('everythingStopped')
      .returning(['personId', 'at', 'reason'])
      .executeTakeFirst()
    if (lifted) await append([await draftNote(tx, withLifted(entry, lifted), at)])
    return null
  })
}

/** What ends here may have been turned on while nothing could be written down: then this is all there is of it. */
function withLifted(entry: NewNote, { personId, at, reason }: StopRecord): NewNote {
  return {
    ...entry,
    facts: { ...entry.facts, stoppedBy: personId, stoppedAt: at },
    personal: { ...entry.personal, stoppedBecause: reason },
  }
}

async function currentStop(db: Db | Tx): Promise<StopRecord | null> {
  const row = await db
    .selectFrom('everythingStopped')
    .select(['personId', 'at', 'reason'])
    .executeTakeFirst()
  return row ?? null
}
