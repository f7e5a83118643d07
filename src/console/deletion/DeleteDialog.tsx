import { ActDialog } from '#console/act/ActDialog.tsx'
import { mayBeResigned, sessionsOf } from '#console/act/may.ts'
import { type DialogProps, useAct } from '#console/act/useAct.ts'
import { useEnds } from '#console/act/useEnds.ts'
import { call } from '#console/call/call.ts'
import { EndSessions } from '#console/dialog/EndSessions.tsx'
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
  onResignInstead: (reason: string) => void
}

/** Asks before an account is erased. */
export function DeleteDialog({ withoutPreview, onResignInstead, ...dialog }: DeleteDialogProps) {
  const words = useWords(deletionWords)
  const common = useWords(dialogWords)
  const { language } = useLanguage()
  // Only on request: where ending them fails, the account is not erased either.
  const [ends, setEnds] = useEnds(dialog, false)
  const acting = useAct(
    dialog,
    ({ access }) => ({
      ...(withoutPreview && { withoutPreview }),
      ...(ends && sessionsOf(access) !== 0 && { endSessions: true }),
    }),
    (body, key) =>
      call('deleteUser', { params: { userId: dialog.user.summary.userId }, body }, { key }),
  )
  const { user } = acting
  const { summary } = user
  const name = <Name user={summary} alone />
  const lastLogin =
    summary.lastLogin && dayWordsInText(summary.lastLogin, new Date(user.readAt), language)
  return (
    <ActDialog
      acting={acting}
      title={words.title(name)}
      reason={{ label: common.reasonOrTicket, required: true }}
      typing={{
        expected: wordsForUser(summary),
        what: typeableUsername(summary) ? 'username' : 'userId',
        label: common.typeToDelete,
      }}
      tone="error"
      wantsFresh
      kind="delete"
      endSessions={ends}
      confirm={words.confirm(name)}
      sending={words.sending}
      wayOut={
        mayBeResigned(summary.status)
          ? { label: words.resignInstead, onTake: onResignInstead }
          : null
      }
    >
      <p>
        {words.erased} <strong>{common.cannotBeUndone}</strong>
      </p>
      <EndSessions count={sessionsOf(user.access)} ticked={ends} onTick={setEnds} />
      {!hasLeft(summary.status) && <Banner>{words.stillActive(name, lastLogin)}</Banner>}
      {withoutPreview && <Banner>{words.previewMissing}</Banner>}
    </ActDialog>
  )
}
