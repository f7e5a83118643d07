import type { Link } from './audit-link.ts'
import { newSalt, saltedDigest } from './audit-link.ts'
import type { Tx } from './connect.ts'
import { refuseSecrets } from './never-stored.ts'
import { newId } from './new-id.ts'
import type { Instant, NewNote, PersonalPart } from './records.ts'
import { storableText } from './storable-text.ts'

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
  const { personal, facts, userId, requestId, ...rest } = fields
  const entryId = newId()
  const part = personal && { entryId, salt: newSalt(), body: JSON.stringify(personal) }
  return {
    draft: {
      entryId,
      personId: null,
      batchId: null,
      batchRow: null,
      intentSeq: null,
      outcome: null,
      snapshotDigest: null,
      ...rest,
      // As they will be read back, or the seal would not fit them.
      userId: storable(userId),
      requestId: storable(requestId),
      facts: JSON.stringify(facts),
      personalDigest: part ? saltedDigest(part.salt, part.body) : null,
    },
    personal: part ?? null,
  }
}

/** Drafts a note and stores its personal part. Error: a TypeError when it holds a secret. */
export async function draftNote(tx: Tx, entry: NewNote, at: Instant): Promise<Draft> {
  refuseSecrets(entry.facts, 'facts')
  refuseSecrets(entry.personal, 'personal')
  const { draft, personal } = draftEntry({ ...entry, at, kind: 'note' })
  await storePersonal(tx, [personal])
  return draft
}

function storable(text: string | null | undefined): string | null {
  return typeof text === 'string' ? storableText(text) : null
}

/** Stores the personal parts; before the head of the chain is taken, so that nobody waits for it. */
export async function storePersonal(tx: Tx, rows: readonly (PersonalRow | null)[]): Promise<void> {
  const kept = rows.filter((row) => row !== null)
  if (kept.length > 0) await tx.insertInto('auditPersonal').values(kept).execute()
}
