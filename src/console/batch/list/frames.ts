import { styled } from '@mui/material/styles'

/** One list in its frame: a head with a ground, what is in it, a foot. */
export const ListBox = styled('article')(({ theme }) => {
  const { background, divider, text } = theme.vars.palette
  return {
    border: `1px solid ${divider}`,
    borderRadius: 8,
    overflow: 'hidden',
    '& > header': {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: '4px 12px',
      minHeight: 52,
      padding: '6px 12px',
      background: background.subtle,
      '& > svg': { flex: 'none', color: text.secondary },
    },
    '& > header:not(:last-child)': { borderBottom: `1px solid ${divider}` },
    '& .what': { flex: '1 1 200px', minWidth: 0 },
    '& .what strong': { display: 'block', fontWeight: 500, overflowWrap: 'anywhere' },
    '& .what small': {
      fontSize: 12,
      color: text.secondary,
      '& > span:not(:first-of-type)::before': { content: '" · "' },
    },
    '& .acts': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 },
    '& > .note': {
      padding: '10px 12px',
      borderTop: `1px solid ${divider}`,
    },
  }
})
