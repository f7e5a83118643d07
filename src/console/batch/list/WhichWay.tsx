import { styled } from '@mui/material/styles'
import { Button } from '#console/frame/Button.tsx'
import { useWords } from '#console/words/language.tsx'
import type { Intake } from './useIntake.ts'
import { listWords } from './words.ts'

const Question = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
  padding: '8px 12px',
  borderRadius: 8,
  background: theme.vars.palette.action.selected,
  '& > span': { marginRight: 'auto', overflowWrap: 'anywhere' },
}))

/** A file was dropped beside a list: does it come instead, or after it? */
export function WhichWay({ file, intake }: { file: File; intake: Intake }) {
  const words = useWords(listWords)
  return (
    <Question>
      <span role="status">{words.whichWay(file.name)}</span>
      <Button size="small" onClick={() => intake.takeFiles([file], false, 'replace')}>
        {words.replaceIt}
      </Button>
      <Button size="small" onClick={() => intake.takeFiles([file], false, 'more')}>
        {words.addIt}
      </Button>
      <Button size="small" variant="text" color="inherit" onClick={intake.cancel}>
        {words.cancel}
      </Button>
    </Question>
  )
}
