import { randomUUID } from 'node:crypto'
import type { Link } from './audit-link.ts'
import { newSalt, saltedDigest } from './audit-link.ts'
import type { Tx } from './connect.ts'
import type { PersonalPart } from './records.ts'

/** An entry that has no number yet. */
export type Draft = Omit<Link, 'seq'>

export type DraftFields = Pick<Draft, 'at' | 'kind' | 'action'> &
  Partial<Omit<Draft, 'entryId' | 'at' | 'kind' | 'action' | 'facts' | 'personalDigest'>> & {
    facts: Record<string, unknown>
    personal?: PersonalPart
  }

/** The part of an entry that stands in a row of its own and may be erased. */
type PersonalRow = { entryId: string; salt: string; body: string }

/** Drafts an entry; whatever is not given is empty. */
export function draftEntry(fields: DraftFields): { draft: Draft; personal: PersonalRow | null } {
  const { personal, facts, ...rest } = fields
  const entryId = randomUUID()
  const salt = newSalt()
  const body = personal ? JSON.stringify(personal) : null
  return {
    draft: {
      entryId,
      personId: null,
      userId: null,
      batchId: null,
      batchRow: null,
      intentSeq: null,
      outcome: null,
      requestId: null,
      snapshotDigest: null,
      ...rest,
      facts: JSON.stringify(facts),
      personalDigest: body === null ? null : saltedDigest(salt, body),
    },
    personal: body === null ? null : { entryId, salt, body },
  }
}

/** Stores the personal parts; before the head of the chain is taken, so that nobody waits for it. */
export async function storePersonal(tx: Tx, rows: readonly (PersonalRow | null)[]): Promise<void> {
  const kept = rows.filter((row) => row !== null)
  if (kept.length > 0) await tx.insertInto('auditPersonal').values(kept).execute()
}
