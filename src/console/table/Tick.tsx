import { styled } from '@mui/material/styles'
import { touch } from '#console/frame/media.ts'

const tick = 'polygon(14% 47%, 25% 36%, 42% 53%, 75% 20%, 86% 31%, 42% 76%)'

/** A check box of 16 px; `indeterminate` is drawn as a dash. */
export const Tick = styled('input')(({ theme }) => {
  const { palette } = theme.vars
  return {
    appearance: 'none',
    display: 'inline-grid',
    placeContent: 'center',
    flex: 'none',
    width: 16,
    height: 16,
    margin: 0,
    border: `1px solid ${palette.border.field}`,
    borderRadius: 4,
    background: palette.background.default,
    verticalAlign: 'middle',
    cursor: 'pointer',
    '&:checked, &:indeterminate': {
      background: palette.primary.dark,
      borderColor: palette.primary.dark,
    },
    '&::before': { content: '""', width: 14, height: 14 },
    '&:checked::before': { background: '#FFFFFF', clipPath: tick },
    '&:indeterminate::before': {
      height: 2,
      width: 8,
      clipPath: 'none',
      background: '#FFFFFF',
    },
    [touch]: { width: 22, height: 22 },
    '@media (forced-colors: active)': { appearance: 'auto' },
  }
})
