import { keyframes, styled } from '@mui/material/styles'

const appear = keyframes({ to: { opacity: 1 } })

/** A bar where a value will be, `wide` px; it shows only when the value takes more than 200 ms. */
export const Skeleton = styled('span', { shouldForwardProp: (prop) => prop !== 'wide' })<{
  wide: number
}>(({ theme, wide }) => ({
  display: 'inline-block',
  width: wide,
  maxWidth: '100%',
  height: 10,
  borderRadius: 5,
  background: theme.vars.palette.background.chip,
  opacity: 0,
  animation: `${appear} 0s 200ms forwards`,
  '@media (prefers-reduced-motion: reduce)': { opacity: 1 },
}))
