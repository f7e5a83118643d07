import type { Accepted } from './audit-acceptance.ts'
import { acceptance } from './audit-acceptance.ts'
import type { Head } from './audit-chain.ts'
import { draftEntry, storePersonal } from './audit-draft.ts'
import type { ChainKeys } from './audit-link.ts'
import { chainKeys, seal, sealedText } from './audit-link.ts'
import { surveyChain } from './audit-survey.ts'
import type { AuditWalk, ChainEnd } from './audit-walk.ts'
import type { Db, Tx } from './connect.ts'
import { connect } from './connect.ts'
import { refuseOtherVersion } from './migrate.ts'
import { migrations } from './migrations.ts'
import { poolOf } from './pool.ts'
import { written } from './written.ts'

export type Acceptance =
  | { accepted: true; entry: number; firstBad: number; why: string }
  /** The chain holds: there is nothing to accept. */
  | { accepted: false }

/**
 * Takes note of a broken chain, as an entry of its own that says what was found, so that destructive
 * acts go on. What is accepted is the chain exactly as it stands now. `lastHead` is the head that
 * stands outside, `head` puts the new one there.
 * Errors: CannotOpen, CannotRecord.
 */
export async function acceptAudit(options: {
  databaseUrl: string
  secretKeys: readonly Buffer[]
  reason: string
  now: () => Date
  head: (head: Head) => void
  lastHead?: ChainEnd
}): Promise<Acceptance> {
  const db = connect(options.databaseUrl, 'write')
  try {
    await refuseOtherVersion(db, migrations)
    const keys = chainKeys(options.secretKeys)
    const found = await acceptIn(db, keys, options)
    if (found.head) options.head(found.head)
    return found.acceptance
  } finally {
    await db.destroy()
  }
}

async function acceptIn(
  db: Db,
  keys: ChainKeys,
  { reason, now, lastHead }: { reason: string; now: () => Date; lastHead?: ChainEnd },
): Promise<{ acceptance: Acceptance; head?: Head }> {
  const belongsTo = await poolOf(db)
  return written(db, async (tx) => {
    const headSeq = await takeHead(tx)
    const walk = await surveyChain(tx, keys, belongsTo, lastHead)
    const { bad, last } = walk
    if (!bad) return { acceptance: { accepted: false } }

    const seq = Math.max(headSeq, last.seq, lastHead?.seq ?? 0) + 1
    const at = now().toISOString()
    const facts = whatIsAccepted(walk, bad, seq - 1)
    const { draft, personal } = draftEntry({
      at,
      kind: 'note',
      action: acceptance,
      facts,
      personal: { reason },
    })
    await storePersonal(tx, [personal])
    const link = { ...draft, seq }
    const mac = seal(keys[0], sealedText(link), last.mac)
    await tx
      .insertInto('auditEntries')
      .values({ ...link, mac })
      .execute()
    await tx
      .insertInto('auditHead')
      .values({ one: 1, seq, mac })
      .onConflict((conflict) => conflict.column('one').doUpdateSet({ seq, mac }))
      .execute()
    return {
      acceptance: { accepted: true, entry: seq, firstBad: bad.seq, why: bad.why },
      head: { seq, mac, at },
    }
  })
}

/** Keeps every append out until this transaction ends; without a head there is none anyway. */
async function takeHead(tx: Tx): Promise<number> {
  const head = await tx
    .updateTable('auditHead')
    .set((eb) => ({ seq: eb.ref('seq') }))
    .where('one', '=', 1)
    .returning('seq')
    .executeTakeFirst()
  return head?.seq ?? 0
}

function whatIsAccepted(
  walk: AuditWalk,
  bad: { seq: number; why: string },
  through: number,
): Accepted {
  return {
    firstBad: bad.seq,
    why: bad.why,
    through,
    state: walk.state,
    parts: walk.parts.map(({ seq, digest }) => ({ seq, digest })),
  }
}
