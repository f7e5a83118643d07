import { styled } from '@mui/material/styles'
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import type { ReactNode } from 'react'
import { moveWithArrows } from '#console/table/move.ts'
import { Table } from '#console/table/Table.tsx'
import { columnWords } from '#console/text/column-words.ts'
import { useWords } from '#console/words/language.tsx'
import { isSortField, type SortField } from './queries.ts'

const People = styled(Table)(({ theme }) => {
  const { palette } = theme.vars
  return {
    '& .tick': { width: 44, paddingRight: 0 },
    '& .tick + *': { paddingLeft: 8 },
    '& .wider': { width: '24%' },
    '& .status': { width: 124 },
    '& .last': { width: 120 },
    '&:lang(zh) .last': { width: 156 },
    '& .name-column': { width: '16%' },
    '& .username': { width: '14%' },
    '& td': { cursor: 'pointer' },
    '& a': { color: 'inherit', textDecoration: 'none' },
    '& th button': {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 4,
      padding: 0,
      border: 0,
      background: 'none',
      font: 'inherit',
      color: 'inherit',
      cursor: 'pointer',
      minHeight: 24,
      '&:hover': { color: palette.text.primary },
    },
    '& th[aria-sort] button': { color: palette.text.primary },
    '& .under, & .chevron': { display: 'none' },
    [theme.breakpoints.down('lg')]: {
      '& .last': { display: 'none' },
      '& .status': { width: 140, paddingRight: 24 },
    },
    '@container (max-width: 860px)': { '& .last': { display: 'none' } },
    '@container (max-width: 780px)': {
      '& .department': { display: 'none' },
      '& .name-column': { width: 'auto' },
      '& .username': { width: '21%' },
      '& .wider': { width: '32%' },
    },
    [theme.breakpoints.down('md')]: {
      // The heads stay for those who listen; there is no room to show them.
      '& th': { height: 0, fontSize: 0, lineHeight: 0, boxShadow: 'none' },
      '& th button': { visibility: 'hidden', minHeight: 0, height: 0 },
      '& .name-column': { width: 'auto' },
      '& .tick, & .username, & .email, & .department': { display: 'none' },
      '& td': { height: 60 },
      '& td:first-of-type, & .tick + td': { paddingLeft: 16 },
      '& .status.status': { paddingRight: 16 },
      '& .under': {
        display: 'block',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        color: palette.text.secondary,
        fontWeight: 400,
      },
      '& .status': { width: 160, textAlign: 'right' },
      '& .chevron': {
        display: 'inline-block',
        verticalAlign: 'middle',
        marginLeft: 8,
        color: palette.text.secondary,
      },
    },
  }
})

type Sorting = {
  sort: SortField
  descending: boolean
  onSort: (sort: SortField, descending: boolean) => void
}

type UserTableProps = {
  label: string
  /** The box above the page, where people may be selected. */
  tick?: ReactNode
  /** Absent where the order is not GenAuth's. */
  sorting?: Sorting
  children: ReactNode
}

const columns = ['name', 'username', 'email', 'department', 'status', 'lastLogin'] as const
const looks: Record<(typeof columns)[number], string> = {
  name: 'name-column',
  username: 'username',
  email: 'email wider',
  department: 'department',
  status: 'status',
  lastLogin: 'last number',
}

/** People in rows; arrow keys move between them, Enter opens. */
export function UserTable({ label, tick, sorting, children }: UserTableProps) {
  const words = useWords(columnWords)
  return (
    <People aria-label={label}>
      <thead>
        <tr>
          {tick !== undefined && <th className="tick">{tick}</th>}
          {columns.map((column) =>
            sorting !== undefined && isSortField(column) ? (
              <SortedHead key={column} column={column} sorting={sorting} />
            ) : (
              <th key={column} scope="col" className={looks[column]}>
                {words[column]}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody onKeyDown={moveWithArrows}>{children}</tbody>
    </People>
  )
}

function SortedHead({
  column,
  sorting: { sort, descending, onSort },
}: {
  column: SortField & keyof typeof looks
  sorting: Sorting
}) {
  const words = useWords(columnWords)
  const chosen = sort === column
  const Arrow = descending ? ArrowDown : ArrowUp
  return (
    <th
      scope="col"
      className={looks[column]}
      aria-label={words[column]}
      aria-sort={chosen ? (descending ? 'descending' : 'ascending') : undefined}
    >
      <button type="button" onClick={() => onSort(column, chosen ? !descending : false)}>
        {words[column]}
        {chosen && <Arrow size={12} strokeWidth={2} aria-hidden />}
      </button>
    </th>
  )
}
