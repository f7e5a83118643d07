import { Difference } from '#console/act/Difference.tsx'
import { PersonLine } from '#console/act/PersonLine.tsx'
import { type DialogProps, useAct } from '#console/act/useAct.ts'
import { call } from '#console/call/call.ts'
import { DangerDialog } from '#console/dialog/DangerDialog.tsx'
import { dialogWords } from '#console/dialog/words.tsx'
import { Banner } from '#console/state/Banner.tsx'
import { Name } from '#console/text/Name.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import { dayWordsInText } from '#console/words/when.ts'
import { typeableUsername, wordsForUser } from '#contract/typed-words.ts'
import { hasLeft } from '#contract/user-id-type.ts'
import { deletionWords } from './words.tsx'

type DeleteDialogProps = DialogProps & {
  /** *Proceed without this preview* was ticked. */
  withoutPreview: boolean
}

/** Asks before an account is erased. */
export function DeleteDialog({ withoutPreview, ...dialog }: DeleteDialogProps) {
  const words = useWords(deletionWords)
  const common = useWords(dialogWords)
  const { language } = useLanguage()
  const { user, before, isSending, problem, confirm } = useAct(dialog, (body, key) =>
    call(
      'deleteUser',
      {
        params: { userId: dialog.user.summary.userId },
        body: { ...body, ...(withoutPreview && { withoutPreview }) },
      },
      { key },
    ),
  )
  const { summary } = user
  const name = <Name user={summary} alone />
  const lastLogin =
    summary.lastLogin && dayWordsInText(summary.lastLogin, new Date(user.readAt), language)
  return (
    <DangerDialog
      title={words.title(name)}
      person={<PersonLine user={summary} />}
      reason={{ label: common.reasonOrTicket, required: true }}
      typing={{
        expected: wordsForUser(summary),
        what: typeableUsername(summary) ? 'username' : 'userId',
        label: common.typeToDelete,
      }}
      tone="error"
      confirm={words.confirm(name)}
      sending={words.sending}
      isSending={isSending}
      problem={problem}
      {...(before !== null && { notice: <Difference before={before} now={user} /> })}
      version={user.version}
      onConfirm={confirm}
      onClose={dialog.onClose}
    >
      <p>
        {words.erased} <strong>{common.cannotBeUndone}</strong>
      </p>
      {!hasLeft(summary.status) && <Banner>{words.stillActive(name, lastLogin)}</Banner>}
      {withoutPreview && <Banner>{words.previewMissing}</Banner>}
    </DangerDialog>
  )
}
