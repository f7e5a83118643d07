import { styled } from '@mui/material/styles'
import Download from 'lucide-react/icons/download'
import RefreshCw from 'lucide-react/icons/refresh-cw'
import RotateCcw from 'lucide-react/icons/rotate-ccw'
import { useDownload } from '#console/batch/useDownload.ts'
import { useFollowUp } from '#console/batch/useFollowUp.ts'
import { Button } from '#console/frame/Button.tsx'
import { ProblemNote } from '#console/state/ProblemNote.tsx'
import { useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { GoOn } from './GoOn.tsx'
import { resultWords } from './result-words.ts'
import type { Recheck } from './useRecheck.ts'

const Line = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
  '& > .gap': { width: 8 },
  '& > .on': { display: 'flex', flexWrap: 'wrap', gap: 8, marginLeft: 'auto' },
  '& > .problem': { flexBasis: '100%' },
})
const small = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

/** What can follow the end of a batch: the one next step first, at the far right what goes further. */
export function ResultActs({ batch, recheck }: { batch: Batch; recheck: Recheck }) {
  const words = useWords(resultWords)
  const saving = useDownload(batch, 'results')
  const going = useFollowUp(batch)
  const { failed, not_started: notStarted, not_confirmed: unconfirmed } = batch.outcomes
  return (
    <Line role="group" aria-label={words.acts}>
      {failed + notStarted > 0 && (
        <Button
          variant="contained"
          onClick={() => {
            if (!going.isPending) going.mutate('retry')
          }}
          aria-disabled={going.isPending}
        >
          <RotateCcw {...small} />
          {words.retry(failed, notStarted)}
        </Button>
      )}
      {unconfirmed > 0 && (
        <Button onClick={() => recheck.which('unconfirmed')} aria-disabled={recheck.isBusy}>
          <RefreshCw {...small} />
          {words.checkUnconfirmed(unconfirmed)}
        </Button>
      )}
      {failed + notStarted + unconfirmed > 0 && <span className="gap" />}
      <Button
        onClick={() => {
          if (!saving.isPending) saving.mutate()
        }}
        aria-disabled={saving.isPending}
      >
        <Download {...small} />
        {saving.isPending ? words.downloading : words.download}
      </Button>
      <Button onClick={() => recheck.which('all')} aria-disabled={recheck.isBusy}>
        {words.recheckAll}
      </Button>
      <span className="on">
        <GoOn batch={batch} going={going} />
      </span>
      {saving.error !== null && (
        <div className="problem">
          <ProblemNote what={words.notDownloaded} problem={saving.error} />
        </div>
      )}
      {recheck.problem !== null && (
        <div className="problem">
          <ProblemNote what={words.notLooked} problem={recheck.problem} />
        </div>
      )}
      {going.error !== null && (
        <div className="problem">
          <ProblemNote what={words.notMade} problem={going.error} />
        </div>
      )}
    </Line>
  )
}
