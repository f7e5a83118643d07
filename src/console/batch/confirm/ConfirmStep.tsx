import { styled } from '@mui/material/styles'
import { SentBack } from '#console/batch/approval/SentBack.tsx'
import { lacksApproval, standingOf } from '#console/batch/approval/standing.ts'
import { approvalWords } from '#console/batch/approval/words.tsx'
import { hasLapsed } from '#console/batch/check/lapse.ts'
import type { Live } from '#console/batch/live.ts'
import { wantsFresh } from '#console/batch/weight.ts'
import { Button } from '#console/frame/Button.tsx'
import { useFresh } from '#console/session/fresh.ts'
import { useWords } from '#console/words/language.tsx'
import { Confirmed } from './Confirmed.tsx'
import { Consequences } from './Consequences.tsx'
import { FrozenList } from './FrozenList.tsx'
import { StartForm } from './StartForm.tsx'
import { StartProblem } from './StartProblem.tsx'
import { useFrozen } from './useFrozen.ts'
import { useStart } from './useStart.ts'
import { confirmWords } from './words.ts'

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
  /** When the batch was last looked at, in ms. */
  lastSeen: number
  /** Whether the reader may start it: its maker, on a screen wide enough. */
  mayStart: boolean
  onBack: () => void
  onLookAgain: () => void
}

/** The question and the frozen names side by side. A confirmed list that was not started yet only starts. */
export function ConfirmStep({ live, lastSeen, mayStart, onBack, onLookAgain }: ConfirmStepProps) {
  const words = useWords(confirmWords)
  const { notAsked } = useWords(approvalWords)
  const frozen = useFrozen(live)
  const starting = useStart(live)
  const { batch } = live
  const isConfirmed = batch.state === 'confirmed'
  const lacks = lacksApproval(standingOf(batch.approval, lastSeen))
  const waits = isConfirmed && lacks && !hasLapsed(batch, lastSeen)
  const { error } = starting
  const fresh = useFresh(mayStart && wantsFresh(batch), error)
  // That a sign-in comes first stands beside the button; that somebody else is needed, above it.
  const isSaid =
    (error?.code === 'fresh_sign_in_required' && fresh.isNeeded) ||
    (error?.code === 'approval_required' && lacks)
  const problem = error !== null && !isSaid && (
    <StartProblem
      problem={error}
      batchId={batch.batchId}
      what={isConfirmed || batch.approval.needed === null ? words.notStarted : notAsked}
      onLookAgain={() => {
        starting.reset()
        onLookAgain()
      }}
    />
  )
  return (
    <Columns>
      <div className="question">
        <SentBack batch={batch} lastSeen={lastSeen} />
        <Consequences batch={batch} onShow={onBack} />
        {isConfirmed && (
          <Confirmed
            batch={batch}
            lastSeen={lastSeen}
            mayStart={mayStart}
            fresh={fresh}
            isSending={starting.isPending}
            problem={problem}
            onStart={() => starting.mutate(null)}
          />
        )}
        {!isConfirmed && mayStart && (
          <StartForm
            batch={batch}
            fresh={fresh}
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
      <FrozenList batch={batch} frozen={frozen} isTold={waits} />
    </Columns>
  )
}
