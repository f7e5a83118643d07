import { acceptance } from './audit-acceptance.ts'
import type { ChainKeys } from './audit-link.ts'
import { surveyChain } from './audit-survey.ts'
import type { Bad, ChainEnd } from './audit-walk.ts'
import type { Db } from './connect.ts'
import { CannotRecord } from './store.ts'

export type Verdict =
  | { holds: true; entries: number }
  | { holds: false; firstBad: number; why: string }

/** Remembers whether the chain held when it was last read whole. */
export type ChainWatch = {
  verify(): Promise<Verdict>
  /**
   * The gate before every intent: while the chain is broken nothing destructive begins, until somebody
   * at the machine has accepted it. Error: CannotRecord.
   */
  refuseBroken(): Promise<void>
}

/** @param outside the chain's end as the outside had it when the program started. */
export function chainWatch(
  db: Db,
  keys: ChainKeys,
  belongsTo: string,
  outside: ChainEnd | undefined,
): ChainWatch {
  let broken: (Bad & { lastAcceptance: number }) | null = null

  const verify = async (): Promise<Verdict> => {
    const { bad, entries } = await surveyChain(db, keys, belongsTo, outside)
    broken = bad && { ...bad, lastAcceptance: await lastAcceptance(db) }
    return bad ? { holds: false, firstBad: bad.seq, why: bad.why } : { holds: true, entries }
  }

  return {
    verify,
    async refuseBroken() {
      if (broken && (await lastAcceptance(db)) > broken.lastAcceptance) await verify()
      if (broken) {
        throw new CannotRecord(`the audit chain is broken at entry ${broken.seq}: ${broken.why}`)
      }
    },
  }
}

async function lastAcceptance(db: Db): Promise<number> {
  const { seq } = await db
    .selectFrom('auditEntries')
    .select((entry) => entry.fn.max('seq').as('seq'))
    .where('kind', '=', 'note')
    .where('action', '=', acceptance)
    .executeTakeFirstOrThrow()
  return seq ?? 0
}
