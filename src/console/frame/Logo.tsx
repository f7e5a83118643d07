import { styled } from '@mui/material/styles'
import { useWords } from '#console/words/language.tsx'
import { frameWords } from './words.ts'

const Body = styled('span')(({ theme }) => ({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 10,
  fontSize: 15,
  lineHeight: '24px',
  fontWeight: 600,
  whiteSpace: 'nowrap',
  color: theme.vars.palette.text.primary,
  '& .ground': { fill: theme.vars.palette.text.primary },
  '& .door': { stroke: theme.vars.palette.background.default },
  '& .knob': { fill: theme.vars.palette.primary.main },
}))

/** The mark and the name. */
export function Logo() {
  const words = useWords(frameWords)
  return (
    <Body>
      <svg width="22" height="22" viewBox="0 0 32 32" fill="none" aria-hidden="true">
        <rect className="ground" width="32" height="32" rx="8" />
        <path
          className="door"
          d="M17 9h-4a3 3 0 0 0-3 3v8a3 3 0 0 0 3 3h4"
          strokeWidth="3"
          strokeLinecap="round"
        />
        <circle className="knob" cx="21" cy="16" r="3" />
      </svg>
      {words.product}
    </Body>
  )
}
