import type { ListKind } from '#contract/batch.ts'
import type { DraftText } from './draft-text.ts'
import { kinds } from './kinds.ts'

const keyOf = (who: string, batchId: number | null) =>
  `leaver-desk:draft:${who}:${batchId ?? 'new'}`

/** What somebody wrote before a reload, or before signing in again, and what was not saved yet. */
export function keptText(who: string, batchId: number | null): DraftText | null {
  const found: unknown = JSON.parse(sessionStorage.getItem(keyOf(who, batchId)) ?? 'null')
  if (!Array.isArray(found)) return null
  const [title, reason]: unknown[] = found
  return typeof title === 'string' && typeof reason === 'string' ? { title, reason } : null
}

/** Keeps what is written for the time of this tab; null once the draft has it. */
export function keepText(who: string, batchId: number | null, text: DraftText | null): void {
  if (text === null) sessionStorage.removeItem(keyOf(who, batchId))
  else sessionStorage.setItem(keyOf(who, batchId), JSON.stringify([text.title, text.reason]))
}

const doingKey = (who: string) => `leaver-desk:doing:${who}`

/** What a new batch was to do, before signing in again. */
export function keptDoing(who: string): { kind: ListKind; endSessions: boolean } | null {
  const found: unknown = JSON.parse(sessionStorage.getItem(doingKey(who)) ?? 'null')
  if (!Array.isArray(found)) return null
  const [word, endSessions]: unknown[] = found
  const kind = kinds.find((each) => each === word)
  return kind === undefined ? null : { kind, endSessions: endSessions === true }
}

/** Keeps it for the time of this tab; null once there is a draft. */
export function keepDoing(
  who: string,
  doing: { kind: ListKind; endSessions: boolean } | null,
): void {
  if (doing === null) sessionStorage.removeItem(doingKey(who))
  else sessionStorage.setItem(doingKey(who), JSON.stringify([doing.kind, doing.endSessions]))
}

const linesKey = (who: string) => `leaver-desk:lines:${who}`
/** Characters that are kept: a browser gives a tab little room. */
const linesLimit = 200_000

/** Lines that were pasted before signing in again and have not become a list yet. */
export function keptLines(who: string): string {
  return sessionStorage.getItem(linesKey(who)) ?? ''
}

/** Keeps pasted lines for the time of this tab, as far as there is room. */
export function keepLines(who: string, text: string): void {
  if (text === '' || text.length > linesLimit) sessionStorage.removeItem(linesKey(who))
  else sessionStorage.setItem(linesKey(who), text)
}
