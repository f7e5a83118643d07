import { styled } from '@mui/material/styles'

/** How far something is, as a thin bar. */
export const Bar = styled('progress')(({ theme }) => {
  const { background, primary } = theme.vars.palette
  return {
    appearance: 'none',
    width: 240,
    maxWidth: '100%',
    height: 4,
    border: 0,
    borderRadius: 2,
    overflow: 'hidden',
    background: background.chip,
    '&::-webkit-progress-bar': { background: background.chip },
    '&::-webkit-progress-value': { background: primary.dark },
    '&::-moz-progress-bar': { background: primary.dark },
  }
})
