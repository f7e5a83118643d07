import Square from 'lucide-react/icons/square'
import { useState } from 'react'
import { Crumbs } from '#console/batch/Crumbs.tsx'
import { momentWords } from '#console/batch/moment.ts'
import { TitleRow } from '#console/batch/page.ts'
import { batchWords } from '#console/batch/words.ts'
import { Button } from '#console/frame/Button.tsx'
import { useMay } from '#console/session/session.tsx'
import { ProblemNote } from '#console/state/ProblemNote.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import type { useSteer } from './useSteer.ts'
import { runWords } from './words.ts'

type RunHeaderProps = { batch: Batch; steer: ReturnType<typeof useSteer> }

/** Which batch it is; at the right **Stop** while it runs, and afterwards from when to when it ran. */
export function RunHeader({ batch, steer }: RunHeaderProps) {
  const words = useWords(runWords)
  const { untitled, kind, whoNeeds } = useWords(batchWords)
  const { language } = useLanguage()
  const [now] = useState(() => new Date())
  const may = useMay('operator')
  const { batchId, title, reason, state, startedAt, finishedAt } = batch
  const isUnderWay = state === 'running' || state === 'stopping'
  const isStopping = steer.isStopping || state === 'stopping'
  const clock = (instant: string) => momentWords(instant, now, language)
  return (
    <header>
      <Crumbs batchId={batchId} />
      <TitleRow>
        <p className="title">{title === '' ? untitled : <Visible text={title} />}</p>
        <span className="kind">{kind[batch.kind]}</span>
        {reason !== null && (
          <span className="reason">
            <Visible text={reason} />
          </span>
        )}
        <div className="acts">
          {isUnderWay && !may && <span className="quiet">{whoNeeds}</span>}
          {isUnderWay && may && (
            <>
              <span className="quiet line">{words.stopLine}</span>
              <Button
                onClick={() => {
                  if (!isStopping) steer.stop()
                }}
                aria-disabled={isStopping}
              >
                <Square size={16} strokeWidth={1.75} aria-hidden />
                {isStopping ? words.stopSending : words.stop}
              </Button>
            </>
          )}
          {startedAt !== null && finishedAt !== null && (
            <span className="quiet">
              {clock(startedAt)} – {clock(finishedAt)}
            </span>
          )}
        </div>
      </TitleRow>
      {state !== 'paused' && steer.stopProblem !== null && (
        <ProblemNote what={words.notStopped} problem={steer.stopProblem} />
      )}
    </header>
  )
}
