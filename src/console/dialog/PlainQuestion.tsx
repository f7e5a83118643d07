import { useEffect, useState } from 'react'
import type { Problem } from '#console/call/problem.ts'
import { DangerDialog, type DangerDialogProps } from './DangerDialog.tsx'
import { keepReason, keptReason } from './kept-reason.ts'

type Reason = {
  label: string
  required: boolean
  /** Under which name the question, and what is given in it, is kept over signing in again. */
  keptAs: string
}

type PlainQuestionProps = Pick<
  DangerDialogProps,
  'title' | 'children' | 'confirm' | 'sending' | 'onClose'
> & {
  /** The field for a reason; absent: none is asked for. */
  reason?: Reason
  /** What a yes sets in motion. */
  acting: { isPending: boolean; error: Problem | null }
  onConfirm: (reason: string | undefined) => void
}

/** A question whose yes ends nobody's account: no words have to be typed, and nothing is red. */
export function PlainQuestion({ reason, acting, onConfirm, ...question }: PlainQuestionProps) {
  return (
    <DangerDialog
      {...question}
      {...useKept(reason?.keptAs)}
      reason={reason ?? null}
      typing={null}
      tone="primary"
      isSending={acting.isPending}
      problem={acting.error}
      version=""
      onConfirm={(given) => onConfirm(given.reason)}
    />
  )
}

/** Begins with what was kept, and keeps what is given until the question is closed. */
function useKept(name: string | undefined): Pick<DangerDialogProps, 'initially' | 'onWrite'> {
  const [initially] = useState(() => ({
    reason: (name !== undefined && keptReason(name)) || '',
    typed: '',
  }))
  useEffect(() => {
    if (name === undefined) return
    return () => keepReason(name, null)
  }, [name])
  if (name === undefined) return {}
  return { initially, onWrite: ({ reason }) => keepReason(name, reason) }
}
