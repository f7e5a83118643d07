import { styled } from '@mui/material/styles'
import OctagonPause from 'lucide-react/icons/octagon-pause'
import Play from 'lucide-react/icons/play'
import Square from 'lucide-react/icons/square'
import { useIsNarrow } from '#console/batch/rows/useRowHeight.ts'
import { landing } from '#console/batch/useKeptFocus.ts'
import { Button } from '#console/frame/Button.tsx'
import { useMay } from '#console/session/session.tsx'
import { ProblemNote } from '#console/state/ProblemNote.tsx'
import { useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import type { useSteer } from './useSteer.ts'
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

const certain = ['done', 'failed', 'not_confirmed', 'held', 'waiting'] as const

type Steer = ReturnType<typeof useSteer>
type PausedBannerProps = { batch: Batch; steer: Steer }

/** The brake: why a batch waits for a person, what is certain, and what to do. */
export function PausedBanner({ batch, steer }: PausedBannerProps) {
  const words = useWords(runWords)
  const may = useMay('operator')
  const narrow = useIsNarrow()
  const { pausedBecause, mine, createdBy } = batch
  const problem = steer.goOnProblem ?? steer.stopProblem
  return (
    <Loud role="alert">
      <OctagonPause size={20} strokeWidth={1.75} aria-hidden />
      <h1 {...landing}>
        {pausedBecause === null ? words.pausedUnknown : words.paused[pausedBecause].title}
      </h1>
      {may && <Acts steer={steer} mayGoOn={mine && !narrow} />}
      <Why batch={batch} />
      {may && (
        <p className="line">
          {words.stopLinePaused}
          {!mine && words.space + words.onlyMaker(createdBy ?? '')}
          {mine && narrow && words.space + words.wider}
        </p>
      )}
      {problem !== null && (
        <div className="line">
          <ProblemNote
            what={steer.goOnProblem === null ? words.notStopped : words.notGoneOn}
            problem={problem}
          />
        </div>
      )}
    </Loud>
  )
}

function Acts({ steer, mayGoOn }: { steer: Steer; mayGoOn: boolean }) {
  const words = useWords(runWords)
  const busy = steer.isGoingOn || steer.isStopping
  return (
    <div className="acts">
      {mayGoOn && (
        <Button onClick={steer.goOn} aria-disabled={busy}>
          <Play size={16} strokeWidth={1.75} aria-hidden />
          {steer.isGoingOn ? words.goOnSending : words.goOn}
        </Button>
      )}
      <Button onClick={steer.stop} aria-disabled={busy}>
        <Square size={16} strokeWidth={1.75} aria-hidden />
        {steer.isStopping ? words.stopSending : words.stop}
      </Button>
    </div>
  )
}

function Why({ batch: { pausedBecause, outcomes } }: { batch: Batch }) {
  const words = useWords(runWords)
  const why = pausedBecause === null ? null : words.paused[pausedBecause]
  const certainties = certain.flatMap((outcome) =>
    outcomes[outcome] > 0 ? [words.certainties[outcome](outcomes[outcome])] : [],
  )
  return (
    <div className="why">
      {why !== null && (
        <div>
          <h2>{words.means}</h2>
          <p>{why.means}</p>
        </div>
      )}
      <div>
        <h2>{words.certain}</h2>
        <p>{[...certainties, words.certainties.nothing].join(words.space)}</p>
      </div>
      {why !== null && (
        <div>
          <h2>{words.toDo}</h2>
          <p>{why.next}</p>
        </div>
      )}
    </div>
  )
}
