import { styled } from '@mui/material/styles'
import { ActDialog } from '#console/act/ActDialog.tsx'
import { type DialogProps, useAct } from '#console/act/useAct.ts'
import { call } from '#console/call/call.ts'
import { dialogWords } from '#console/dialog/words.tsx'
import { sourceName } from '#console/provider/names.ts'
import { ProviderTile } from '#console/provider/Tile.tsx'
import { Banner } from '#console/state/Banner.tsx'
import { Id } from '#console/text/Id.tsx'
import { Name } from '#console/text/Name.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import { typeableUsername, wordsForUser } from '#contract/typed-words.ts'
import type { User } from '#contract/user.ts'
import { waysWithout } from './ways.ts'
import { identityWords, typeName } from './words.tsx'

const List = styled('ul')(({ theme }) => ({
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: 8,
  margin: '8px 0 12px',
  '& li': {
    display: 'grid',
    gridTemplateColumns: '28px 88px minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: 12,
    minHeight: 36,
    padding: '2px 12px',
  },
  '& li + li': { borderTop: `1px solid ${theme.vars.palette.divider}` },
  '& .type': { color: theme.vars.palette.text.secondary },
  [theme.breakpoints.down('sm')]: {
    '& li': { gridTemplateColumns: '28px minmax(0, 1fr) auto', gap: '0 12px', padding: '6px 12px' },
    '& .id': { gridArea: '2 / 2 / auto / -1' },
    '& .at-source': { gridArea: '1 / 3' },
  },
}))

function sourceOf(user: User, extIdpId: string) {
  const { identitySources } = user
  if (identitySources.state === 'unread') return undefined
  return identitySources.items.find((source) => source.extIdpId === extIdpId)
}

/** Asks before an identity source is unlinked: every identity under it goes, and each is listed. */
export function UnlinkDialog({ extIdpId, ...dialog }: DialogProps & { extIdpId: string }) {
  const words = useWords(identityWords)
  const common = useWords(dialogWords)
  const { language } = useLanguage()
  const acting = useAct(
    dialog,
    () => ({}),
    (body, key) => {
      const params = { userId: dialog.user.summary.userId, extIdpId }
      return call('unlinkIdentity', { params, body }, { key })
    },
  )
  const { user } = acting
  const { summary } = user
  const source = sourceOf(user, extIdpId)
  const shown = source ?? sourceOf(dialog.user, extIdpId)
  const called = sourceName(shown ?? { name: null, provider: extIdpId }, language)
  const left = waysWithout(user, extIdpId, language)
  const isLast = left !== null && left.length === 0
  const name = <Name user={summary} alone />

  return (
    <ActDialog
      acting={acting}
      title={words.title(<Visible text={called} />, name)}
      reason={{ label: common.reason, required: false }}
      typing={
        isLast
          ? {
              expected: wordsForUser(summary),
              what: typeableUsername(summary) ? 'username' : 'userId',
              label: common.typeToUnlink,
            }
          : null
      }
      tone={isLast ? 'error' : 'primary'}
      confirm={words.confirm(called)}
      sending={words.sending}
      closed={source === undefined ? words.nothingLeft : null}
    >
      {source !== undefined && (
        <>
          <p>{words.removes(source.identities.length)}</p>
          <List>
            {source.identities.map((identity, index) => (
              <li key={identity.identityId}>
                <span>{index === 0 && <ProviderTile provider={source.provider} />}</span>
                <span className="type">{typeName(identity.type)}</span>
                <span className="id">
                  <Id value={identity.userIdInIdp} what={typeName(identity.type)} wraps />
                </span>
                <span className="at-source">
                  {identity.nameAtSource !== null && <Visible text={identity.nameAtSource} />}
                </span>
              </li>
            ))}
          </List>
        </>
      )}
      {isLast ? (
        <Banner>
          <strong>{words.only}</strong> {words.lastWayIn(name)}
        </Banner>
      ) : (
        left !== null && <p>{words.stillWith(name, left)}</p>
      )}
      <p className="quiet">{words.accountStays(called)}</p>
    </ActDialog>
  )
}
