import { useState } from 'react'
import { Bar } from '#console/batch/Bar.ts'
import { LastSeen } from '#console/batch/LastSeen.tsx'
import { momentWords } from '#console/batch/moment.ts'
import { useLanguage, useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { CheckActs } from './CheckActs.tsx'
import { checkWords } from './words.ts'

type CheckHeadProps = {
  batch: Batch
  /** When the batch was last looked at, in ms: by that it is told how old a check is. */
  lastSeen: number
  /** Whether the reader may begin and stop the check: its maker, on a screen wide enough. */
  mayDecide: boolean
}

/** How far the check is; once it is over, when it was; and at the right what can be done with it. */
export function CheckHead({ batch, lastSeen, mayDecide }: CheckHeadProps) {
  const words = useWords(checkWords)
  const { language } = useLanguage()
  const [now] = useState(() => new Date())
  const { checkedAt, checkedRows, rows, secondsLeft, state } = batch
  if (state === 'checking' || checkedAt === null) {
    return (
      <>
        <LastSeen at={lastSeen}>
          {rows === 0 ? words.reading : words.looking(checkedRows, rows)}
        </LastSeen>
        {rows > 0 && <Bar aria-label={words.progress} max={rows} value={checkedRows} />}
        {/* Of a batch that is not being checked it is told how long its run takes. */}
        {state === 'checking' && secondsLeft !== null && (
          <span>{words.about(secondsLeft / 60)}</span>
        )}
        <CheckActs batch={batch} lastSeen={lastSeen} mayDecide={mayDecide} />
      </>
    )
  }
  return (
    <>
      <span>{words.checkedAt(rows, momentWords(checkedAt, now, language))}</span>
      <CheckActs batch={batch} lastSeen={lastSeen} mayDecide={mayDecide} />
    </>
  )
}
