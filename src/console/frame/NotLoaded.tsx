import { styled } from '@mui/material/styles'
import CircleX from 'lucide-react/icons/circle-x'
import type { ReactNode } from 'react'
import { useWords } from '#console/words/language.tsx'
import { Button } from './Button.tsx'
import { frameWords } from './words.ts'

const Body = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: 8,
  justifyItems: 'start',
  fontSize: 13,
  lineHeight: '20px',
  '& strong': {
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    fontSize: 14,
    color: theme.vars.palette.error.main,
  },
  '& p': { color: theme.vars.palette.text.secondary },
}))

/** That a part of the desk failed or cannot be fetched, drawn with what is there from the beginning. */
export function NotLoaded({ what, retry }: { what: ReactNode; retry: () => void }) {
  const words = useWords(frameWords)
  return (
    <Body role="alert">
      <strong>
        <CircleX size={18} strokeWidth={1.75} aria-hidden />
        {what}
      </strong>
      <p>{words.broken}</p>
      <Button onClick={retry}>{words.tryAgain}</Button>
    </Body>
  )
}
