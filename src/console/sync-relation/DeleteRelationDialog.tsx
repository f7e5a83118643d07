import { Difference } from '#console/act/Difference.tsx'
import { PersonLine } from '#console/act/PersonLine.tsx'
import { type DialogProps, useAct } from '#console/act/useAct.ts'
import { call } from '#console/call/call.ts'
import { DangerDialog } from '#console/dialog/DangerDialog.tsx'
import { dialogWords } from '#console/dialog/words.tsx'
import { providerName } from '#console/provider/names.ts'
import { Id } from '#console/text/Id.tsx'
import { Name } from '#console/text/Name.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import type { User } from '#contract/user.ts'
import { syncRelationWords } from './words.tsx'

function relationsOf({ syncRelations }: User, provider: string) {
  if (syncRelations.state === 'unread') return []
  return syncRelations.items.filter((relation) => relation.provider === provider)
}

/** Asks before the sync relations of one provider are deleted: GenAuth deletes all of them at once. */
export function DeleteRelationDialog({ provider, ...dialog }: DialogProps & { provider: string }) {
  const words = useWords(syncRelationWords)
  const common = useWords(dialogWords)
  const { language } = useLanguage()
  const { user, before, isSending, problem, confirm } = useAct(dialog, (body, key) =>
    call(
      'deleteSyncRelation',
      { params: { userId: dialog.user.summary.userId, provider }, body },
      { key },
    ),
  )
  const { summary } = user
  const relations = relationsOf(user, provider)
  const called = providerName(provider, language)
  return (
    <DangerDialog
      title={words.title(<Visible text={called} />, <Name user={summary} alone />)}
      person={<PersonLine user={summary} />}
      reason={{ label: common.reason, required: true }}
      typing={null}
      tone="error"
      confirm={words.confirm}
      sending={words.sending}
      closed={relations.length === 0 ? words.nothingLeft : null}
      isSending={isSending}
      problem={problem}
      {...(before !== null && { notice: <Difference before={before} now={user} /> })}
      version={user.version}
      onConfirm={confirm}
      onClose={dialog.onClose}
    >
      <p>{words.onlyConnection(called)}</p>
      {relations.length > 0 && (
        <>
          <p>{words.several(relations.length, called)}</p>
          <ul>
            {relations.map(({ userIdInIdp }) => (
              <li key={userIdInIdp}>
                <Id value={userIdInIdp} what={words.idAt(words.directory(called))} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        {words.nextSync} <strong>{words.cannotBeUndone}</strong>
      </p>
    </DangerDialog>
  )
}
