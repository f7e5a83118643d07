import { styled } from '@mui/material/styles'
import type { Problem } from '#console/call/problem.ts'
import { problemWords, sentenceAbout } from '#console/call/words.ts'
import { Button } from '#console/frame/Button.tsx'
import { useWords } from '#console/words/language.tsx'

const Line = styled('p')(({ theme }) => ({
  padding: '4px 24px',
  color: theme.vars.palette.text.secondary,
  [theme.breakpoints.down('md')]: { padding: '4px 16px' },
}))

type NotRefreshedProps = {
  /** What is old now: *The directory could not be read again.* */
  what: string
  problem: Problem
  retry: () => void
}

/** Above rows that are still shown although reading them again failed: why, and *Try again*. */
export function NotRefreshed({ what, problem, retry }: NotRefreshedProps) {
  const words = useWords(problemWords)
  return (
    <Line role="status">
      {what} {sentenceAbout(words, problem.code)}{' '}
      <Button size="small" variant="text" onClick={retry}>
        {words.tryAgain}
      </Button>
    </Line>
  )
}
