import Pause from 'lucide-react/icons/pause'
import Square from 'lucide-react/icons/square'
import { batchWords } from '#console/batch/words.ts'
import { Button } from '#console/frame/Button.tsx'
import { useMay } from '#console/session/session.tsx'
import { useWords } from '#console/words/language.tsx'
import type { BatchState } from '#contract/batch.ts'
import type { Steer } from './useSteer.ts'
import { runWords } from './words.ts'

/** **Pause** and **Stop** while a batch runs: anybody's with the role. */
export function UnderWay({ state, steer }: { state: BatchState; steer: Steer }) {
  const words = useWords(runWords)
  const { whoNeeds } = useWords(batchWords)
  const may = useMay('operator')
  if (state !== 'running' && state !== 'stopping') return null
  if (!may) return <span className="quiet">{whoNeeds}</span>
  const isStopping = steer.busy === 'stop' || state === 'stopping'
  const isBusy = steer.busy !== null || state === 'stopping'
  return (
    <>
      <span className="quiet line">{words.stopLine}</span>
      <span className="pair">
        {state === 'running' && (
          <Button onClick={steer.pause} aria-disabled={isBusy}>
            <Pause size={16} strokeWidth={1.75} aria-hidden />
            {steer.busy === 'pause' ? words.pauseSending : words.pause}
          </Button>
        )}
        <Button
          onClick={() => {
            if (!isBusy) steer.stop()
          }}
          aria-disabled={isBusy}
        >
          <Square size={16} strokeWidth={1.75} aria-hidden />
          {isStopping ? words.stopSending : words.stop}
        </Button>
      </span>
    </>
  )
}
