import { DangerDialog, type DangerDialogProps } from '#console/dialog/DangerDialog.tsx'
import { Difference } from '#console/difference/Difference.tsx'
import { PersonLine } from './PersonLine.tsx'
import type { Acting } from './useAct.ts'

type ActDialogProps = { acting: Acting } & Omit<
  DangerDialogProps,
  'person' | 'keptReason' | 'isSending' | 'problem' | 'notice' | 'version' | 'onConfirm' | 'onClose'
>

/** The question before an act on one user: who it is, and the difference where somebody was faster. */
export function ActDialog({ acting, ...question }: ActDialogProps) {
  const { user, before, isSending, problem, keptReason, confirm, onClose } = acting
  return (
    <DangerDialog
      {...question}
      person={<PersonLine user={user.summary} />}
      {...(keptReason !== undefined && { keptReason })}
      isSending={isSending}
      problem={problem}
      {...(before !== null && { notice: <Difference before={before} now={user} /> })}
      version={user.version}
      onConfirm={confirm}
      onClose={onClose}
    />
  )
}
