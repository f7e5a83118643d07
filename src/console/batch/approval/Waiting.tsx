import Users from 'lucide-react/icons/users'
import { CheckAgain } from '#console/batch/confirm/CheckAgain.tsx'
import { momentWords } from '#console/batch/moment.ts'
import { Banner } from '#console/state/Banner.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import type { Batch } from '#contract/batch.ts'
import { planHoldsMs } from '#contract/limits.ts'
import { Facts } from './Facts.tsx'
import { SecondPerson } from './SecondPerson.tsx'
import { Who } from './Who.tsx'
import { whyWords } from './why.ts'
import { approvalWords } from './words.tsx'

type WaitingProps = {
  batch: Batch
  /** When the batch was last looked at, in ms. */
  lastSeen: number
  /** Whether the reader may take the request back: its maker, on a screen wide enough. */
  mayDecide: boolean
}

/** A confirmed list until somebody else has approved it: since when, why, and what each reader can do. */
export function Waiting({ batch, lastSeen, mayDecide }: WaitingProps) {
  const words = useWords(approvalWords)
  const { language } = useLanguage()
  const { batchId, mine, createdBy, expiresAt } = batch
  const moment = (ms: number) =>
    momentWords(new Date(ms).toISOString(), new Date(lastSeen), language)
  const told = (untilMs: number) => {
    const [at, until] = [moment(untilMs - planHoldsMs), moment(untilMs)]
    return mine ? words.waitsForYou(at, until) : words.waitsFor(<Who name={createdBy} />, at, until)
  }
  return (
    <>
      {expiresAt !== null && (
        <Banner tone="primary" icon={Users}>
          {told(Date.parse(expiresAt))}
        </Banner>
      )}
      <p>{whyWords(batch, words)}</p>
      <Facts batch={batch} lastSeen={lastSeen} />
      <SecondPerson batch={batch} />
      {mayDecide && (
        <div className="start">
          <span>{words.takeBack}</span>
          <CheckAgain batchId={batchId} />
        </div>
      )}
    </>
  )
}
