import { styled } from '@mui/material/styles'
import OctagonPause from 'lucide-react/icons/octagon-pause'
import { approvalWords } from '#console/batch/approval/words.tsx'
import { useIsNarrow } from '#console/batch/rows/useRowHeight.ts'
import { landing } from '#console/batch/useKeptFocus.ts'
import { batchWords } from '#console/batch/words.ts'
import { useMay, useStill } from '#console/session/session.tsx'
import { useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { PausedActs } from './PausedActs.tsx'
import { pauseWords } from './pause-words.ts'
import { type PausedWhy, pausedWhy } from './paused-why.ts'
import { SteerProblem } from './SteerProblem.tsx'
import { useGoingOn } from './useGoingOn.ts'
import type { Steer } from './useSteer.ts'
import { runWords } from './words.ts'

const Loud = styled('section')(({ theme }) => {
  const { warning, text } = theme.vars.palette
  return {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    gap: '4px 12px',
    padding: '16px 20px',
    borderRadius: 8,
    background: warning.light,
    '& > svg': { color: warning.main, marginTop: 6 },
    '& h1': { ...theme.typography.h1, color: warning.main, justifySelf: 'start' },
    '& h1:lang(zh)': { letterSpacing: 0 },
    '& .why': { gridColumn: '2 / -1', display: 'grid', gap: '8px 32px', marginTop: 4 },
    '& h2': { ...theme.typography.body2, fontWeight: 600 },
    '& p': { color: text.primary },
    '& .acts': { display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'start' },
    '& .line': { gridColumn: '2 / -1', color: text.secondary, marginTop: 4 },
    [theme.breakpoints.up('md')]: {
      '& .why': { gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' },
    },
    [theme.breakpoints.down('md')]: {
      padding: 16,
      '& .acts, & .why, & .line': { gridColumn: '1 / -1' },
    },
  }
})

const uncertain = ['failed', 'not_confirmed', 'held', 'sending', 'waiting'] as const

type PausedBannerProps = {
  batch: Batch
  steer: Steer
  /** When the batch was last looked at, in ms. */
  lastSeen: number
}

/** The brake: why a batch waits for a person, what is certain, and what to do. */
export function PausedBanner({ batch, steer, lastSeen }: PausedBannerProps) {
  const words = useWords(runWords)
  const { whoNeeds } = useWords(batchWords)
  const why = pausedWhy(
    batch,
    { still: useStill(), lastSeen },
    useWords(pauseWords),
    useWords(approvalWords),
  )
  const may = useMay('operator')
  const narrow = useIsNarrow()
  const going = useGoingOn(batch, steer, lastSeen)
  const { mine, createdBy } = batch
  const byItsMaker = narrow ? words.wider : going.missing
  const onward = mine ? byItsMaker : words.onlyMaker(createdBy ?? '')
  return (
    <Loud role="alert">
      <OctagonPause size={20} strokeWidth={1.75} aria-hidden />
      <h1 {...landing}>{why.title}</h1>
      {may && <PausedActs steer={steer} {...(mine && !narrow && { going })} />}
      <Why batch={batch} why={why} />
      {may ? (
        <>
          <p className="line">{words.stopLinePaused}</p>
          {onward !== null && <p className="line">{onward}</p>}
        </>
      ) : (
        <p className="line">{whoNeeds}</p>
      )}
      {steer.failed !== null && (
        <div className="line">
          <SteerProblem failed={steer.failed} />
        </div>
      )}
    </Loud>
  )
}

type WhyProps = { batch: Batch; why: PausedWhy }

function Why({ batch: { kind, outcomes }, why: { means, next } }: WhyProps) {
  const { certainties, space } = useWords(runWords)
  const pauses = useWords(pauseWords)
  const certain = [
    ...(outcomes.done > 0 ? [certainties.done[kind](outcomes.done)] : []),
    ...uncertain.flatMap((outcome) =>
      outcomes[outcome] > 0 ? [certainties[outcome](outcomes[outcome])] : [],
    ),
    ...(outcomes.sending > 0 ? [] : [certainties.nothing]),
  ]
  return (
    <div className="why">
      {means !== undefined && (
        <div>
          <h2>{pauses.means}</h2>
          <p>{means}</p>
        </div>
      )}
      <div>
        <h2>{pauses.certain}</h2>
        <p>{certain.join(space)}</p>
      </div>
      {next !== undefined && (
        <div>
          <h2>{pauses.toDo}</h2>
          <p>{next}</p>
        </div>
      )}
    </div>
  )
}
