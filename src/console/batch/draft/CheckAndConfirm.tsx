import { styled } from '@mui/material/styles'
import { useQueryClient } from '@tanstack/react-query'
import ArrowRight from 'lucide-react/icons/arrow-right'
import { useState } from 'react'
import { SentBack } from '#console/batch/approval/SentBack.tsx'
import { CheckFoot } from '#console/batch/check/CheckFoot.tsx'
import { CheckHead } from '#console/batch/check/CheckHead.tsx'
import { CheckSummary } from '#console/batch/check/CheckSummary.tsx'
import { CheckTable } from '#console/batch/check/CheckTable.tsx'
import { VerdictChips } from '#console/batch/check/VerdictChips.tsx'
import { ConfirmStep } from '#console/batch/confirm/ConfirmStep.tsx'
import { listWords } from '#console/batch/list/words.ts'
import { type Live, readAgain } from '#console/batch/live.ts'
import { learn } from '#console/batch/queries.ts'
import { Button } from '#console/frame/Button.tsx'
import { useWords } from '#console/words/language.tsx'
import type { Verdict } from '#contract/batch-row.ts'
import { Step } from './Step.tsx'
import type { BlockName } from './useOpenBlock.ts'
import { draftWords } from './words.ts'

const Told = styled('div')({ paddingBottom: 12 })

type CheckAndConfirmProps = {
  live: Live
  lastSeen: number
  open: BlockName
  onOpen: (block: BlockName) => void
  mayDecide: boolean
}

/** The second and the third block, each as far as it has come. */
export function CheckAndConfirm(props: CheckAndConfirmProps) {
  const { live, lastSeen, open, onOpen } = props
  const words = useWords(draftWords)
  const { openCheck } = useWords(listWords)
  const client = useQueryClient()
  const { batch } = live
  const { batchId, state } = batch
  const mayDecide = props.mayDecide && state !== 'confirmed'
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const [returned, setReturned] = useState(false)
  const backToCheck = () => {
    setReturned(true)
    onOpen('check')
  }
  const later = (
    <Step number={3} name={words.confirm} state="later" head={<span>{words.opens}</span>} />
  )

  if (open === 'confirm') {
    const check = <CheckSummary batch={batch} onOpen={backToCheck} />
    return (
      <>
        <Step number={2} name={words.check} state="done" head={check} />
        <Step number={3} name={words.confirm} state="now" />
        <ConfirmStep
          live={live}
          lastSeen={lastSeen}
          mayStart={props.mayDecide}
          onBack={backToCheck}
          onLookAgain={() => {
            backToCheck()
            void learn(client, batchId, readAgain)
          }}
        />
      </>
    )
  }
  if (state === 'checked' && open === 'list') {
    const check = (
      <>
        <CheckSummary batch={batch} />
        <span className="aside">
          <Button variant="contained" onClick={() => onOpen('check')}>
            {openCheck}
            <ArrowRight size={16} strokeWidth={1.75} aria-hidden />
          </Button>
        </span>
      </>
    )
    return (
      <>
        <Step number={2} name={words.check} state="now" head={check} />
        {later}
      </>
    )
  }
  const head = <CheckHead batch={batch} lastSeen={lastSeen} mayDecide={mayDecide} />
  if (state === 'checking') {
    return (
      <>
        <Step number={2} name={words.check} state="now" head={head} />
        {later}
      </>
    )
  }
  return (
    <>
      <Step number={2} name={words.check} state="now" head={head} lands>
        {batch.approval.declined !== null && (
          <Told>
            <SentBack batch={batch} lastSeen={lastSeen} />
          </Told>
        )}
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
            lastSeen={lastSeen}
            mayDecide={mayDecide}
            autoFocus={returned}
            onGoOn={() => onOpen('confirm')}
          />
        }
      />
    </>
  )
}
