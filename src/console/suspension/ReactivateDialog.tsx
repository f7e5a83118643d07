import { ActDialog } from '#console/act/ActDialog.tsx'
import { mayBeReactivated } from '#console/act/may.ts'
import { type DialogProps, useAct } from '#console/act/useAct.ts'
import { call } from '#console/call/call.ts'
import { dialogWords } from '#console/dialog/words.tsx'
import { Name } from '#console/text/Name.tsx'
import { useWords } from '#console/words/language.tsx'
import { suspensionWords } from './words.tsx'

/** Asks before somebody who is suspended is given back the status they had. */
export function ReactivateDialog(dialog: DialogProps) {
  const words = useWords(suspensionWords)
  const common = useWords(dialogWords)
  const acting = useAct(
    dialog,
    () => ({}),
    (body, key) =>
      call('reactivateUser', { params: { userId: dialog.user.summary.userId }, body }, { key }),
  )
  const { summary } = acting.user
  const name = <Name user={summary} alone />
  return (
    <ActDialog
      acting={acting}
      title={words.reactivateTitle(name)}
      reason={{ label: common.reason, required: false }}
      typing={null}
      tone="primary"
      confirm={words.reactivateConfirm(name)}
      sending={words.reactivating}
      closed={mayBeReactivated(summary.status) ? null : words.nothingToReactivate}
    >
      <p>{words.reactivateAbout}</p>
    </ActDialog>
  )
}
