import { styled } from '@mui/material/styles'

/** A key, drawn. */
export const Key = styled('kbd')(({ theme }) => ({
  ...theme.typography.caption,
  padding: '1px 6px',
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: 4,
  background: theme.vars.palette.background.subtle,
  color: theme.vars.palette.text.secondary,
}))
