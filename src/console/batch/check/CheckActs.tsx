import { styled } from '@mui/material/styles'
import Download from 'lucide-react/icons/download'
import RefreshCw from 'lucide-react/icons/refresh-cw'
import Square from 'lucide-react/icons/square'
import { useIsNarrow } from '#console/batch/rows/useRowHeight.ts'
import { useDownload } from '#console/batch/useDownload.ts'
import { Button } from '#console/frame/Button.tsx'
import { useMay } from '#console/session/session.tsx'
import { Banner } from '#console/state/Banner.tsx'
import { ProblemNote } from '#console/state/ProblemNote.tsx'
import { useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { hasLapsed } from './lapse.ts'
import { useCheck } from './useCheck.ts'
import { checkWords } from './words.ts'

const Acts = styled('span')({ display: 'inline-flex', flexWrap: 'wrap', gap: 8 })
const Below = styled('div')({ flexBasis: '100%', display: 'grid', gap: 8, paddingTop: 4 })
const small = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

type CheckActsProps = { batch: Batch; lastSeen: number; mayDecide: boolean }

/** **Stop** while a check is under way; afterwards **Check again** and its download. */
export function CheckActs({ batch, lastSeen, mayDecide }: CheckActsProps) {
  const words = useWords(checkWords)
  const may = useMay('operator')
  const narrow = useIsNarrow()
  const check = useCheck(batch.batchId)
  const saving = useDownload(batch, 'check')
  const isUnderWay = batch.state === 'checking'
  const missing = batch.verdicts.not_checked
  const lapsed = hasLapsed(batch, lastSeen)
  return (
    <>
      <Acts className="aside">
        {mayDecide && isUnderWay && (
          <Button onClick={check.stop} aria-disabled={check.isStopping}>
            <Square {...small} />
            {check.isStopping ? words.stopSending : words.stop}
          </Button>
        )}
        {mayDecide && !isUnderWay && missing > 0 && !lapsed && (
          <Button onClick={() => check.again('missing')} aria-disabled={check.isBeginning}>
            <RefreshCw {...small} />
            {words.checkMissing(missing)}
          </Button>
        )}
        {mayDecide && !isUnderWay && (
          <Button
            variant={lapsed ? 'contained' : 'outlined'}
            onClick={() => check.again('all')}
            aria-disabled={check.isBeginning}
          >
            <RefreshCw {...small} />
            {check.isBeginning ? words.checkSending : words.checkAgain}
          </Button>
        )}
        {may && !narrow && !isUnderWay && (
          <Button
            onClick={() => {
              if (!saving.isPending) saving.mutate()
            }}
            aria-disabled={saving.isPending}
          >
            <Download {...small} />
            {saving.isPending ? words.downloading : words.download}
          </Button>
        )}
      </Acts>
      {lapsed && (
        <Below>
          <Banner>{words.expired}</Banner>
        </Below>
      )}
      {(check.problem !== null || saving.error !== null) && (
        <Below>
          {check.problem !== null && (
            <ProblemNote
              what={isUnderWay ? words.notStopped : words.notCheckedAgain}
              problem={check.problem}
            />
          )}
          {saving.error !== null && (
            <ProblemNote what={words.notDownloaded} problem={saving.error} />
          )}
        </Below>
      )}
    </>
  )
}
