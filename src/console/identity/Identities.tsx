import { styled } from '@mui/material/styles'
import Unlink from 'lucide-react/icons/unlink'
import type { ReactNode } from 'react'
import { Button } from '#console/frame/Button.tsx'
import { sourceName } from '#console/provider/names.ts'
import { ProviderTile } from '#console/provider/Tile.tsx'
import { Profile } from '#console/state/Profile.tsx'
import { Section, Unread } from '#console/state/Section.tsx'
import { Id } from '#console/text/Id.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import type { User } from '#contract/user.ts'
import { waysOf } from './ways.ts'
import { identityWords, typeName } from './words.tsx'

const Card = styled('article')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: '28px minmax(0, 1fr) auto',
  columnGap: 12,
  rowGap: 2,
  padding: '10px 0',
  '& + &': { borderTop: `1px solid ${theme.vars.palette.divider}` },
  '& header': { alignSelf: 'center' },
  '& header strong': { fontWeight: 600 },
  '& .quiet': { color: theme.vars.palette.text.secondary },
  '& ul, & details': { gridColumn: '2 / -1' },
  '& li': {
    display: 'grid',
    gridTemplateColumns: '88px minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: 8,
    minHeight: 24,
  },
}))

type IdentitiesProps = {
  user: User
  /** Absent where nobody may act. */
  onUnlink?: (extIdpId: string) => void
  retry: () => void
  result?: ReactNode
}

/** How the user can sign in, and the identities behind it, source by source. */
export function Identities({ user, onUnlink, retry, result }: IdentitiesProps) {
  const words = useWords(identityWords)
  const { language } = useLanguage()
  const ways = waysOf(user, language)
  const { identitySources } = user
  return (
    <Section id="identities" title={words.identities} titleHidden>
      {result}
      <p className="lead">
        {ways === null && words.unreadWays}
        {ways?.length === 0 && words.noWay}
        {ways !== null && ways.length > 0 && words.canSignIn(ways)}{' '}
        {ways?.length === 1 && words.only}
      </p>
      {identitySources.state === 'unread' ? (
        <Unread what={words.notRead} why={identitySources.why} retry={retry} />
      ) : identitySources.items.length === 0 ? (
        <p className="quiet">{words.none}</p>
      ) : (
        identitySources.items.map((source) => {
          const called = sourceName(source, language)
          return (
            <Card key={source.extIdpId}>
              <ProviderTile provider={source.provider} />
              <header>
                <strong>
                  <Visible text={called} />
                </strong>
                <span className="quiet"> · {words.kind[source.kind]}</span>
              </header>
              {onUnlink !== undefined && (
                <Button
                  size="small"
                  aria-label={words.unlinkOf(called)}
                  onClick={() => onUnlink(source.extIdpId)}
                >
                  <Unlink size={14} strokeWidth={1.75} aria-hidden />
                  {words.unlinkSource}
                </Button>
              )}
              <ul>
                {source.identities.map((identity) => (
                  <li key={identity.identityId}>
                    <span className="quiet">{typeName(identity.type)}</span>
                    <Id value={identity.userIdInIdp} what={typeName(identity.type)} />
                    {identity.nameAtSource !== null && <Visible text={identity.nameAtSource} />}
                  </li>
                ))}
              </ul>
              <Profile
                title={words.profile}
                json={source.identities.flatMap(({ profile }) => profile ?? [])}
              />
            </Card>
          )
        })
      )}
    </Section>
  )
}
