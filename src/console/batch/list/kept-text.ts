import { keep, kept } from '#console/session/kept.ts'
import type { ListKind } from '#contract/batch.ts'
import type { DraftText } from './draft-text.ts'
import { kinds } from './kinds.ts'

const keyOf = (batchId: number | null) => `draft-${batchId ?? 'new'}`

/** What somebody wrote before a reload, or before signing in again, and what was not saved yet. */
export function keptText(batchId: number | null): DraftText | null {
  const found = kept(keyOf(batchId))
  if (!Array.isArray(found)) return null
  const [title, reason]: unknown[] = found
  return typeof title === 'string' && typeof reason === 'string' ? { title, reason } : null
}

/** Keeps what is written for the time of this tab; null once the draft has it. */
export function keepText(batchId: number | null, text: DraftText | null): void {
  keep(keyOf(batchId), text && [text.title, text.reason])
}

const doingKey = 'draft-doing'

/** What a new batch was to do, before signing in again. */
export function keptDoing(): { kind: ListKind; endSessions: boolean } | null {
  const found = kept(doingKey)
  if (!Array.isArray(found)) return null
  const [word, endSessions]: unknown[] = found
  const kind = kinds.find((each) => each === word)
  return kind === undefined ? null : { kind, endSessions: endSessions === true }
}

/** Keeps it for the time of this tab; null once there is a draft. */
export function keepDoing(doing: { kind: ListKind; endSessions: boolean } | null): void {
  keep(doingKey, doing && [doing.kind, doing.endSessions])
}

const linesKey = 'draft-lines'
/** Characters that are kept: a browser gives a tab little room. */
const linesLimit = 200_000

/** Lines that were pasted before signing in again and have not become a list yet. */
export function keptLines(): string {
  const found = kept(linesKey)
  return typeof found === 'string' ? found : ''
}

/** Keeps pasted lines for the time of this tab, as far as there is room. */
export function keepLines(text: string): void {
  keep(linesKey, text === '' || text.length > linesLimit ? null : text)
}
