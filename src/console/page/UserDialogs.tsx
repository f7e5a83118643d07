import { lazy, Suspense } from 'react'
import type { DialogProps } from '#console/act/useAct.ts'

const UnlinkDialog = lazy(() =>
  import('#console/identity/UnlinkDialog.tsx').then((module) => ({ default: module.UnlinkDialog })),
)
const DeleteRelationDialog = lazy(() =>
  import('#console/sync-relation/DeleteRelationDialog.tsx').then((module) => ({
    default: module.DeleteRelationDialog,
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

/** Which question is being asked about the user. */
export type Question =
  | { action: 'unlinkIdentity'; extIdpId: string }
  | { action: 'deleteSyncRelation'; provider: string }
  | { action: 'resignUser' | 'deleteUser'; withoutPreview: boolean }

type UserDialogsProps = DialogProps & { question: Question; onSyncRelations: () => void }

/** The dialog that asks; its code comes when somebody first asks. */
export function UserDialogs({ question, onSyncRelations, ...dialog }: UserDialogsProps) {
  return <Suspense>{dialogFor(question, onSyncRelations, dialog)}</Suspense>
}

function dialogFor(question: Question, onSyncRelations: () => void, dialog: DialogProps) {
  switch (question.action) {
    case 'unlinkIdentity':
      return <UnlinkDialog {...dialog} extIdpId={question.extIdpId} />
    case 'deleteSyncRelation':
      return <DeleteRelationDialog {...dialog} provider={question.provider} />
    case 'resignUser':
      return (
        <ResignDialog
          {...dialog}
          withoutPreview={question.withoutPreview}
          onSyncRelations={onSyncRelations}
        />
      )
    case 'deleteUser':
      return <DeleteDialog {...dialog} withoutPreview={question.withoutPreview} />
    default:
      return question satisfies never
  }
}
