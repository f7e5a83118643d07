import type { Problem } from '#console/call/problem.ts'
import { DangerDialog, type DangerDialogProps } from './DangerDialog.tsx'

type PlainQuestionProps = Pick<
  DangerDialogProps,
  'title' | 'children' | 'confirm' | 'sending' | 'onClose'
> & {
  /** The field for a reason; absent: none is asked for. */
  reason?: { label: string; required: boolean }
  /** What a yes sets in motion. */
  acting: { isPending: boolean; error: Problem | null }
  onConfirm: (reason: string | undefined) => void
}

/** A question whose yes ends nobody's account: no words have to be typed, and nothing is red. */
export function PlainQuestion({ reason, acting, onConfirm, ...question }: PlainQuestionProps) {
  return (
    <DangerDialog
      {...question}
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
