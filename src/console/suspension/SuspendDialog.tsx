import { ActDialog } from '#console/act/ActDialog.tsx'
import { mayBeSuspended } from '#console/act/may.ts'
import { type DialogProps, useAct } from '#console/act/useAct.ts'
import { call } from '#console/call/call.ts'
import { dialogWords } from '#console/dialog/words.tsx'
import { Name } from '#console/text/Name.tsx'
import { useWords } from '#console/words/language.tsx'
import { suspensionWords } from './words.tsx'

/** Asks before somebody is suspended. */
export function SuspendDialog(dialog: DialogProps) {
  const words = useWords(suspensionWords)
  const common = useWords(dialogWords)
  const acting = useAct(
    dialog,
    () => ({}),
    (body, key) =>
      call('suspendUser', { params: { userId: dialog.user.summary.userId }, body }, { key }),
  )
  const { summary } = acting.user
  const name = <Name user={summary} alone />
  return (
    <ActDialog
      acting={acting}
      title={words.suspendTitle(name)}
      reason={{ label: common.reason, required: false }}
      typing={null}
      tone="primary"
      kind="suspend"
      confirm={words.suspendConfirm(name)}
      sending={words.suspending}
      closed={mayBeSuspended(summary.status) ? null : words.nothingToSuspend}
    >
      <p>{words.suspendAbout}</p>
    </ActDialog>
  )
}
