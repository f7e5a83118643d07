import { lazy, Suspense } from 'react'
import type { DialogProps } from '#console/act/useAct.ts'
import type { AccountAct, Question } from './question.ts'

const UnlinkDialog = lazy(() =>
  import('#console/identity/UnlinkDialog.tsx').then((module) => ({ default: module.UnlinkDialog })),
)
const DeleteRelationDialog = lazy(() =>
  import('#console/sync-relation/DeleteRelationDialog.tsx').then((module) => ({
    default: module.DeleteRelationDialog,
  })),
)
const SuspendDialog = lazy(() =>
  import('#console/suspension/SuspendDialog.tsx').then((module) => ({
    default: module.SuspendDialog,
  })),
)
const ReactivateDialog = lazy(() =>
  import('#console/suspension/ReactivateDialog.tsx').then((module) => ({
    default: module.ReactivateDialog,
  })),
)
const EndSessionsDialog = lazy(() =>
  import('#console/active-session/EndSessionsDialog.tsx').then((module) => ({
    default: module.EndSessionsDialog,
  })),
)
const ResignDialog = lazy(() =>
  import('#console/resignation/ResignDialog.tsx').then((module) => ({
    default: module.ResignDialog,
  })),
)
const DeleteDialog = lazy(() =>
  import('#console/deletion/DeleteDialog.tsx').then((module) => ({ default: module.DeleteDialog })),
)

type UserDialogsProps = DialogProps & {
  question: Question
  onSyncRelations: () => void
  /** A softer act is wanted instead. */
  onInstead: (action: AccountAct, reason: string) => void
}

/** The dialog that asks; its code comes when somebody first asks. */
export function UserDialogs(props: UserDialogsProps) {
  return <Suspense>{dialogFor(props)}</Suspense>
}

function dialogFor({ question, onSyncRelations, onInstead, ...dialog }: UserDialogsProps) {
  switch (question.action) {
    case 'unlinkIdentity':
      return <UnlinkDialog {...dialog} extIdpId={question.extIdpId} />
    case 'deleteSyncRelation':
      return <DeleteRelationDialog {...dialog} provider={question.provider} />
    case 'suspendUser':
      return <SuspendDialog {...dialog} />
    case 'reactivateUser':
      return <ReactivateDialog {...dialog} />
    case 'endSessions':
      return <EndSessionsDialog {...dialog} />
    case 'resignUser':
      return (
        <ResignDialog
          {...dialog}
          withoutPreview={question.withoutPreview}
          onSyncRelations={onSyncRelations}
          onSuspendInstead={(reason) => onInstead('suspendUser', reason)}
        />
      )
    case 'deleteUser':
      return (
        <DeleteDialog
          {...dialog}
          withoutPreview={question.withoutPreview}
          onResignInstead={(reason) => onInstead('resignUser', reason)}
        />
      )
    default:
      return question satisfies never
  }
}
