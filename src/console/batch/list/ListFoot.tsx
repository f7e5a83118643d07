import { styled } from '@mui/material/styles'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { useWords } from '#console/words/language.tsx'
import type { List } from '#contract/list.ts'
import { shownRows } from './Preview.tsx'
import { listWords } from './words.ts'

const Line = styled('p')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '2px 12px',
  minHeight: 36,
  padding: '6px 12px',
  borderTop: `1px solid ${theme.vars.palette.divider}`,
  color: theme.vars.palette.text.secondary,
  '& > span:not(:first-of-type)::before': { content: '"·"', marginRight: 12 },
  '& .lost': { color: theme.vars.palette.warning.main },
  '& .lost::before': { color: theme.vars.palette.text.secondary },
  '& svg': { verticalAlign: '-3px', marginRight: 6 },
}))

const digits = /^\s*'?0\d+\s*$/

/** Which rows are seen, and what a spreadsheet may have done to the ids. */
export function ListFoot({ list }: { list: List }) {
  const words = useWords(listWords)
  const { preview, rows, rounded, idColumn } = list
  const [first] = preview
  const last = preview.slice(0, shownRows).at(-1)
  const hasZeros = preview.some(({ cells }) => digits.test(cells[idColumn] ?? ''))
  return (
    <Line>
      {first !== undefined && last !== undefined && (
        // Rows are counted through all lists of the batch.
        <span>{words.rowsOf(first.row, last.row, first.row - 1 + rows)}</span>
      )}
      {hasZeros && <span>{words.zerosKept}</span>}
      {rounded.count > 0 && (
        <span className="lost">
          <TriangleAlert size={14} strokeWidth={1.75} aria-hidden />
          {words.rounded(rounded.count, rounded.rows)}
        </span>
      )}
    </Line>
  )
}
