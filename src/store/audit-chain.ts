import type { Draft } from './audit-draft.ts'
import type { ChainKeys } from './audit-link.ts'
import { isSealed, seal, sealedText, seedOf } from './audit-link.ts'
import type { Db, Tx } from './connect.ts'
import { inSlices } from './in-slices.ts'
import { CannotRecord } from './store.ts'
import type { AuditEntryTable } from './tables.ts'
import { written } from './written.ts'

const entriesPerStatement = 500

/** The chain's end: what goes outside the database after every append. */
export type Head = { seq: number; mac: string; at: string }

/** Appends, last in its transaction, and answers the number of the first of the new entries. */
type Append = (drafts: readonly Draft[]) => Promise<number>

export type AuditChain = {
  /**
   * One transaction that ends with an append; its head goes outside once it is durable.
   * Errors: CannotRecord, and whatever the work itself refuses with. Nothing was written then.
   */
  record<T>(work: (tx: Tx, append: Append) => Promise<T>): Promise<T>
}

/**
 * @param tell receives the head after each append. While it fails nothing more is recorded, so that
 * what stands outside lags by one append at most.
 */
export function auditChain(
  db: Db,
  keys: ChainKeys,
  belongsTo: string,
  tell: (head: Head) => void,
): AuditChain {
  const untold: Head[] = []
  const tellAll = () => {
    for (let head = untold[0]; head; head = untold[0]) {
      tell(head)
      untold.shift()
    }
  }

  return {
    async record(work) {
      try {
        tellAll()
      } catch (error) {
        throw new CannotRecord('the head of the audit chain cannot be put outside the database', {
          cause: error,
        })
      }
      let head: Head | undefined
      const result = await written(db, (tx) =>
        work(tx, async (drafts) => {
          const appended = await append(tx, keys, belongsTo, drafts)
          head = appended.head
          return appended.firstSeq
        }),
      )
      if (head) untold.push(head)
      try {
        tellAll()
      } catch {
        // Kept in `untold`: the next record tells it first, or refuses.
      }
      return result
    },
  }
}

/** Seals the drafts onto the chain. Error: CannotRecord when its end is not as it was left. */
async function append(
  tx: Tx,
  keys: ChainKeys,
  belongsTo: string,
  drafts: readonly Draft[],
): Promise<{ firstSeq: number; head: Head }> {
  const taken = await tx
    .updateTable('auditHead')
    .set((row) => ({ seq: row('seq', '+', drafts.length) }))
    .where('one', '=', 1)
    .returning(['seq', 'mac'])
    .executeTakeFirst()
  if (!taken) throw new CannotRecord('the audit chain has lost its head')
  const firstSeq = taken.seq - drafts.length + 1
  await refuseBrokenTail(tx, keys, belongsTo, { seq: firstSeq - 1, mac: taken.mac })

  const entries: AuditEntryTable[] = []
  let mac = taken.mac
  for (const [index, draft] of drafts.entries()) {
    const link = { ...draft, seq: firstSeq + index }
    mac = seal(keys[0], sealedText(link), mac)
    entries.push({ ...link, mac })
  }
  for (const some of inSlices(entries, entriesPerStatement)) {
    await tx.insertInto('auditEntries').values(some).execute()
  }
  await tx.updateTable('auditHead').set({ mac }).where('one', '=', 1).execute()
  return { firstSeq, head: { seq: taken.seq, mac, at: entries.at(-1)?.at ?? '' } }
}

async function refuseBrokenTail(
  tx: Tx,
  keys: ChainKeys,
  belongsTo: string,
  head: { seq: number; mac: string },
): Promise<void> {
  const [last, before] = await tx
    .selectFrom('auditEntries')
    .selectAll()
    .orderBy('seq', 'desc')
    .limit(2)
    .execute()
  const holds = last
    ? last.seq === head.seq &&
      last.mac === head.mac &&
      sealedAfter(keys, belongsTo, last, before?.mac)
    : head.seq === 0 && keys.some((key) => seedOf(key, belongsTo) === head.mac)
  if (!holds) throw new CannotRecord('the end of the audit chain is not as it was left')
}

function sealedAfter(
  keys: ChainKeys,
  belongsTo: string,
  last: AuditEntryTable,
  previous: string | undefined,
): boolean {
  const before = previous === undefined ? keys.map((key) => seedOf(key, belongsTo)) : [previous]
  return before.some((mac) => isSealed(keys, sealedText(last), mac, last.mac))
}
