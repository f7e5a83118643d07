import { styled } from '@mui/material/styles'
import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react'
import { Skeleton } from '#console/state/Skeleton.tsx'
import { Foot, Table, TableFrame } from '#console/table/Table.tsx'
import type { BatchRow } from '#contract/batch-row.ts'
import type { Places } from './rows-in-place.ts'
import { headHeight, useRowsInSight } from './useRowsInSight.ts'

/** On a low screen the page scrolls before the frame gets lower than this. */
const lowest = 240

// Doubled, so that these win over the table's own styles in whichever order both are inserted.
const Frame = styled(TableFrame)(({ theme }) => ({
  flex: '0 1 auto',
  margin: '0 24px',
  '& + footer': { marginTop: 'auto' },
  '&:focus-visible': { outlineOffset: -2 },
  '&& th': { background: theme.vars.palette.background.subtle },
  '&& th:first-of-type, && td:first-of-type': { paddingLeft: 12 },
  '&& th:last-of-type, && td:last-of-type': { paddingRight: 12 },
  '&& td.gap': { height: 'auto', padding: 0, border: 0 },
  '@media (pointer: coarse)': { '&& td:not(.gap)': { height: 48 } },
  [theme.breakpoints.down('md')]: {
    flex: 'none',
    margin: 0,
    border: 0,
    borderTop: `1px solid ${theme.vars.palette.divider}`,
    borderRadius: 0,
    overflow: 'visible',
    '&& td:not(.gap)': { height: 60 },
    '&& th:first-of-type, && td:first-of-type': { paddingLeft: 16 },
    '&& th:last-of-type, && td:last-of-type': { paddingRight: 16 },
    '& thead': { position: 'absolute', clipPath: 'inset(50%)', width: 1, height: 1 },
  },
}))

type RowsTableProps = {
  label: string
  places: Places
  need: (first: number, last: number) => void
  columns: readonly { key: string; label: string }[]
  /** The cells of a row, one for each column. */
  cells: (row: BatchRow) => ReactNode
  /** Below the rows: told the places in sight, from 1. */
  foot: (first: number, last: number) => ReactNode
  className?: string
}

/**
 * A table of any length: only the rows in sight are in the document, and the head, the counts and the
 * row numbers say how long it is. On a narrow screen the whole page scrolls, else its frame does.
 */
export function RowsTable(props: RowsTableProps) {
  const { label, places, need, columns, cells, foot, className } = props
  const frame = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLTableSectionElement>(null)
  const [focused, setFocused] = useState<number | null>(null)
  const inSight = useRowsInSight({ count: places.count, frame, body, focused })
  const { items, above, end, height, first, last } = inSight
  useEffect(() => need(first, last))
  return (
    <>
      <Frame
        ref={frame}
        tabIndex={0}
        role="region"
        aria-label={label}
        className={className ?? ''}
        style={{ minHeight: Math.min(lowest, headHeight + places.count * height) }}
      >
        <Table aria-label={label} aria-rowcount={places.count + 1}>
          {/* The first row in the document may be a gap, so the widths are said here. */}
          <colgroup>
            {columns.map(({ key }) => (
              <col key={key} className={key} />
            ))}
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              {columns.map((column) => (
                <th key={column.key} scope="col" className={column.key}>
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody
            ref={body}
            onFocus={({ target }) => {
              const at = target.closest('tr')?.getAttribute('aria-rowindex')
              if (at) setFocused(Number(at) - 2)
            }}
            onBlur={() => setFocused(null)}
          >
            {items.map(({ index, start }, at) => {
              const place = places.at(index)
              return (
                <Fragment key={index}>
                  <Gap height={start - (items[at - 1]?.end ?? above)} />
                  <tr aria-rowindex={index + 2}>{place ? cells(place) : <Unread />}</tr>
                </Fragment>
              )
            })}
            <Gap height={end - (items.at(-1)?.end ?? end)} />
          </tbody>
        </Table>
      </Frame>
      <Foot>{foot(places.count === 0 ? 0 : first + 1, Math.max(last, 0))}</Foot>
    </>
  )
}

/** The room of rows that are not in the document. */
function Gap({ height }: { height: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden>
      <td className="gap" style={{ height }} />
    </tr>
  )
}

/** A row that is still to be read. */
function Unread() {
  return (
    <td colSpan={2}>
      <Skeleton wide={160} />
    </td>
  )
}
