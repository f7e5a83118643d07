import Hourglass from 'lucide-react/icons/hourglass'
import type { ReactNode } from 'react'
import { Approved } from '#console/batch/approval/Approved.tsx'
import { Lapsed } from '#console/batch/approval/Lapsed.tsx'
import { RequestLapsed } from '#console/batch/approval/RequestLapsed.tsx'
import { requestWords } from '#console/batch/approval/request-words.ts'
import { isRequest, lacksApproval, standingOf } from '#console/batch/approval/standing.ts'
import { useMissing } from '#console/batch/approval/useMissing.ts'
import { Waiting } from '#console/batch/approval/Waiting.tsx'
import { approvalWords } from '#console/batch/approval/words.tsx'
import { hasLapsed } from '#console/batch/check/lapse.ts'
import { isFinal } from '#console/batch/weight.ts'
import { Button } from '#console/frame/Button.tsx'
import type { Fresh } from '#console/session/fresh.ts'
import { useStill } from '#console/session/session.tsx'
import { Banner } from '#console/state/Banner.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import { minuteWords } from '#console/words/when.ts'
import type { Batch } from '#contract/batch.ts'
import { CheckAgain } from './CheckAgain.tsx'
import { useWayBack } from './useWayBack.ts'
import { confirmWords } from './words.ts'

type ConfirmedProps = {
  batch: Batch
  lastSeen: number
  mayStart: boolean
  fresh: Fresh
  isSending: boolean
  /** Why it was not started, above the button. */
  problem: ReactNode
  onStart: () => void
}

/** A list that is confirmed and was not started yet: it starts without another word, while it holds. */
export function Confirmed(props: ConfirmedProps) {
  const { batch, lastSeen, mayStart, problem } = props
  const words = useWords(confirmWords)
  const lapsed = hasLapsed(batch, lastSeen)
  const standing = standingOf(batch.approval, lastSeen)
  const { reason } = batch
  if (!lapsed && lacksApproval(standing)) {
    return (
      <>
        {standing === 'lapsed' && <Lapsed batch={batch} lastSeen={lastSeen} />}
        <Waiting batch={batch} lastSeen={lastSeen} mayDecide={mayStart} />
        {mayStart && problem}
      </>
    )
  }
  return (
    <>
      {lapsed && isRequest(batch) && <RequestLapsed batch={batch} lastSeen={lastSeen} />}
      {lapsed && !isRequest(batch) && <Banner icon={Hourglass}>{words.lapsed}</Banner>}
      {!lapsed && standing === 'approved' && <Approved batch={batch} lastSeen={lastSeen} />}
      {!lapsed && standing === 'free' && <Free batch={batch} lastSeen={lastSeen} />}
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
      {mayStart && !lapsed && <Start {...props} isApproved={standing === 'approved'} />}
    </>
  )
}

/** Nobody else is needed, or not any more. */
function Free({ batch: { expiresAt }, lastSeen }: Pick<ConfirmedProps, 'batch' | 'lastSeen'>) {
  const words = useWords(confirmWords)
  const approval = useWords(approvalWords)
  const { language } = useLanguage()
  if (expiresAt === null) return null
  const until = minuteWords(expiresAt, new Date(lastSeen), language)
  return (
    <Banner tone="primary" icon={Hourglass}>
      {[words.confirmed(until), approval.free].join(words.space)}
    </Banner>
  )
}

type StartProps = ConfirmedProps & { isApproved: boolean }

function Start({ batch, fresh, isSending, onStart, isApproved }: StartProps) {
  const words = useWords(confirmWords)
  const { voids } = useWords(requestWords)
  const still = useStill()
  const missing = useMissing({ still, waiting: { nothing: true }, fresh })
  const { isBack, leave } = useWayBack(batch.batchId)
  const isClosed = isSending || still !== null
  const goOn = fresh.isNeeded ? words.signInAndStart : words.start
  const isRed = isFinal(batch.kind) && !fresh.isNeeded
  return (
    <div className="start">
      <span>
        {isApproved && <Visible text={voids(batch.approval.approvedBy)} />}{' '}
        <span role="status">{missing}</span>
      </span>
      {isApproved && <CheckAgain batchId={batch.batchId} />}
      <Button
        variant="contained"
        color={isRed ? 'error' : 'primary'}
        autoFocus={isBack}
        aria-disabled={isClosed}
        onClick={() => {
          if (isClosed) return
          if (!fresh.isNeeded) return onStart()
          leave()
          fresh.signIn()
        }}
      >
        {isSending ? words.starting : goOn}
      </Button>
    </div>
  )
}
