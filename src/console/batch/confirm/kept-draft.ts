import { keep, kept } from '#console/session/kept.ts'

/** What somebody wrote about a batch and has not sent yet. */
export type KeptDraft = { title: string; reason: string }

/** A list, and what tells it from every other. */
type Frozen = { batchId: number; fingerprint: string | null }

const draftKey = (batchId: number) => `batch-${batchId}`
const typedKey = (batchId: number) => `batch-${batchId}-typed`

function pairFrom(found: unknown): [string, string] | null {
  if (!Array.isArray(found)) return null
  const [one, other]: unknown[] = found
  return typeof one === 'string' && typeof other === 'string' ? [one, other] : null
}

/** What was written before a reload, or before signing in again, in this tab. */
export function keptDraft(batchId: number): Partial<KeptDraft> {
  const [title, reason] = pairFrom(kept(draftKey(batchId))) ?? []
  return { ...(title !== undefined && { title }), ...(reason !== undefined && { reason }) }
}

/** Keeps it for the time of this tab. */
export function keepDraft(batchId: number, { title, reason }: KeptDraft): void {
  keep(draftKey(batchId), [title, reason])
}

/** Once the batch has them, nothing is kept here. */
export function forgetDraft(batchId: number): void {
  keep(draftKey(batchId), null)
  keep(typedKey(batchId), null)
}

/** The words typed for exactly this list before signing in again; nothing after a mere reload. */
export function keptTyped({ batchId, fingerprint }: Frozen): string {
  const [listed, typed] = pairFrom(kept(typedKey(batchId))) ?? []
  return listed !== undefined && listed === fingerprint ? (typed ?? '') : ''
}

/** Keeps the typed words for the way through signing in again. */
export function keepTyped({ batchId, fingerprint }: Frozen, typed: string): void {
  keep(typedKey(batchId), typed === '' ? null : [fingerprint, typed], 'return')
}
