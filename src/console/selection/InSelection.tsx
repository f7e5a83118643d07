import { styled } from '@mui/material/styles'
import { Button } from '#console/frame/Button.tsx'
import { useWide } from '#console/frame/wide.ts'
import { useWords } from '#console/words/language.tsx'
import type { UserSummary } from '#contract/user.ts'
import { useSelection } from './selection.tsx'
import { selectionWords } from './words.ts'

const Line = styled('p')(({ theme }) => ({
  color: theme.vars.palette.text.secondary,
  [theme.breakpoints.down('md')]: { display: 'none' },
}))

/** That somebody is selected, where no list is in sight that would show it. */
export function InSelection({ user, alone }: { user: UserSummary; alone: boolean }) {
  const words = useWords(selectionWords)
  const { users, remove } = useSelection()
  const wide = useWide()
  if ((wide && !alone) || !users.has(user.userId)) return null
  return (
    <Line>
      {words.isInWhy(users.size)}{' '}
      <Button variant="text" size="small" onClick={() => remove(user)}>
        {words.takeOut}
      </Button>
    </Line>
  )
}
