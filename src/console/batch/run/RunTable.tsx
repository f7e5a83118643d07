import { styled } from '@mui/material/styles'
import { useState } from 'react'
import type { Live } from '#console/batch/live.ts'
import { momentWords } from '#console/batch/moment.ts'
import { RowsTable } from '#console/batch/rows/RowsTable.tsx'
import { type RowFilter, useRows } from '#console/batch/rows/useRows.ts'
import { batchWords } from '#console/batch/words.ts'
import { OutcomeChip } from '#console/chip/OutcomeChip.tsx'
import { ProblemNote } from '#console/state/ProblemNote.tsx'
import { Id } from '#console/text/Id.tsx'
import { Name } from '#console/text/Name.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import type { BatchRow } from '#contract/batch-row.ts'
import { RunFoot } from './RunFoot.tsx'
import { useSeen } from './useSeen.ts'
import { runWords } from './words.ts'

const Rows = styled(RowsTable)(({ theme }) => ({
  '& .row': { width: 64 },
  '& .user': { width: '18%' },
  '& .username': { width: '13%' },
  '& .userId': { width: 152 },
  '& .outcome': { width: 140 },
  '& .checked': { width: 100 },
  '& .request': { width: 152 },
  '& .under': { display: 'none' },
  [theme.breakpoints.down('lg')]: { '& .request, & .checked': { display: 'none' } },
  [theme.breakpoints.down('md')]: {
    '& .row, & .username, & .userId, & .seen': { display: 'none' },
    '& .user': { width: 'auto', paddingLeft: 16 },
    '& .outcome.outcome': { width: 152, textAlign: 'right', paddingRight: 16 },
    '& .under': {
      display: 'block',
      fontWeight: 400,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      color: theme.vars.palette.text.secondary,
    },
  },
}))

const columns = [
  'row',
  'user',
  'username',
  'userId',
  'outcome',
  'checked',
  'seen',
  'request',
] as const

/** The rows of a run under one of its chips. */
export function RunTable({ live, filter }: { live: Live; filter: RowFilter }) {
  const words = useWords(runWords)
  const { rowsNotRead } = useWords(batchWords)
  const { places, need, problem, retry } = useRows(live, filter)
  return (
    <>
      {problem !== null && (
        <div className="part">
          <ProblemNote what={rowsNotRead} problem={problem} retry={retry} />
        </div>
      )}
      <Rows
        label={words.rows}
        places={places}
        need={need}
        columns={columns.map((key) => ({ key, label: words.columns[key] }))}
        cells={(row) => <RunRow row={row} />}
        foot={(first, last) => (
          <RunFoot live={live} first={first} last={last} total={places.length} />
        )}
      />
    </>
  )
}

function RunRow({ row }: { row: BatchRow }) {
  const words = useWords(runWords)
  const { language } = useLanguage()
  const [now] = useState(() => new Date())
  const seen = useSeen()(row)
  const checked = row.outcome !== null && row.checkedAt !== null && row.seen !== null
  const at = checked && row.checkedAt !== null ? momentWords(row.checkedAt, now, language) : ''
  const request = row.why?.upstreamRequestId
  return (
    <>
      <td className="row quiet">{row.row}</td>
      <td className="user name">
        <Name user={row} />
        <span className="under">{seen === '' && at !== '' ? words.checkedAt(at) : seen}</span>
      </td>
      <td className="username mono">
        <Visible text={row.username ?? ''} />
      </td>
      <td className="userId">
        <Id value={row.userId} what={words.columns.userId} short />
      </td>
      <td className="outcome">{row.outcome !== null && <OutcomeChip outcome={row.outcome} />}</td>
      <td className="checked quiet">{at}</td>
      <td className="seen quiet" title={seen}>
        {seen}
      </td>
      <td className="request">
        {request !== undefined && <Id value={request} what={words.columns.request} short />}
      </td>
    </>
  )
}
