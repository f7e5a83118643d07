import { styled } from '@mui/material/styles'

/** A page about one batch: as high as the screen, its table takes what is left; on a phone it scrolls. */
export const Sheet = styled('div')(({ theme }) => ({
  display: 'flex',
  flexDirection: 'column',
  minHeight: '100%',
  '& > header, & > section, & > .part, & > footer': { flex: 'none' },
  '& > .part': { padding: '0 24px 12px' },
  '& > header': { padding: '20px 24px 12px' },
  '& .quiet': { color: theme.vars.palette.text.secondary },
  '& > .line': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
  '& > .line > .right': {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 8,
    marginLeft: 'auto',
    color: theme.vars.palette.text.secondary,
    '& svg': { flex: 'none', color: theme.vars.palette.success.main },
  },
  '& > footer .next': { display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: 12 },
  [theme.breakpoints.up('md')]: { height: '100%' },
  [theme.breakpoints.down('md')]: {
    '& > .part': { padding: '0 16px 12px' },
    '& > .line > .right': { marginLeft: 0 },
    '& > header': { padding: '12px 16px' },
  },
}))

/** Title of the batch at the left, what can be done with all of it at the right. */
export const TitleRow = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '8px 12px',
  minHeight: 32,
  '& .title': { ...theme.typography.h2, overflowWrap: 'anywhere' },
  '&:lang(zh) .title': { letterSpacing: 0 },
  '& .kind': {
    ...theme.typography.caption,
    padding: '2px 7px',
    border: `1px solid ${theme.vars.palette.divider}`,
    borderRadius: 5,
    color: theme.vars.palette.text.secondary,
  },
  '& .reason': {
    ...theme.typography.code,
    color: theme.vars.palette.text.secondary,
    overflowWrap: 'anywhere',
  },
  '& .acts': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 8,
    marginLeft: 'auto',
  },
  '& .saved': { display: 'inline-flex', alignItems: 'center', gap: 8 },
  '& .pair': { display: 'inline-flex', gap: 8 },
  [theme.breakpoints.down('md')]: {
    '& .acts': {
      flexDirection: 'column-reverse',
      alignItems: 'stretch',
      marginLeft: 0,
      width: '100%',
    },
    '& .pair > *': { flex: 1 },
  },
}))
