import { styled } from '@mui/material/styles'
import { Button } from '#console/frame/Button.tsx'
import { useWords } from '#console/words/language.tsx'
import { DropArea } from './DropArea.tsx'
import { PasteBox } from './PasteBox.tsx'
import type { Intake } from './useIntake.ts'
import { listWords } from './words.ts'

const Panel = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: 8,
  '& > header': {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: 12,
    fontWeight: 500,
  },
  '& > .ways': {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto minmax(0, 1fr)',
    gap: 16,
    '& > span': { alignSelf: 'center', color: theme.vars.palette.text.secondary },
  },
}))

/** The two ways in beside each other: a file, or lines. */
export function IntakePanel({ intake, dragging }: { intake: Intake; dragging: boolean }) {
  const words = useWords(listWords)
  const { way } = intake
  const busy = intake.onItsWay !== null
  return (
    <Panel>
      {way !== null && (
        <header>
          {way === 'replace' ? words.replacing : words.more}
          <Button variant="text" color="inherit" onClick={() => intake.setWay(null)}>
            {words.cancel}
          </Button>
        </header>
      )}
      <div className="ways">
        <DropArea
          dragging={dragging}
          busy={busy}
          autoFocus={way === 'replace'}
          onFiles={(files) => intake.takeFiles(files, false)}
        />
        <span>{words.or}</span>
        <PasteBox
          busy={busy}
          autoFocus={way === 'more'}
          onLines={intake.takeLines}
          onFiles={(files) => intake.takeFiles(files, false)}
        />
      </div>
    </Panel>
  )
}
