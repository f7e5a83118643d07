import { sentBy } from './allowance.ts'
import type { AuditChain } from './audit-chain.ts'
import { entryFrom, selectEntries } from './audit-entry.ts'
import type { ChainWatch } from './chain-watch.ts'
import type { Db } from './connect.ts'
import { intentFrom, openIntents, placeIntents, refuseSecretsIn } from './intents.ts'
import { draftAnswer, intentsOf, refuseOpen, settleIntents, shownOutcomes } from './outcomes.ts'
import { lastSnapshotOf, snapshotOfEntry } from './snapshots.ts'
import type { Store } from './store.ts'

/** Single acts on one user, and what every act leaves behind. */
export function actsIn(db: Db, chain: AuditChain, watch: ChainWatch): Store['acts'] {
  return {
    async recordIntent(intent, at, asLongAs) {
      refuseSecretsIn(intent)
      await watch.refuseBroken()
      return chain.record(async (tx, append) => {
        const placed = [{ ...intent, batchId: null, row: null }]
        return append(await placeIntents(tx, placed, at, asLongAs))
      })
    },

    sentBy: (personIds, since) => sentBy(db, personIds, since),

    async recordOutcome(outcome, at) {
      return chain.record(async (tx, append) => {
        const { drafts } = await settleIntents(tx, [outcome], at)
        return append(drafts)
      })
    },

    async recordCheck(outcome, personId, at) {
      return chain.record(async (tx, append) => {
        const intents = await intentsOf(tx, [outcome])
        await refuseOpen(tx, intents)
        return append(intents.map((intent) => draftAnswer('check', intent, outcome, personId, at)))
      })
    },

    open: (of) => openIntents(db, of),

    async find(intentSeq) {
      const entry = await db
        .selectFrom('auditEntries')
        .selectAll()
        .where('seq', '=', intentSeq)
        .where('kind', '=', 'intent')
        .executeTakeFirst()
      if (!entry) return null
      return {
        intent: intentFrom(entry),
        outcome: (await shownOutcomes(db, [intentSeq])).get(intentSeq) ?? null,
        snapshot: await snapshotOfEntry(db, entry.entryId),
      }
    },

    async history(userId, limit) {
      const rows = await selectEntries(db)
        .leftJoin('people', 'people.personId', 'auditEntries.personId')
        .select('people.name as who')
        .where('userId', '=', userId)
        .where('kind', '=', 'intent')
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute()
      const shown = await shownOutcomes(
        db,
        rows.map(({ seq }) => seq),
      )
      return rows.map((row) => {
        const { kind: _, ...entry } = entryFrom(row)
        return { ...entry, who: row.who, outcome: shown.get(row.seq) ?? null }
      })
    },

    lastSnapshot: (userId) => lastSnapshotOf(db, userId),
  }
}
