import { styled } from '@mui/material/styles'
import { type ReactNode, useState } from 'react'
import { draftWords } from '#console/batch/draft/words.ts'
import type { Live } from '#console/batch/live.ts'
import { RowsTable } from '#console/batch/rows/RowsTable.tsx'
import { useRows } from '#console/batch/rows/useRows.ts'
import { batchWords } from '#console/batch/words.ts'
import { VerdictChip } from '#console/chip/VerdictChip.tsx'
import { ProblemNote } from '#console/state/ProblemNote.tsx'
import { Id } from '#console/text/Id.tsx'
import { Name } from '#console/text/Name.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useWords } from '#console/words/language.tsx'
import type { BatchRow, Verdict } from '#contract/batch-row.ts'
import { Release } from './Decide.tsx'
import { useRelease } from './useDecide.ts'
import { useWhy } from './useWhy.ts'

const Rows = styled(RowsTable)(({ theme }) => ({
  marginLeft: 64,
  '& .row': { width: 56 },
  '& .user': { width: '17%' },
  '& .username': { width: '13%' },
  '& .userId': { width: 144 },
  '& .verdict': { width: 152 },
  '& .act': { width: 204, textAlign: 'right' },
  '& .under': { display: 'none' },
  [theme.breakpoints.down('lg')]: { '& .userId': { display: 'none' } },
  [theme.breakpoints.down('md')]: {
    marginLeft: 0,
    '& .row, & .username, & .why, & .act': { display: 'none' },
    '& .user': { width: 'auto', paddingLeft: 16 },
    '& .verdict.verdict': { width: 148, textAlign: 'right', paddingRight: 16 },
    '& .under': {
      display: 'block',
      fontWeight: 400,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      color: theme.vars.palette.text.secondary,
    },
  },
}))

const columns = ['row', 'user', 'username', 'userId', 'verdict', 'why', 'act'] as const

type CheckTableProps = {
  live: Live
  verdict: Verdict | null
  /** Whether the reader may let held rows go. */
  mayDecide: boolean
  /** Beside the count of the rows, at the right. */
  foot: ReactNode
}

/** The checked rows, worst first; held ones are let go one by one. */
export function CheckTable({ live, verdict, mayDecide, foot }: CheckTableProps) {
  const words = useWords(draftWords)
  const { rowsNotRead } = useWords(batchWords)
  const [now] = useState(() => new Date())
  const { batch } = live
  const { places, need, problem, retry } = useRows(live, {
    asked: verdict === null ? {} : { verdict },
    expected: verdict === null ? batch.rows : batch.verdicts[verdict],
    belongs: (row) => verdict === null || row.verdict === verdict,
  })
  const release = useRelease(live)
  return (
    <>
      {problem !== null && (
        <div className="part">
          <ProblemNote what={rowsNotRead} problem={problem} retry={retry} />
        </div>
      )}
      {release.failed !== null && (
        <div className="part">
          <ProblemNote
            what={words.notReleased(release.failed.who)}
            problem={release.failed.problem}
          />
        </div>
      )}
      <Rows
        label={words.rows}
        places={places}
        need={need}
        columns={columns.map((key) => ({ key, label: words.columns[key] }))}
        cells={(row) => (
          <CheckRow row={row} now={now}>
            <Release row={row} {...(mayDecide && { release })} />
          </CheckRow>
        )}
        foot={(first, last) => (
          <>
            <span>
              {places.length === 0 ? words.noRows : words.rowsOf(first, last, places.length)}
            </span>
            {foot}
          </>
        )}
      />
    </>
  )
}

function CheckRow({ row, now, children }: { row: BatchRow; now: Date; children: ReactNode }) {
  const words = useWords(draftWords)
  const why = useWhy()(row, now)
  return (
    <>
      <td className="row quiet">{row.row}</td>
      <td className="user name">
        <Name user={row} />
        <span className="under">{why}</span>
      </td>
      <td className="username mono">
        <Visible text={row.username ?? ''} />
      </td>
      <td className="userId">
        <Id value={row.userId} what={words.columns.userId} short />
      </td>
      <td className="verdict">{row.verdict !== null && <VerdictChip verdict={row.verdict} />}</td>
      <td className="why quiet" title={why}>
        {why}
      </td>
      <td className="act">{children}</td>
    </>
  )
}
