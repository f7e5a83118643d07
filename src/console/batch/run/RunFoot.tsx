import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { type Live, readAgain } from '#console/batch/live.ts'
import { momentWords } from '#console/batch/moment.ts'
import { learn } from '#console/batch/queries.ts'
import { noRows } from '#console/batch/rows/row-map.ts'
import { Button } from '#console/frame/Button.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import { runWords } from './words.ts'

type RunFootProps = { live: Live; first: number; last: number; total: number }

/** Which rows are in sight; once rows changed, the way to have them in order again; who started it. */
export function RunFoot({ live, first, last, total }: RunFootProps) {
  const words = useWords(runWords)
  const { language } = useLanguage()
  const client = useQueryClient()
  const [now] = useState(() => new Date())
  const { batchId, state, startedAt, startedBy, firstEntry, lastEntry } = live.batch
  const order = () => void learn(client, batchId, readAgain)

  const isOver = state === 'stopped' || state === 'finished'
  const [wasOver] = useState(isOver)
  const orderOnce = useEffectEvent(() => {
    // Rows do not move under somebody who reads them; at the top of the list nobody is reading yet.
    if (first <= 1 && document.activeElement?.closest('tbody') == null) order()
  })
  useEffect(() => {
    if (isOver && !wasOver) orderOnce()
  }, [isOver, wasOver])

  const started =
    startedAt === null
      ? []
      : [words.startedBy(startedBy ?? '', momentWords(startedAt, now, language))]
  const entries =
    firstEntry === null || lastEntry === null ? [] : [words.entries(firstEntry, lastEntry)]
  return (
    <>
      <span>
        {total === 0 ? words.noRows : words.rowsOf(first, last, total)}{' '}
        {live.changes !== noRows && (
          <Button variant="text" size="small" onClick={order}>
            {words.readAgain}
          </Button>
        )}
      </span>
      <span>{[...started, ...entries].join(words.between)}</span>
    </>
  )
}
