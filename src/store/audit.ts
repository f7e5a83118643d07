import type { AuditChain } from './audit-chain.ts'
import { draftEntry, storePersonal } from './audit-draft.ts'
import { entryFrom, selectEntries } from './audit-entry.ts'
import type { ChainWatch } from './chain-watch.ts'
import type { Db } from './connect.ts'
import { refuseSecrets } from './never-stored.ts'
import type { Store } from './store.ts'

/** The chain as something to read, and the notes that are no act on a user. */
export function auditIn(db: Db, chain: AuditChain, watch: ChainWatch): Store['audit'] {
  return {
    async note(entry, at) {
      refuseSecrets(entry.facts, 'facts')
      refuseSecrets(entry.personal, 'personal')
      const { draft, personal } = draftEntry({ ...entry, at, kind: 'note' })
      return chain.record(async (tx, append) => {
        await storePersonal(tx, [personal])
        return append([draft])
      })
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
