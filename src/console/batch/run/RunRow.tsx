import { useState } from 'react'
import { momentWords } from '#console/batch/moment.ts'
import { OutcomeChip } from '#console/chip/OutcomeChip.tsx'
import { Button } from '#console/frame/Button.tsx'
import { Id } from '#console/text/Id.tsx'
import { Name } from '#console/text/Name.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import type { BatchRow } from '#contract/batch-row.ts'
import { CameBackChip } from './CameBackChip.tsx'
import { resultWords } from './result-words.ts'
import { seenWords } from './seen.ts'
import type { Recheck } from './useRecheck.ts'
import { runWords } from './words.ts'

/** One row of a run: who, what became of them, and what the last look showed. */
export function RunRow({ row, recheck }: { row: BatchRow; recheck?: Recheck }) {
  const words = useWords(runWords)
  const { language } = useLanguage()
  const [now] = useState(() => new Date())
  const seen = seenWords(row, language, now)
  const { outcome, cameBack } = row
  const looked = lookedAt(row)
  const at = looked === null ? '' : momentWords(looked, now, language)
  const request = row.why?.upstreamRequestId
  return (
    <>
      <td className="row quiet">{row.row}</td>
      <td className="user name">
        <Who row={row} />
        {row.userId !== null && (row.name ?? row.otherName) !== null && (
          <span className="under mono">
            <Visible text={row.username ?? ''} />
          </span>
        )}
        <span className="under">{seen === '' && at !== '' ? words.checkedAt(at) : seen}</span>
      </td>
      <td className="username mono" title={row.username ?? undefined}>
        <Visible text={row.username ?? ''} />
      </td>
      <td className="userId">
        {row.userId !== null && <Id value={row.userId} what={words.columns.userId} short />}
      </td>
      <td className="outcome">
        {cameBack ? <CameBackChip /> : outcome !== null && <OutcomeChip outcome={outcome} />}
      </td>
      <td className="checked quiet">{at}</td>
      <td className="seen quiet" title={seen}>
        <span>{seen}</span>
      </td>
      <td className="request">
        {request !== undefined && <Id value={request} what={words.columns.request} short />}
      </td>
      {recheck !== undefined && (
        <td className="act">
          {outcome === 'not_confirmed' && <CheckAgain row={row} recheck={recheck} />}
        </td>
      )}
    </>
  )
}

/** When somebody last looked; the check before the run does not count. */
function lookedAt({ outcome, seen, checkedAt, recheckedAt }: BatchRow): string | null {
  if (outcome === null) return null
  return recheckedAt ?? (seen === null ? null : checkedAt)
}

/** Whoever was never found is called what the list calls them. */
function Who({ row }: { row: BatchRow }) {
  if (row.userId !== null) return <Name user={row} />
  return <Visible text={row.givenName ?? row.given} />
}

function CheckAgain({ row, recheck }: { row: BatchRow; recheck: Recheck }) {
  const words = useWords(resultWords)
  return (
    <Button
      size="small"
      aria-label={words.checkRow(row.name ?? row.username ?? row.given)}
      aria-disabled={recheck.isBusy}
      onClick={() => recheck.row(row.row)}
    >
      {words.checkAgain}
    </Button>
  )
}
