import { styled } from '@mui/material/styles'
import Hourglass from 'lucide-react/icons/hourglass'
import { useState } from 'react'
import { draftWords } from '#console/batch/draft/words.ts'
import type { Live } from '#console/batch/live.ts'
import { Button } from '#console/frame/Button.tsx'
import { useDesk } from '#console/session/session.tsx'
import { Banner } from '#console/state/Banner.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import { minuteWords } from '#console/words/when.ts'
import { Consequences } from './Consequences.tsx'
import { FrozenList } from './FrozenList.tsx'
import { StartForm } from './StartForm.tsx'
import { StartProblem } from './StartProblem.tsx'
import { useFrozen } from './useFrozen.ts'
import { useStart } from './useStart.ts'

const Columns = styled('div')(({ theme }) => ({
  '& > .question': { display: 'grid', gap: 16, alignContent: 'start', padding: '0 24px 24px 64px' },
  '& .start': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 },
  '& .start > span': { flex: 1, color: theme.vars.palette.text.secondary },
  [theme.breakpoints.up('lg')]: {
    flex: '1 1 0',
    minHeight: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 464px',
    gridTemplateRows: 'minmax(0, 1fr)',
    '& > .question': { overflowY: 'auto' },
  },
  [theme.breakpoints.down('md')]: { '& > .question': { padding: '0 16px 16px' } },
}))

type ConfirmStepProps = {
  live: Live
  /** Whether the reader may start it: its maker, on a screen wide enough. */
  mayStart: boolean
  onBack: () => void
  onLookAgain: () => void
  onDiscard: () => void
}

/** The question and the frozen names side by side. A confirmed list that was not started yet only starts. */
export function ConfirmStep(props: ConfirmStepProps) {
  const { live, mayStart, onBack, onLookAgain, onDiscard } = props
  const words = useWords(draftWords)
  const { language } = useLanguage()
  const { readOnly } = useDesk()
  const [now] = useState(() => new Date())
  const frozen = useFrozen(live)
  const starting = useStart(live)
  const { batch } = live
  const isConfirmed = batch.state === 'confirmed'
  const problem = starting.error !== null && (
    <StartProblem
      problem={starting.error}
      onLookAgain={() => {
        starting.reset()
        onLookAgain()
      }}
      onDiscard={onDiscard}
    />
  )
  return (
    <Columns>
      <div className="question">
        <Consequences batch={batch} frozen={frozen} {...(!isConfirmed && { onShow: onBack })} />
        {isConfirmed && batch.expiresAt !== null && (
          <Banner tone="primary" icon={Hourglass}>
            {words.confirmed(minuteWords(batch.expiresAt, now, language))}
          </Banner>
        )}
        {isConfirmed && batch.reason !== null && (
          <p>
            <strong>{words.reason}</strong> <Visible text={batch.reason} />
          </p>
        )}
        {isConfirmed && mayStart && (
          <>
            {problem}
            <div className="start">
              <span role="status">{readOnly && words.stopped}</span>
              <Button
                variant="contained"
                color="error"
                aria-disabled={starting.isPending || readOnly}
                onClick={() => {
                  if (!starting.isPending && !readOnly) starting.mutate(null)
                }}
              >
                {starting.isPending ? words.starting : words.start}
              </Button>
            </div>
          </>
        )}
        {!isConfirmed && mayStart && (
          <StartForm
            batch={batch}
            isSending={starting.isPending}
            problem={problem}
            onBack={onBack}
            onStart={starting.mutate}
          />
        )}
        {!isConfirmed && !mayStart && (
          <div className="start">
            <Button onClick={onBack}>{words.back}</Button>
          </div>
        )}
      </div>
      <FrozenList batch={batch} frozen={frozen} />
    </Columns>
  )
}
