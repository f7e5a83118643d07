import { useState } from 'react'
import { Link } from 'react-router'
import { Crumbs } from '#console/batch/Crumbs.tsx'
import { momentWords } from '#console/batch/moment.ts'
import { TitleRow } from '#console/batch/page.ts'
import { batchWords } from '#console/batch/words.ts'
import { Visible } from '#console/text/Visible.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { SteerProblem } from './SteerProblem.tsx'
import { UnderWay } from './UnderWay.tsx'
import type { Steer } from './useSteer.ts'
import { runWords } from './words.ts'

/** Which batch it is; at the right **Pause** and **Stop** while it runs, afterwards from when to when it ran. */
export function RunHeader({ batch, steer }: { batch: Batch; steer: Steer }) {
  const words = useWords(runWords)
  const { untitled, kind, number } = useWords(batchWords)
  const { language } = useLanguage()
  const [now] = useState(() => new Date())
  const { batchId, title, reason, state, startedAt, finishedAt, parentId } = batch
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
        {parentId !== null && (
          <Link to={`/batches/${parentId}`}>{words.carriedOn(number(parentId))}</Link>
        )}
        <div className="acts">
          <UnderWay state={state} steer={steer} />
          {startedAt !== null && finishedAt !== null && (
            <span className="quiet">
              {clock(startedAt)} – {clock(finishedAt)}
            </span>
          )}
        </div>
      </TitleRow>
      {state !== 'paused' && <SteerProblem failed={steer.failed} />}
    </header>
  )
}
