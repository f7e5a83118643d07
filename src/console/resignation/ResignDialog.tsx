import { Difference } from '#console/act/Difference.tsx'
import { PersonLine } from '#console/act/PersonLine.tsx'
import { type DialogProps, useAct } from '#console/act/useAct.ts'
import { call } from '#console/call/call.ts'
import { DangerDialog } from '#console/dialog/DangerDialog.tsx'
import { dialogWords } from '#console/dialog/words.tsx'
import { Button } from '#console/frame/Button.tsx'
import { providerName } from '#console/provider/names.ts'
import { Banner } from '#console/state/Banner.tsx'
import { Name } from '#console/text/Name.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import { allOf } from '#console/words/list.ts'
import { typeableUsername, wordsForUser } from '#contract/typed-words.ts'
import type { User } from '#contract/user.ts'
import { Removed } from './Removed.tsx'
import { resignationWords } from './words.tsx'

type ResignDialogProps = DialogProps & {
  /** *Proceed without this preview* was ticked. */
  withoutPreview: boolean
  /** Leads to the sync relations, out of the dialog. */
  onSyncRelations: () => void
}

/** Asks before somebody is resigned, and shows what is removed for good. */
export function ResignDialog({ withoutPreview, onSyncRelations, ...dialog }: ResignDialogProps) {
  const words = useWords(resignationWords)
  const common = useWords(dialogWords)
  const { user, before, isSending, problem, confirm } = useAct(dialog, (body, key) =>
    call(
      'resignUser',
      {
        params: { userId: dialog.user.summary.userId },
        body: { ...body, ...(withoutPreview && { withoutPreview }) },
      },
      { key },
    ),
  )
  const { summary } = user
  const name = <Name user={summary} alone />
  return (
    <DangerDialog
      title={words.title(name)}
      person={<PersonLine user={summary} />}
      reason={{ label: common.reasonOrTicket, required: true }}
      typing={{
        expected: wordsForUser(summary),
        what: typeableUsername(summary) ? 'username' : 'userId',
        label: common.typeToContinue,
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
      <Removed access={user.access} />
      {withoutPreview && <Banner>{words.previewMissing}</Banner>}
      <p>
        <strong>{words.kept}</strong> {words.keptWhat}
      </p>
      <MayComeBack user={user} onSyncRelations={onSyncRelations} />
      <p>
        <strong>{common.cannotBeUndone}</strong> {words.snapshot}
      </p>
    </DangerDialog>
  )
}

function MayComeBack({ user, onSyncRelations }: { user: User; onSyncRelations: () => void }) {
  const words = useWords(resignationWords)
  const { language } = useLanguage()
  const { syncRelations } = user
  if (syncRelations.state === 'read' && syncRelations.items.length === 0) return null
  const providers =
    syncRelations.state === 'read'
      ? [...new Set(syncRelations.items.map(({ provider }) => provider ?? '?'))]
      : []
  return (
    <Banner>
      {syncRelations.state === 'read'
        ? words.mayComeBack(
            allOf(
              language,
              providers.map((provider) => providerName(provider, language)),
            ),
          )
        : words.syncUnread}{' '}
      <Button variant="text" size="small" onClick={onSyncRelations}>
        {words.syncRelations}
      </Button>
    </Banner>
  )
}
