import { keyframes, styled } from '@mui/material/styles'
import { Bar } from '#console/batch/Bar.ts'
import { Button } from '#console/frame/Button.tsx'
import { useWords } from '#console/words/language.tsx'
import type { OnItsWay } from './useIntake.ts'
import { listWords } from './words.ts'

const appear = keyframes({ to: { opacity: 1 } })

const Line = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  marginLeft: 'auto',
  alignItems: 'center',
  gap: '4px 16px',
  color: theme.vars.palette.text.secondary,
  // What is there at once needs no bar.
  '& > *': { opacity: 0, animation: `${appear} 0s 200ms forwards` },
  '@media (prefers-reduced-motion: reduce)': { '& > *': { opacity: 1 } },
}))

/** How far a list is on its way. */
export function Sending({ list, onStop }: { list: OnItsWay; onStop: () => void }) {
  const words = useWords(listWords)
  const { name, share } = list
  return (
    <Line>
      <span>{share < 1 ? words.sending(name, Math.floor(share * 100)) : words.reading(name)}</span>
      <Bar aria-label={words.progress} max={1} value={share} />
      {share < 1 && (
        <Button size="small" variant="text" onClick={onStop}>
          {words.cancel}
        </Button>
      )}
    </Line>
  )
}
