import { ActDialog } from '#console/act/ActDialog.tsx'
import { type DialogProps, useAct } from '#console/act/useAct.ts'
import { call } from '#console/call/call.ts'
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
  const acting = useAct(
    dialog,
    () => ({}),
    (body, key) => {
      const params = { userId: dialog.user.summary.userId, provider }
      return call('deleteSyncRelation', { params, body }, { key })
    },
  )
  const { user } = acting
  const { summary } = user
  const relations = relationsOf(user, provider)
  const called = providerName(provider, language)
  return (
    <ActDialog
      acting={acting}
      title={words.title(<Visible text={called} />, <Name user={summary} alone />)}
      reason={{ label: common.reason, required: true }}
      typing={null}
      tone="error"
      confirm={words.confirm}
      sending={words.sending}
      closed={relations.length === 0 ? words.nothingLeft : null}
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
    </ActDialog>
  )
}
