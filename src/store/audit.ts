import type { AuditChain } from './audit-chain.ts'
import { draftNote } from './audit-draft.ts'
import { entryFrom, selectEntries } from './audit-entry.ts'
import type { ChainWatch } from './chain-watch.ts'
import type { Db } from './connect.ts'
import type { Store } from './store.ts'
import { CannotRecord } from './store.ts'

/** The chain as something to read, and the notes that are no act on a user. */
export function auditIn(db: Db, chain: AuditChain, watch: ChainWatch): Store['audit'] {
  return {
    note: (entry, at) =>
      chain.record(async (tx, append) => append([await draftNote(tx, entry, at)])),

    async lastSeq() {
      const head = await db.selectFrom('auditHead').select('seq').executeTakeFirst()
      if (!head) throw new CannotRecord('the audit chain has lost its head')
      return head.seq
    },

    async entries(fromSeq, limit) {
      const rows = await selectEntries(db)
        .where('seq', '>=', fromSeq)
        .orderBy('seq')
        .limit(limit)
        .execute()
      return rows.map(entryFrom)
    },

    verify: () => watch.verify(),
  }
}
