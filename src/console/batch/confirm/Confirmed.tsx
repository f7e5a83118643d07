import Hourglass from 'lucide-react/icons/hourglass'
import { type ReactNode, useState } from 'react'
import { hasLapsed } from '#console/batch/check/lapse.ts'
import { Button } from '#console/frame/Button.tsx'
import { useDesk } from '#console/session/session.tsx'
import { Banner } from '#console/state/Banner.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import { minuteWords } from '#console/words/when.ts'
import type { Batch } from '#contract/batch.ts'
import { CheckAgain } from './CheckAgain.tsx'
import { isFinal } from './Consequences.tsx'
import { confirmWords } from './words.ts'

type ConfirmedProps = {
  batch: Batch
  lastSeen: number
  mayStart: boolean
  isSending: boolean
  /** Why it was not started, above the button. */
  problem: ReactNode
  onStart: () => void
}

/** A list that is confirmed and was not started yet: it starts without another word, while it holds. */
export function Confirmed(props: ConfirmedProps) {
  const { batch, lastSeen, mayStart, isSending, problem, onStart } = props
  const words = useWords(confirmWords)
  const { language } = useLanguage()
  const { readOnly } = useDesk()
  const [now] = useState(() => new Date())
  const { expiresAt, reason, kind } = batch
  const lapsed = hasLapsed(batch, lastSeen)
  return (
    <>
      {lapsed ? (
        <Banner icon={Hourglass}>{words.lapsed}</Banner>
      ) : (
        expiresAt !== null && (
          <Banner tone="primary" icon={Hourglass}>
            {words.confirmed(minuteWords(expiresAt, now, language))}
          </Banner>
        )
      )}
      {reason !== null && (
        <p>
          <strong>{words.reason}</strong> <Visible text={reason} />
        </p>
      )}
      {mayStart && problem}
      {mayStart && lapsed && (
        <div className="start">
          <CheckAgain batchId={batch.batchId} />
        </div>
      )}
      {mayStart && !lapsed && (
        <div className="start">
          <span role="status">{readOnly && words.stopped}</span>
          <Button
            variant="contained"
            color={isFinal(kind) ? 'error' : 'primary'}
            aria-disabled={isSending || readOnly}
            onClick={() => {
              if (!isSending && !readOnly) onStart()
            }}
          >
            {isSending ? words.starting : words.start}
          </Button>
        </div>
      )}
    </>
  )
}
