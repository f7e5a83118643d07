import { styled } from '@mui/material/styles'
import { touch } from '#console/frame/media.ts'

/**
 * A full-bleed table: head 36 px, rows 40 px, hairlines. Marks: `aria-selected` on a row tints it,
 * `data-open` gives it an accent bar; `className` `number` right-aligns, `quiet` greys, `mono` is an id.
 */
export const Table = styled('table')(({ theme }) => {
  const { palette } = theme.vars
  return {
    width: '100%',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    fontSize: 13,
    lineHeight: '20px',
    '& th': {
      ...theme.typography.caption,
      height: 36,
      textAlign: 'left',
      color: palette.text.secondary,
      position: 'sticky',
      top: 0,
      zIndex: 1,
      background: palette.background.default,
      boxShadow: `inset 0 -1px ${palette.divider}`,
    },
    '& td': { height: 40, borderBottom: `1px solid ${palette.divider}` },
    '& th, & td': {
      padding: '0 8px',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    '& th:first-of-type, & td:first-of-type': { paddingLeft: 24 },
    '& th:last-of-type, & td:last-of-type': { paddingRight: 24 },
    '& .number': { textAlign: 'right' },
    '& .quiet': { color: palette.text.secondary },
    '& .mono': theme.typography.code,
    '& .name': { fontWeight: 500 },
    '& .copy': { opacity: 0, [touch]: { opacity: 1 } },
    '& tr:hover .copy, & .copy:focus-visible': { opacity: 1 },
    '& tbody tr:hover': { background: palette.action.hover },
    '& tbody tr[aria-selected="true"]': { background: palette.action.selected },
    '& tbody tr[data-open]': { boxShadow: `inset 3px 0 ${palette.primary.main}` },
    '& tbody tr[data-open]:not([aria-selected="true"])': { background: palette.action.hover },
    '& tbody tr:focus-visible': { outlineOffset: -2 },
  }
})

/** The frame of a table that stands inside a page; its head has a ground. */
export const TableFrame = styled('div')(({ theme }) => ({
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: 8,
  overflow: 'auto',
  '& th': { background: theme.vars.palette.background.subtle },
  '& th:first-of-type, & td:first-of-type': { paddingLeft: 12 },
  '& th:last-of-type, & td:last-of-type': { paddingRight: 12 },
  '& tbody tr:last-of-type td': { borderBottom: 0 },
}))

/** The docked foot of a list: *1–50 of 2,418* at the left, paging at the right. */
export const Foot = styled('footer')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: 16,
  minHeight: 44,
  padding: '0 24px',
  fontSize: 13,
  color: theme.vars.palette.text.secondary,
  borderTop: `1px solid ${theme.vars.palette.divider}`,
  background: theme.vars.palette.background.default,
  [theme.breakpoints.down('md')]: { padding: '0 16px' },
}))
