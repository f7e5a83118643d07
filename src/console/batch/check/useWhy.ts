import { draftWords } from '#console/batch/draft/words.ts'
import { problemWords } from '#console/call/words.ts'
import { statusWords } from '#console/chip/status-words.ts'
import { providerName } from '#console/provider/names.ts'
import { useLanguage, useWords } from '#console/words/language.tsx'
import { allOf } from '#console/words/list.ts'
import { dayWordsInText } from '#console/words/when.ts'
import type { BatchRow } from '#contract/batch-row.ts'

/** Why a row has its verdict, in plain words. */
export function useWhy(): (row: BatchRow, now: Date) => string {
  const { why: words, between } = useWords(draftWords)
  const statuses: Record<string, string> = useWords(statusWords).status
  const { sentences } = useWords(problemWords)
  const { language } = useLanguage()

  const statusOf = ({ status }: BatchRow) => (status === null ? [] : [statuses[status] ?? status])
  const syncOf = ({ syncProviders }: BatchRow) => {
    const names = syncProviders.map((provider) => providerName(provider, language))
    return names.length === 0 ? [] : [words.inSync(allOf(language, names))]
  }
  const signInOf = ({ lastLogin }: BatchRow, now: Date) =>
    lastLogin === null
      ? words.neverSignedIn
      : words.lastSignIn(dayWordsInText(lastLogin, now, language))

  return (row, now) => {
    switch (row.verdict) {
      case null:
        return ''
      case 'ready':
        return statusOf(row).join(between)
      case 'may_come_back': {
        const sync = syncOf(row)
        return [...statusOf(row), ...(sync.length === 0 ? [words.syncUnread] : sync)].join(between)
      }
      case 'still_active':
        return [...statusOf(row), signInOf(row, now), ...syncOf(row)].join(between)
      case 'in_another_batch':
        return [words.elsewhere, ...syncOf(row)].join(between)
      case 'already_so':
      case 'not_found':
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
