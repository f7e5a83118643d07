import { styled } from '@mui/material/styles'
import Undo from 'lucide-react/icons/undo-2'
import { RowsTable } from '#console/batch/rows/RowsTable.tsx'
import { TwoNames } from '#console/batch/rows/TwoNames.tsx'
import type { Rows as Read } from '#console/batch/rows/useRows.ts'
import { batchWords } from '#console/batch/words.ts'
import { Chip } from '#console/chip/Chip.tsx'
import { verdictWords } from '#console/chip/verdict-words.ts'
import { ProblemNote } from '#console/state/ProblemNote.tsx'
import { CopyButton } from '#console/text/CopyButton.tsx'
import { useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import type { BatchRow } from '#contract/batch-row.ts'
import { fingerprintWords } from './fingerprint.ts'
import { confirmWords } from './words.ts'

const Side = styled('section')(({ theme }) => ({
  display: 'flex',
  flexDirection: 'column',
  minHeight: 0,
  minWidth: 0,
  '& > header': { padding: '0 24px 8px' },
  '& h3': { ...theme.typography.body2, fontWeight: 600, display: 'inline', marginRight: 8 },
  '& header p': {
    display: 'flex',
    alignItems: 'center',
    gap: 6,
    color: theme.vars.palette.text.secondary,
  },
  '& .quiet': { color: theme.vars.palette.text.secondary },
  '& code': theme.typography.code,
  [theme.breakpoints.up('lg')]: { borderLeft: `1px solid ${theme.vars.palette.divider}` },
  [theme.breakpoints.down('lg')]: { height: 480 },
  [theme.breakpoints.down('md')]: { height: 'auto', '& > header': { padding: '0 16px 8px' } },
}))

const Rows = styled(RowsTable)(({ theme }) => ({
  '& .row': { width: 56 },
  '& .flag': { width: 140, textAlign: 'right' },
  [theme.breakpoints.up('md')]: {
    border: 0,
    borderTop: `1px solid ${theme.vars.palette.divider}`,
    borderRadius: 0,
  },
  [theme.breakpoints.down('md')]: {
    '& .row': { display: 'none' },
    '& .user': { paddingLeft: 16 },
  },
}))

const columns = ['row', 'user', 'flag'] as const

type FrozenListProps = {
  batch: Batch
  frozen: Read
  /** How many they are and their fingerprint stand beside the list already. */
  isTold: boolean
}

/** Exactly who will be acted on, under the fingerprint that is confirmed. */
export function FrozenList({ batch, frozen, isTold }: FrozenListProps) {
  const words = useWords(confirmWords)
  const { rowsNotRead } = useWords(batchWords)
  const { places, need, problem, retry } = frozen
  return (
    <Side aria-label={words.frozen}>
      <header>
        <h3>{words.frozen}</h3>
        {!isTold && <span className="quiet">{words.people(batch.willRun)}</span>}
        {!isTold && batch.fingerprint !== null && (
          <p>
            {words.fingerprint} <code>{fingerprintWords(batch.fingerprint)}</code>
            <CopyButton value={batch.fingerprint} what={words.fingerprint} />
          </p>
        )}
        {problem !== null && <ProblemNote what={rowsNotRead} problem={problem} retry={retry} />}
      </header>
      <Rows
        label={words.frozenRows[batch.kind]}
        places={places}
        need={need}
        columns={columns.map((key) => ({ key, label: words.frozenColumns[key] }))}
        cells={(row) => <FrozenRow row={row} mayComeBack={batch.kind !== 'reactivate'} />}
        foot={(first, last) => words.frozenOf(first, last, places.count)}
      />
    </Side>
  )
}

function FrozenRow({ row, mayComeBack }: { row: BatchRow; mayComeBack: boolean }) {
  const verdicts = useWords(verdictWords)
  return (
    <>
      <td className="row quiet">{row.row}</td>
      <td className="user name">
        <TwoNames user={row} />
      </td>
      <td className="flag">
        {mayComeBack && (row.verdict === 'may_come_back' || row.syncProviders.length > 0) && (
          <Chip tone="warning" icon={Undo} plain>
            {verdicts.may_come_back}
          </Chip>
        )}
      </td>
    </>
  )
}
