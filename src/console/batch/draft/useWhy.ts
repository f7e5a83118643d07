import { problemWords } from '#console/call/words.ts'
import { statusWords } from '#console/chip/status-words.ts'
import { providerName } from '#console/provider/names.ts'
import { useLanguage, useWords } from '#console/words/language.tsx'
import { allOf } from '#console/words/list.ts'
import { dayWordsInText } from '#console/words/when.ts'
import type { BatchRow } from '#contract/batch.ts'
import { draftWords } from './words.ts'

/** Why a row has its verdict, in plain words. */
export function useWhy(): (row: BatchRow, now: Date) => string {
  const { why: words, between } = useWords(draftWords)
  const statuses: Record<string, string> = useWords(statusWords).status
  const { sentences } = useWords(problemWords)
  const { language } = useLanguage()

  const synced = ({ syncProviders }: BatchRow) =>
    syncProviders.length === 0
      ? []
      : [
          words.inSync(
            allOf(
              language,
              syncProviders.map((name) => providerName(name, language)),
            ),
          ),
        ]

  return (row, now) => {
    const status = row.status === null ? '' : (statuses[row.status] ?? row.status)
    switch (row.verdict) {
      case null:
        return ''
      case 'ready':
        return words.status(status)
      case 'may_come_back':
        if (row.syncProviders.length === 0)
          return [words.status(status), words.syncUnread].join(between)
        return [words.status(status), ...synced(row)].join(between)
      case 'still_active': {
        const last =
          row.lastLogin === null
            ? words.stillActiveNever(status)
            : words.stillActive(status, dayWordsInText(row.lastLogin, now, language))
        return [last, ...synced(row)].join(between)
      }
      case 'in_another_batch':
        return [words.elsewhere, ...synced(row)].join(between)
      case 'already_so':
      case 'protected':
      case 'yourself':
        return words[row.verdict]
      case 'not_checked':
        return row.why === null ? words.unread : sentences[row.why.code]
      default:
        return row.verdict satisfies never
    }
  }
}
