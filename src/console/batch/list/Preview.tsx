import { styled } from '@mui/material/styles'
import { Table } from '#console/table/Table.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useWords } from '#console/words/language.tsx'
import type { ColumnsRequest, List } from '#contract/list.ts'
import { type Role, roleOf, rolesFor, withRole } from './columns.ts'
import { IdCell } from './IdCell.tsx'
import { RoleChoice } from './RoleChoice.tsx'
import { listWords } from './words.ts'

/** Enough to see what stands in which column. */
export const shownRows = 5
const rowNumbers = 56
const narrowest = 168
/** Room for an id and what is said of it. */
const idWidth = 264

const Scroller = styled('div')(({ theme }) => ({
  overflowX: 'auto',
  '&& th': { position: 'static', background: 'none', verticalAlign: 'middle' },
  '&& .row': { width: rowNumbers, paddingLeft: 12, paddingRight: 8 },
  '&& thead .id': { width: `max(${idWidth}px, 20%)` },
  '&& thead tr:first-of-type > *': {
    height: 'auto',
    padding: '10px 8px 0',
    border: 0,
    boxShadow: 'none',
  },
  '&& thead tr:last-of-type th': { height: 32 },
  '&& tbody td': { height: 36 },
  '&& tbody tr:last-of-type td': { borderBottom: 0 },
  '& tbody .row': { color: theme.vars.palette.text.tertiary },
}))

type PreviewProps = {
  list: List
  name: string
  columns: ColumnsRequest
  /** Absent: the reader may not choose. */
  onColumns?: (columns: ColumnsRequest) => void
}

/** How a list begins, with the use of each column standing on it. */
export function Preview({ list, name, columns, onColumns }: PreviewProps) {
  const words = useWords(listWords)
  const nameOf = (column: number) => list.columns[column]?.trim() ?? ''
  const labelOf = (column: number) =>
    nameOf(column) === ''
      ? words.roleOfUnnamed(column + 1)
      : words.roleOf(column + 1, nameOf(column))
  const all = list.columns.map((_, column) => column)
  return (
    // In reach of the keyboard, so that columns beyond the edge can be scrolled to.
    <Scroller role="group" aria-label={words.beginning(name)} tabIndex={0}>
      <Table
        aria-label={words.beginning(name)}
        style={{ minWidth: rowNumbers + idWidth + (all.length - 1) * narrowest }}
      >
        <thead>
          <tr>
            <td className="row" />
            {all.map((column) => (
              <th key={column} scope="col" className={roleOf(columns, column)}>
                {onColumns === undefined ? (
                  words.role[roleOf(columns, column)]
                ) : (
                  <RoleChoice
                    label={labelOf(column)}
                    role={roleOf(columns, column)}
                    roles={rolesFor(columns, column)}
                    onChoose={(role) => onColumns(withRole(columns, column, role))}
                  />
                )}
              </th>
            ))}
          </tr>
          <tr>
            <th scope="col" className="row">
              {words.row}
            </th>
            {all.map((column) => (
              <th key={column} scope="col">
                <Visible text={nameOf(column) || words.column(column + 1)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.preview.slice(0, shownRows).map(({ row, cells }) => (
            <tr key={row}>
              <td className="row">{row}</td>
              {all.map((column) => (
                <Cell key={column} cell={cells[column] ?? ''} role={roleOf(columns, column)} />
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Scroller>
  )
}

function Cell({ cell, role }: { cell: string; role: Role }) {
  if (role === 'id') {
    return (
      <td>
        <IdCell cell={cell} />
      </td>
    )
  }
  return (
    <td className={role === 'none' ? 'quiet' : undefined}>
      <Visible text={cell} />
    </td>
  )
}
