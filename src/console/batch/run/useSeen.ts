import { problemWords } from '#console/call/words.ts'
import { statusWords } from '#console/chip/status-words.ts'
import { verdictWords } from '#console/chip/verdict-words.ts'
import { useWords } from '#console/words/language.tsx'
import type { BatchRow } from '#contract/batch-row.ts'
import { runWords } from './words.ts'

/** What the last look at a row's user showed, in plain words. */
export function useSeen(): (row: BatchRow) => string {
  const { seen: words } = useWords(runWords)
  const verdicts = useWords(verdictWords)
  const statuses: Record<string, string> = useWords(statusWords).status
  const { sentences } = useWords(problemWords)
  const stillWords = ({ seen }: BatchRow, sentence: (status: string) => string) =>
    seen?.gone !== false || seen.status === null
      ? null
      : sentence(statuses[seen.status] ?? seen.status)
  const failed = (row: BatchRow) =>
    [row.why && sentences[row.why.code], stillWords(row, words.still)]
      .filter((part) => part !== null)
      .join(' ')
  const notConfirmed = (row: BatchRow) =>
    stillWords(row, words.sentButStill) ??
    (row.seen === null ? words.sentButUnread : words.sentButThere)

  return (row) => {
    switch (row.outcome) {
      case null:
        return ''
      case 'done':
        return words.gone
      case 'already_so':
        return words.wasGone
      case 'failed':
        return failed(row)
      case 'not_confirmed':
        return notConfirmed(row)
      case 'sending':
        return words.sending
      case 'waiting':
        return row.why === null ? '' : words.again
      case 'held':
        return words.changed
      case 'not_started':
        return words.notStarted
      case 'skipped':
        return row.verdict === null ? '' : words.never(verdicts[row.verdict])
      default:
        return row.outcome satisfies never
    }
  }
}
