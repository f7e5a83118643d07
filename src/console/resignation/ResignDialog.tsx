import { ActDialog } from '#console/act/ActDialog.tsx'
import { mayBeResigned, mayBeSuspended, sessionsOf } from '#console/act/may.ts'
import { type DialogProps, useAct } from '#console/act/useAct.ts'
import { useEnds } from '#console/act/useEnds.ts'
import { call } from '#console/call/call.ts'
import { EndSessions } from '#console/dialog/EndSessions.tsx'
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
  onSuspendInstead: (reason: string) => void
}

/** Asks before somebody is resigned, and shows what is removed for good. */
export function ResignDialog({
  withoutPreview,
  onSyncRelations,
  onSuspendInstead,
  ...dialog
}: ResignDialogProps) {
  const words = useWords(resignationWords)
  const common = useWords(dialogWords)
  const [ends, setEnds] = useEnds(dialog, true)
  const acting = useAct(
    dialog,
    ({ access }) => ({
      ...(withoutPreview && { withoutPreview }),
      ...(ends && sessionsOf(access) !== 0 && { endSessions: true }),
    }),
    (body, key) =>
      call('resignUser', { params: { userId: dialog.user.summary.userId }, body }, { key }),
  )
  const { user } = acting
  const { summary } = user
  const name = <Name user={summary} alone />
  return (
    <ActDialog
      acting={acting}
      title={words.title(name)}
      reason={{ label: common.reasonOrTicket, required: true }}
      typing={{
        expected: wordsForUser(summary),
        what: typeableUsername(summary) ? 'username' : 'userId',
        label: common.typeToContinue,
      }}
      tone="error"
      wantsFresh
      kind="resign"
      endSessions={ends}
      confirm={words.confirm(name)}
      sending={words.sending}
      closed={mayBeResigned(summary.status) ? null : words.nothingToResign}
      wayOut={
        mayBeSuspended(summary.status)
          ? { label: words.suspendInstead, onTake: onSuspendInstead }
          : null
      }
    >
      <Removed access={user.access} />
      {withoutPreview && <Banner>{words.previewMissing}</Banner>}
      <p>
        <strong>{words.kept}</strong> {words.keptWhat}
      </p>
      <EndSessions count={sessionsOf(user.access)} ticked={ends} onTick={setEnds} />
      <MayComeBack user={user} onSyncRelations={onSyncRelations} />
      <p>
        <strong>{common.cannotBeUndone}</strong> {words.snapshot}
      </p>
    </ActDialog>
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
