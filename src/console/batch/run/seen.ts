import { problemInText } from '#console/call/in-text.ts'
import { statusWords } from '#console/chip/status-words.ts'
import { verdictWords } from '#console/chip/verdict-words.ts'
import type { Language } from '#console/words/language.tsx'
import { minuteWords } from '#console/words/when.ts'
import type { BatchRow } from '#contract/batch-row.ts'
import { runWords } from './words.ts'

/** What the last look at a row's user showed, in plain words. */
export function seenWords(row: BatchRow, language: Language, now: Date): string {
  const { seen: words } = runWords[language]
  if (row.cameBack) return cameBack(row, language, now)
  switch (row.outcome) {
    case null:
      return ''
    case 'done':
      return standing(row, language)
    case 'already_so':
      return statusOf(row, language, words.already) ?? words.wasGone
    case 'failed':
      return failed(row, language)
    case 'not_confirmed':
      return notConfirmed(row, language)
    case 'sending':
      return words.sending
    case 'waiting':
      return row.why === null ? '' : words.again
    case 'held':
      return words.changed
    case 'not_started':
      return words.notStarted
    case 'skipped':
      return never(row, language)
    default:
      return row.outcome satisfies never
  }
}

function cameBack(row: BatchRow, language: Language, now: Date): string {
  const { seen: words } = runWords[language]
  const at = row.recheckedAt === null ? '' : minuteWords(row.recheckedAt, now, language)
  return statusOf(row, language, (status) => words.cameBack(status, at)) ?? words.gone
}

function statusOf(
  { seen }: BatchRow,
  language: Language,
  sentence: (status: string) => string,
): string | null {
  if (seen?.gone !== false || seen.status === null) return null
  const known: Record<string, string> = statusWords[language].status
  return sentence(known[seen.status] ?? seen.status)
}

/** *Resigned, 0 roles, 0 sessions*: the status, and what was counted besides; or that nobody is left. */
function standing(row: BatchRow, language: Language): string {
  const { seen: words } = runWords[language]
  const status = statusOf(row, language, (said) => said)
  if (status === null) return words.gone
  const { roles = null, sessions = null } = row.seen ?? {}
  return [
    status,
    ...(roles === null ? [] : [words.roles(roles)]),
    ...(sessions === null ? [] : [words.sessions(sessions)]),
  ].join(words.and)
}

function never({ verdict, decision }: BatchRow, language: Language): string {
  const { seen: words } = runWords[language]
  if (decision === 'left_out') return words.leftOut
  return verdict === null ? '' : words.never(verdictWords[language][verdict])
}

function failed(row: BatchRow, language: Language): string {
  const { seen: words, between } = runWords[language]
  const said = row.why === null ? null : problemInText(row.why.code, language)
  const parts = [said, statusOf(row, language, words.still)]
  return parts.filter((part) => part !== null).join(between)
}

function notConfirmed(row: BatchRow, language: Language): string {
  const { seen: words } = runWords[language]
  if (row.seen === null) return words.sentButUnread
  if (row.seen.gone) return words.sentButGone
  return statusOf(row, language, words.sentButStill) ?? words.sentButThere
}
