import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { cameBackQuery } from '#console/batch/queries.ts'
import { statusWords } from '#console/chip/status-words.ts'
import { Name } from '#console/text/Name.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import { minuteWords } from '#console/words/when.ts'
import type { Batch } from '#contract/batch.ts'
import type { BatchRow } from '#contract/batch-row.ts'
import { resultWords } from './result-words.ts'

/** People who are named; of more only how many there are. */
const named = 5

/** *1 came back: Zhao Min, Activated when seen 23 Nov 09:12.* */
export function CameBack({ batch, now }: { batch: Batch; now: Date }) {
  const words = useWords(resultWords)
  const { cameBack, unread } = batch.recheck
  const { data, error } = useQuery(cameBackQuery(batch))
  const rows = data?.rows.slice(0, named) ?? []
  return (
    <>
      <strong>{words.cameBack(cameBack)}</strong>{' '}
      {rows.map((row, at) => (
        <span key={row.row}>
          {at > 0 && '; '}
          <Person row={row} now={now} />
        </span>
      ))}
      {rows.length > 0 &&
        cameBack > rows.length &&
        ` ${words.cameBackMore(cameBack - rows.length)}`}
      {error !== null && ` ${words.namesUnread}`}
      {unread > 0 && ` ${words.unread(unread)}`}
    </>
  )
}

function Person({ row, now }: { row: BatchRow; now: Date }) {
  const words = useWords(resultWords)
  const { language } = useLanguage()
  const statuses: Record<string, string> = useWords(statusWords).status
  const { userId, seen, recheckedAt } = row
  const status = seen?.status ?? null
  return (
    <>
      {userId === null ? (
        <Name user={row} />
      ) : (
        <Link to={`/users/${encodeURIComponent(userId)}`}>
          <Name user={row} />
        </Link>
      )}
      {status !== null &&
        recheckedAt !== null &&
        `, ${words.cameBackPerson(statuses[status] ?? status, minuteWords(recheckedAt, now, language))}`}
    </>
  )
}
