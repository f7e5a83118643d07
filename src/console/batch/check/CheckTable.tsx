import { styled } from '@mui/material/styles'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { Live } from '#console/batch/live.ts'
import { RowsTable } from '#console/batch/rows/RowsTable.tsx'
import type { Places } from '#console/batch/rows/rows-in-place.ts'
import { twoLines } from '#console/batch/rows/two-lines.ts'
import { useRows } from '#console/batch/rows/useRows.ts'
import { batchWords } from '#console/batch/words.ts'
import { ProblemNote } from '#console/state/ProblemNote.tsx'
import { useWords } from '#console/words/language.tsx'
import type { BatchRow, Verdict } from '#contract/batch-row.ts'
import { CheckRow } from './CheckRow.tsx'
import { Decide } from './Decide.tsx'
import { useDecide } from './useDecide.ts'
import { whoOf } from './who.ts'
import { checkWords } from './words.ts'

const ChooseDialog = lazy(() =>
  import('./ChooseDialog.tsx').then((module) => ({ default: module.ChooseDialog })),
)

const Rows = styled(RowsTable)(({ theme }) => ({
  marginLeft: 64,
  '& .row': { width: 56 },
  '& .given': { width: 136 },
  '& .givenName': { width: 88 },
  '& .user': { width: '15%' },
  '& .department': { width: 108 },
  '& .foundAs': { width: 96 },
  '& .verdict': { width: 148 },
  '& .act': { width: 244, textAlign: 'right' },
  '& td.why': twoLines,
  '@media (max-width: 1399.95px)': { '& .foundAs': { display: 'none' } },
  '& .under': { display: 'none' },
  [theme.breakpoints.down('lg')]: {
    '& .department': { display: 'none' },
    '& .given': { width: 120 },
  },
  [theme.breakpoints.down('md')]: {
    marginLeft: 0,
    '& .row, & .given, & .givenName, & .why, & .act': { display: 'none' },
    '& .user': { width: 'auto', paddingLeft: 16 },
    '& .verdict.verdict': { width: 148, textAlign: 'right', paddingRight: 16 },
    '& .under': {
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
  'given',
  'givenName',
  'user',
  'department',
  'foundAs',
  'verdict',
  'why',
  'act',
] as const

/** Whether anybody has a name on the list, by the rows that come first: those that differ are among them. */
function haveNames(places: Places): boolean {
  return Array.from({ length: 50 }, (_, at) => places.at(at)?.givenName ?? null).some(
    (name) => name !== null,
  )
}

type CheckTableProps = {
  live: Live
  verdict: Verdict | null
  /** Whether the reader may decide about held rows. */
  mayDecide: boolean
  /** Beside the count of the rows, at the right. */
  foot: ReactNode
}

/** The checked rows, worst first; held ones are decided one by one. */
export function CheckTable({ live, verdict, mayDecide, foot }: CheckTableProps) {
  const words = useWords(checkWords)
  const { rowsNotRead } = useWords(batchWords)
  const [now] = useState(() => new Date())
  const [choosing, setChoosing] = useState<BatchRow | null>(null)
  const { batch } = live
  const { places, need, problem, retry, areOld } = useRows(live, {
    asked: verdict === null ? {} : { verdict },
    expected: verdict === null ? batch.rows : batch.verdicts[verdict],
    belongs: (row) => verdict === null || row.verdict === verdict,
  })
  const deciding = useDecide(live)
  const hasNames = haveNames(places)
  const shown = columns.filter((key) => hasNames || key !== 'givenName')
  // Rows of a list that is being read again may be somebody else's by now.
  const open = mayDecide && !areOld
  return (
    <>
      {problem !== null && (
        <div className="part">
          <ProblemNote what={rowsNotRead} problem={problem} retry={retry} />
        </div>
      )}
      {deciding.failed !== null && (
        <div className="part">
          <ProblemNote
            what={words.notDecided(whoOf(deciding.failed.row, words.theRow))}
            problem={deciding.failed.problem}
          />
        </div>
      )}
      <Rows
        label={words.rows}
        places={places}
        need={need}
        columns={shown.map((key) => ({ key, label: words.columns[key] }))}
        cells={(row) => (
          <CheckRow row={row} kind={batch.kind} now={now} hasNames={hasNames}>
            <Decide row={row} onChoose={setChoosing} {...(open && { deciding })} />
          </CheckRow>
        )}
        foot={(first, last) => (
          <>
            <span>
              {places.count === 0 ? words.noRows : words.rowsOf(first, last, places.count)}
            </span>
            {foot}
          </>
        )}
      />
      {choosing !== null && (
        <Suspense>
          <ChooseDialog batchId={batch.batchId} row={choosing} onClose={() => setChoosing(null)} />
        </Suspense>
      )}
    </>
  )
}
