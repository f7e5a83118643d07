import { useQueryClient } from '@tanstack/react-query'
import ShieldCheck from 'lucide-react/icons/shield-check'
import { useState } from 'react'
import { LastSeen } from '#console/batch/LastSeen.tsx'
import { type Live, readAgain } from '#console/batch/live.ts'
import { momentWords } from '#console/batch/moment.ts'
import { Sheet } from '#console/batch/page.ts'
import { learn } from '#console/batch/queries.ts'
import { sumOf } from '#console/batch/sum.ts'
import { useLanguage, useWords } from '#console/words/language.tsx'
import { atTheEnd, type Chosen, filterFor } from './chosen.ts'
import { Legend } from './Legend.tsx'
import { PausedBanner } from './PausedBanner.tsx'
import { ProgressBar } from './ProgressBar.tsx'
import { RunHeader } from './RunHeader.tsx'
import { RunTable } from './RunTable.tsx'
import { Sentence } from './Sentence.tsx'
import { SumRow } from './SumRow.tsx'
import { useSaidAloud } from './useSaidAloud.ts'
import { useSteer } from './useSteer.ts'
import { runWords } from './words.ts'

/** A batch from its start on: the sentence, its bar, its rows; in the end, the sum as proof. */
export function RunPage({ live, lastSeen }: { live: Live; lastSeen: number }) {
  const words = useWords(runWords)
  const { language } = useLanguage()
  const client = useQueryClient()
  const { batch } = live
  const { batchId, state, canaryAt } = batch
  const over = state === 'stopped' || state === 'finished'
  const sum = sumOf(batch)
  const [now] = useState(() => new Date())
  const [chosen, setChosen] = useState<Chosen>(over ? 'list' : 'run')
  const shown = over ? atTheEnd(chosen, batch) : chosen
  const steer = useSteer(live)
  useSaidAloud(batch)
  const choose = (next: Chosen) => {
    setChosen(next)
    if (live.changes.size > 0) void learn(client, batchId, readAgain)
  }
  return (
    <Sheet>
      <RunHeader batch={batch} steer={steer} />
      {state === 'paused' ? (
        <div className="part">
          <PausedBanner batch={batch} steer={steer} />
        </div>
      ) : (
        <div className="part">
          <Sentence batch={batch} />
          <p className="quiet">
            {over ? (
              sum.neverInRun > 0 ? (
                words.neverInRun(sum.neverInRun)
              ) : (
                words.everyone
              )
            ) : (
              <LastSeen at={lastSeen}>
                {state === 'stopping' ? words.stopping : words.runsOnServer}
              </LastSeen>
            )}
          </p>
        </div>
      )}
      <div className="part">
        <ProgressBar batch={batch} />
      </div>
      <div className="part line">
        {over ? (
          <SumRow batch={batch} chosen={shown} onChoose={choose} />
        ) : (
          <Legend batch={batch} chosen={shown} onChoose={choose} />
        )}
        {!over && canaryAt !== null && (
          <span className="right">
            <ShieldCheck size={16} strokeWidth={1.75} aria-hidden />
            {words.canary(momentWords(canaryAt, now, language))}
          </span>
        )}
      </div>
      <RunTable key={shown} live={live} filter={filterFor(shown, batch)} />
    </Sheet>
  )
}
