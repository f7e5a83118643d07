import type { LedgerEntry } from '#sandbox/ledger.ts'
import type { World } from './world.ts'

type Write = Pick<LedgerEntry, 'call' | 'ids' | 'userIdType' | 'effects'>

/** Every call that GenAuth got to change something with, in order, whatever became of it. */
export async function writesTo(world: World): Promise<Write[]> {
  const ledger = await world.ledger()
  return ledger
    .filter(({ call }) => !/^(get|list)-/.test(call))
    .map(({ call, ids, userIdType, effects }) => ({ call, ids, userIdType, effects }))
}
