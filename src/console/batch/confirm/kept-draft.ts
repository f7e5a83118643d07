import { keep, kept } from '#console/session/kept.ts'

/** What somebody wrote about a batch and has not sent yet. */
export type KeptDraft = { title: string; reason: string }

/** A list as it was asked about: what tells it from every other, and from being asked about again. */
type Asked = { batchId: number; fingerprint: string | null; expiresAt: string | null }

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

/** Tells one asking about a list from every other. */
export const askedAs = ({ batchId, fingerprint, expiresAt }: Asked): string =>
  `${batchId}-${fingerprint}-${expiresAt}`

/** The words typed for exactly this before signing in again; nothing after a mere reload. */
export function keptTyped(asked: Asked): string {
  const [about, typed] = pairFrom(kept(typedKey(asked.batchId))) ?? []
  return about === askedAs(asked) ? (typed ?? '') : ''
}

/** Keeps the typed words for the way through signing in again. */
export function keepTyped(asked: Asked, typed: string): void {
  keep(typedKey(asked.batchId), typed === '' ? null : [askedAs(asked), typed], 'return')
}
