import { styled } from '@mui/material/styles'
import { useState } from 'react'
import { draftWords } from '#console/batch/draft/words.ts'
import { LastSeen } from '#console/batch/LastSeen.tsx'
import { momentWords } from '#console/batch/moment.ts'
import { useLanguage, useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'

const Bar = styled('progress')(({ theme }) => {
  const { background, primary } = theme.vars.palette
  return {
    appearance: 'none',
    width: 240,
    maxWidth: '100%',
    height: 4,
    border: 0,
    borderRadius: 2,
    overflow: 'hidden',
    background: background.chip,
    '&::-webkit-progress-bar': { background: background.chip },
    '&::-webkit-progress-value': { background: primary.dark },
    '&::-moz-progress-bar': { background: primary.dark },
  }
})

/** How far the check is; once it is over, when it was. */
export function CheckHead({ batch, lastSeen }: { batch: Batch; lastSeen: number }) {
  const words = useWords(draftWords)
  const { language } = useLanguage()
  const [now] = useState(() => new Date())
  const { checkedAt, checkedRows, rows } = batch
  if (checkedAt !== null) {
    return <span>{words.checkedAt(rows, momentWords(checkedAt, now, language))}</span>
  }
  return (
    <>
      <LastSeen at={lastSeen}>{words.looking(checkedRows, rows)}</LastSeen>
      <Bar className="aside" aria-label={words.progress} max={rows} value={checkedRows} />
    </>
  )
}
