import { useQueryClient } from '@tanstack/react-query'
import FileX from 'lucide-react/icons/file-x'
import { lazy, Suspense, useState } from 'react'
import { CheckFoot } from '#console/batch/check/CheckFoot.tsx'
import { CheckHead } from '#console/batch/check/CheckHead.tsx'
import { CheckSummary } from '#console/batch/check/CheckSummary.tsx'
import { CheckTable } from '#console/batch/check/CheckTable.tsx'
import { VerdictChips } from '#console/batch/check/VerdictChips.tsx'
import { ConfirmStep } from '#console/batch/confirm/ConfirmStep.tsx'
import { type Live, readAgain } from '#console/batch/live.ts'
import { Sheet } from '#console/batch/page.ts'
import { learn } from '#console/batch/queries.ts'
import { useIsNarrow } from '#console/batch/rows/useRowHeight.ts'
import { useKeptFocus } from '#console/batch/useKeptFocus.ts'
import { ButtonLink } from '#console/frame/Button.tsx'
import { useMay } from '#console/session/session.tsx'
import { Empty } from '#console/state/Empty.tsx'
import { useWords } from '#console/words/language.tsx'
import type { Verdict } from '#contract/batch-row.ts'
import { DraftHeader } from './DraftHeader.tsx'
import { ListStep } from './ListStep.tsx'
import { Step } from './Step.tsx'
import { draftWords } from './words.ts'

const DiscardDialog = lazy(() =>
  import('./DiscardDialog.tsx').then((module) => ({ default: module.DiscardDialog })),
)

/** A batch on its way to a start: list, check, confirm. Whoever did not make it reads. */
export function DraftPage({ live, lastSeen }: { live: Live; lastSeen: number }) {
  const words = useWords(draftWords)
  const client = useQueryClient()
  const may = useMay('operator')
  const narrow = useIsNarrow()
  const { batch } = live
  const { batchId, state, mine } = batch
  const mayDecide = may && mine && !narrow
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const [discarding, setDiscarding] = useState(false)
  const [confirming, setConfirming] = useState(false)
  const [returned, setReturned] = useState(false)
  const openCheck = () => {
    setReturned(true)
    setConfirming(false)
  }
  const atConfirm = state === 'confirmed' || (state === 'checked' && confirming)
  useKeptFocus(atConfirm ? 'confirm' : 'check')

  if (state === 'discarded') {
    return (
      <Sheet>
        <DraftHeader batch={batch} />
        <div className="part">
          <Empty icon={FileX} what={words.discarded} why={words.discardedWhy}>
            <ButtonLink to="/users">{words.toUsers}</ButtonLink>
          </Empty>
        </div>
      </Sheet>
    )
  }
  return (
    <Sheet>
      <DraftHeader batch={batch} {...(mayDecide && { onDiscard: () => setDiscarding(true) })} />
      <ListStep batch={batch} />
      {atConfirm ? (
        <>
          <Step
            number={2}
            name={words.check}
            state="done"
            head={
              <CheckSummary batch={batch} {...(state === 'checked' && { onOpen: openCheck })} />
            }
          />
          <Step number={3} name={words.confirm} state="now" />
          <ConfirmStep
            live={live}
            mayStart={mayDecide}
            onBack={openCheck}
            onLookAgain={() => {
              openCheck()
              void learn(client, batchId, readAgain)
            }}
            onDiscard={() => setDiscarding(true)}
          />
        </>
      ) : state === 'checking' ? (
        <>
          <Step
            number={2}
            name={words.check}
            state="now"
            head={<CheckHead batch={batch} lastSeen={lastSeen} />}
          />
          <Step number={3} name={words.confirm} state="later" head={<span>{words.opens}</span>} />
        </>
      ) : (
        <>
          <Step
            number={2}
            name={words.check}
            state="now"
            head={<CheckHead batch={batch} lastSeen={lastSeen} />}
          >
            <VerdictChips batch={batch} chosen={verdict} onChoose={setVerdict} />
          </Step>
          <CheckTable
            key={verdict}
            live={live}
            verdict={verdict}
            mayDecide={mayDecide}
            foot={
              <CheckFoot
                batch={batch}
                mayDecide={mayDecide}
                autoFocus={returned}
                onGoOn={() => setConfirming(true)}
              />
            }
          />
        </>
      )}
      {discarding && (
        <Suspense>
          <DiscardDialog batch={batch} onClose={() => setDiscarding(false)} />
        </Suspense>
      )}
    </Sheet>
  )
}
