import Dialog from '@mui/material/Dialog'
import { styled } from '@mui/material/styles'

/** The floating sheet: 560 px, its middle scrolls, its foot stays. */
export const Sheet = styled(Dialog)(({ theme }) => ({
  '& .MuiBackdrop-root': { background: 'rgba(16, 20, 28, .44)' },
  '& .MuiDialog-paper': {
    width: 560,
    maxWidth: 'calc(100% - 32px)',
    margin: 16,
    borderRadius: 10,
    boxShadow: `0 0 0 1px ${theme.vars.palette.divider}, 0 16px 40px -12px rgba(16, 20, 28, .28)`,
  },
  '& form': { display: 'flex', flexDirection: 'column', minHeight: 0, maxHeight: '100%' },
}))

/** Title and person line; a name without end scrolls, and leaves room for what is asked. */
export const Head = styled('header')(({ theme }) => ({
  flex: 'none',
  maxHeight: '30vh',
  overflowY: 'auto',
  overflowWrap: 'anywhere',
  padding: '20px 24px 8px',
  '& h2': { fontSize: 18, lineHeight: '26px', letterSpacing: 0, fontWeight: 600 },
  '& p': {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: 8,
    color: theme.vars.palette.text.secondary,
  },
}))

/** The part that scrolls. */
export const Middle = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: 14,
  padding: '8px 24px 20px',
  overflowY: 'auto',
  minHeight: 0,
  fontSize: 13,
  lineHeight: '20px',
  '& .about': { display: 'grid', gap: 10 },
  '& .quiet': { color: theme.vars.palette.text.secondary },
}))

/** Errors and differences, between the middle and the foot. */
export const Above = styled('div')(({ theme }) => ({
  flex: 'none',
  padding: '12px 24px',
  borderTop: `1px solid ${theme.vars.palette.divider}`,
  maxHeight: '45vh',
  overflowY: 'auto',
}))

/** What is missing at the left, the buttons at the right. */
export const DialogFoot = styled('footer')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'flex-end',
  gap: 8,
  padding: '10px 24px',
  borderTop: `1px solid ${theme.vars.palette.divider}`,
  background: theme.vars.palette.background.subtle,
  '& .first': { flex: '1 0 100%', fontSize: 12, lineHeight: '16px' },
  '& .missing': {
    ...theme.typography.caption,
    fontWeight: 400,
    flex: '1 1 0',
    minWidth: 120,
    maxWidth: 180,
    marginRight: 'auto',
    color: theme.vars.palette.text.secondary,
  },
  // What is missing gets a line of its own, and the buttons share theirs.
  [theme.breakpoints.down('sm')]: {
    padding: '10px 16px',
    '& .missing': { flexBasis: '100%', maxWidth: 'none', '&:empty': { position: 'absolute' } },
    '& button, & a': { flex: '1 1 auto' },
  },
}))
