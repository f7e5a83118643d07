import { useEffect, useEffectEvent, useState } from 'react'
import { sumOf } from '#console/batch/sum.ts'
import { announce } from '#console/frame/announce.tsx'
import { useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { resultSentence, runSentence } from './said.ts'
import { runWords } from './words.ts'

/** What of a run is news: each tenth of it, and its end. */
function newsOf(batch: Batch): string {
  if (batch.state === 'stopped' || batch.state === 'finished') return batch.state
  const { ended, inRun } = sumOf(batch)
  return inRun === 0 ? '0' : String(Math.floor((ended * 10) / inRun))
}

/** Says every tenth of a run, and how it ends, to whoever listens instead of looking. */
export function useSaidAloud(batch: Batch): void {
  const words = useWords(runWords)
  const news = newsOf(batch)
  // What is there on arrival is read as the page is; only what comes later is announced.
  const [arrival] = useState(news)
  const say = useEffectEvent(() => {
    const isOver = batch.state === 'stopped' || batch.state === 'finished'
    announce(isOver ? resultSentence(batch, words) : runSentence(batch, words))
  })
  useEffect(() => {
    if (news !== arrival) say()
  }, [news, arrival])
}
