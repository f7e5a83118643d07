import { useQueryClient } from '@tanstack/react-query'
import ShieldCheck from 'lucide-react/icons/shield-check'
import Undo from 'lucide-react/icons/undo-2'
import { useState } from 'react'
import { Rest } from '#console/batch/approval/Rest.tsx'
import { useNewsAloud } from '#console/batch/approval/useNewsAloud.ts'
import { LastSeen } from '#console/batch/LastSeen.tsx'
import { type Live, readAgain } from '#console/batch/live.ts'
import { momentWords } from '#console/batch/moment.ts'
import { Sheet } from '#console/batch/page.ts'
import { learn } from '#console/batch/queries.ts'
import { noRows } from '#console/batch/rows/row-map.ts'
import { useIsNarrow } from '#console/batch/rows/useRowHeight.ts'
import { sumOf } from '#console/batch/sum.ts'
import { batchWords } from '#console/batch/words.ts'
import { useMay } from '#console/session/session.tsx'
import { Banner } from '#console/state/Banner.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { CameBack } from './CameBack.tsx'
import { atTheEnd, type Chosen, filterFor } from './chosen.ts'
import { LaterLook } from './LaterLook.tsx'
import { Legend } from './Legend.tsx'
import { PausedBanner } from './PausedBanner.tsx'
import { ProgressBar } from './ProgressBar.tsx'
import { ResultActs } from './ResultActs.tsx'
import { RunHeader } from './RunHeader.tsx'
import { RunTable } from './RunTable.tsx'
import { Sentence } from './Sentence.tsx'
import { SumRow } from './SumRow.tsx'
import { useRecheck } from './useRecheck.ts'
import { useSaidAloud } from './useSaidAloud.ts'
import { useSteer } from './useSteer.ts'
import { runWords } from './words.ts'

/** A batch from its start on: the sentence, its bar, its rows; in the end, the sum as proof. */
export function RunPage({ live, lastSeen }: { live: Live; lastSeen: number }) {
  const words = useWords(runWords)
  const { whoNeeds } = useWords(batchWords)
  const { language } = useLanguage()
  const client = useQueryClient()
  const { batch } = live
  const { batchId, state, canaryAt } = batch
  const over = isOver(batch)
  const [now] = useState(() => new Date())
  const [chosen, setChosen] = useState<Chosen>(over ? 'list' : 'run')
  const shown = over ? atTheEnd(chosen, batch) : chosen
  const steer = useSteer(live)
  const recheck = useRecheck(batch)
  const may = useMay('operator')
  const narrow = useIsNarrow()
  const mayFollow = over && may && !narrow
  useSaidAloud(batch)
  useNewsAloud(batch, lastSeen)
  const choose = (next: Chosen) => {
    setChosen(next)
    if (live.changes !== noRows) void learn(client, batchId, readAgain)
  }
  return (
    <Sheet>
      <RunHeader batch={batch} steer={steer} />
      <div className="part">
        {state === 'paused' ? (
          <PausedBanner batch={batch} steer={steer} lastSeen={lastSeen} />
        ) : (
          <Standing batch={batch} lastSeen={lastSeen} />
        )}
      </div>
      {state === 'paused' && <Rest batch={batch} lastSeen={lastSeen} />}
      <div className="part">
        <ProgressBar batch={batch} />
      </div>
      {mayFollow && (
        <div className="part">
          <ResultActs batch={batch} recheck={recheck} />
        </div>
      )}
      {over && !may && <p className="part quiet">{whoNeeds}</p>}
      {over && batch.recheck.cameBack > 0 && (
        <div className="part">
          <Banner icon={Undo}>
            <CameBack batch={batch} now={now} />
          </Banner>
        </div>
      )}
      <div className="part line">
        {over ? (
          <SumRow batch={batch} chosen={shown} onChoose={choose} />
        ) : (
          <Legend batch={batch} chosen={shown} onChoose={choose} />
        )}
        {over && (
          <span className="right">
            <LaterLook batch={batch} now={now} />
          </span>
        )}
        {!over && canaryAt !== null && (
          <span className="right">
            <ShieldCheck size={16} strokeWidth={1.75} aria-hidden />
            {words.canary(momentWords(canaryAt, now, language))}
          </span>
        )}
      </div>
      <RunTable
        key={shown}
        live={live}
        filter={filterFor(shown, batch)}
        {...(mayFollow && batch.outcomes.not_confirmed > 0 && { recheck })}
      />
    </Sheet>
  )
}

/** The sentence, and in grey what holds while it runs, or who was never in the run. */
function Standing({ batch, lastSeen }: { batch: Batch; lastSeen: number }) {
  const words = useWords(runWords)
  const { neverInRun } = sumOf(batch)
  const late = batch.state === 'stopping' ? words.stopping : words.runsOnServer
  const never = neverInRun > 0 ? words.neverInRun(neverInRun) : words.everyone
  return (
    <>
      <Sentence batch={batch} />
      <p className="quiet">{isOver(batch) ? never : <LastSeen at={lastSeen}>{late}</LastSeen>}</p>
    </>
  )
}

function isOver({ state }: Batch): boolean {
  return state === 'stopped' || state === 'finished'
}
