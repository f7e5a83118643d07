import { keyframes, styled } from '@mui/material/styles'

const slide = keyframes({
  from: { transform: 'translateX(-100%)' },
  to: { transform: 'translateX(300%)' },
})

const Track = styled('div')(({ theme }) => ({
  height: 2,
  marginBottom: -2,
  position: 'relative',
  zIndex: 2,
  overflow: 'hidden',
  '&[data-busy]::before': {
    content: '""',
    display: 'block',
    width: '33%',
    height: 2,
    background: theme.vars.palette.primary.main,
    animation: `${slide} 1.2s linear 200ms infinite backwards`,
  },
}))

/** A thin bar while something is being read; it moves nothing. */
export function ThinBar({ busy }: { busy: boolean }) {
  return <Track data-busy={busy ? '' : undefined} aria-hidden />
}
