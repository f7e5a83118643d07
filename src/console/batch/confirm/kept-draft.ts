/** What somebody wrote about a batch and has not sent yet. */
export type KeptDraft = { title: string; reason: string }

const keyOf = (batchId: number) => `leaver-desk:batch-${batchId}`

/** What was written before a reload, or before signing in again, in this tab. */
export function keptDraft(batchId: number): Partial<KeptDraft> {
  const found: unknown = JSON.parse(sessionStorage.getItem(keyOf(batchId)) ?? 'null')
  if (!Array.isArray(found)) return {}
  const [title, reason]: unknown[] = found
  return typeof title === 'string' && typeof reason === 'string' ? { title, reason } : {}
}

/** Keeps it for the time of this tab. */
export function keepDraft(batchId: number, { title, reason }: KeptDraft): void {
  sessionStorage.setItem(keyOf(batchId), JSON.stringify([title, reason]))
}

/** Once the batch has them, nothing is kept here. */
export function forgetDraft(batchId: number): void {
  sessionStorage.removeItem(keyOf(batchId))
}
