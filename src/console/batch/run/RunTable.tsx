import { styled } from '@mui/material/styles'
import type { Live } from '#console/batch/live.ts'
import { RowsTable } from '#console/batch/rows/RowsTable.tsx'
import { twoLines } from '#console/batch/rows/two-lines.ts'
import { type RowFilter, useRows } from '#console/batch/rows/useRows.ts'
import { batchWords } from '#console/batch/words.ts'
import { ProblemNote } from '#console/state/ProblemNote.tsx'
import { useWords } from '#console/words/language.tsx'
import { RunFoot } from './RunFoot.tsx'
import { RunRow } from './RunRow.tsx'
import type { Recheck } from './useRecheck.ts'
import { runWords } from './words.ts'

const Rows = styled(RowsTable)(({ theme }) => ({
  '& .row': { width: 64 },
  '& .user': { width: '16%' },
  '& .username': { width: '12%' },
  '& .userId': { width: 152 },
  '& .outcome': { width: 140 },
  '& .checked': { width: 100 },
  '& .request': { width: 152 },
  '& .act': { width: 124, textAlign: 'right' },
  '& td.seen': twoLines,
  '& .under': { display: 'none' },
  [theme.breakpoints.down('lg')]: { '& .request, & .checked': { display: 'none' } },
  [theme.breakpoints.down('md')]: {
    '& .row, & .username, & .userId, & .seen, & .act': { display: 'none' },
    '& .user': { width: 'auto', paddingLeft: 16 },
    '& .outcome.outcome': { width: 152, textAlign: 'right', paddingRight: 16 },
    '& .under.under': {
      display: 'block',
      lineHeight: '16px',
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

type RunTableProps = {
  live: Live
  filter: RowFilter
  /** After the end, for whoever may look again at one row. */
  recheck?: Recheck
}

/** The rows of a run under one of its chips. */
export function RunTable({ live, filter, recheck }: RunTableProps) {
  const words = useWords(runWords)
  const { rowsNotRead } = useWords(batchWords)
  const { places, need, problem, retry } = useRows(live, filter)
  const shown = recheck === undefined ? columns : ([...columns, 'act'] as const)
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
        columns={shown.map((key) => ({ key, label: words.columns[key] }))}
        cells={(row) => <RunRow row={row} {...(recheck && { recheck })} />}
        foot={(first, last) => (
          <RunFoot live={live} first={first} last={last} total={places.count} />
        )}
      />
    </>
  )
}
