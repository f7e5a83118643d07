import { styled } from '@mui/material/styles'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { ReactNode } from 'react'
import { Button } from '#console/frame/Button.tsx'
import { providerName } from '#console/provider/names.ts'
import { ProviderTile } from '#console/provider/Tile.tsx'
import { Profile } from '#console/state/Profile.tsx'
import { Section, Unread } from '#console/state/Section.tsx'
import { Id } from '#console/text/Id.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import type { SyncRelation, User } from '#contract/user.ts'
import { syncRelationWords } from './words.tsx'

const Warning = styled('p')(({ theme }) => ({
  display: 'flex',
  gap: 8,
  color: theme.vars.palette.warning.main,
  '& svg': { flex: 'none', marginTop: 3 },
}))

const Row = styled('article')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: '28px minmax(0, 1fr) auto',
  alignItems: 'center',
  columnGap: 12,
  padding: '8px 0',
  '& + &': { borderTop: `1px solid ${theme.vars.palette.divider}` },
  '& strong': { fontWeight: 500 },
  '& code': theme.typography.code,
  '& details': { gridColumn: '2 / -1' },
}))

type SyncRelationsProps = {
  user: User
  /** Absent where nobody may act. */
  onDelete?: (provider: string) => void
  retry: () => void
  result?: ReactNode
}

/** The directories that may change or bring back the user. */
export function SyncRelations({ user, onDelete, retry, result }: SyncRelationsProps) {
  const words = useWords(syncRelationWords)
  const { syncRelations } = user
  return (
    <Section id="sync-relations" title={words.syncRelations}>
      {result}
      {syncRelations.state === 'unread' ? (
        <Unread what={words.notRead} why={syncRelations.why} retry={retry} />
      ) : syncRelations.items.length === 0 ? (
        <p className="quiet">{words.none}</p>
      ) : (
        <>
          <Warning>
            <TriangleAlert size={14} strokeWidth={1.75} aria-hidden />
            {words.mayComeBack}
          </Warning>
          {syncRelations.items.map((relation) => (
            <Relation
              key={`${relation.provider}:${relation.userIdInIdp}`}
              relation={relation}
              isOneOfSeveral={syncRelations.items.some(
                ({ provider, userIdInIdp }) =>
                  provider === relation.provider && userIdInIdp !== relation.userIdInIdp,
              )}
              {...(onDelete && { onDelete })}
            />
          ))}
        </>
      )}
    </Section>
  )
}

function Relation({
  relation: { provider, userIdInIdp, profile },
  isOneOfSeveral,
  onDelete,
}: {
  relation: SyncRelation
  /** The provider has another one of this user, whose button would be called the same. */
  isOneOfSeveral: boolean
  onDelete?: (provider: string) => void
}) {
  const words = useWords(syncRelationWords)
  const { language } = useLanguage()
  const directory = provider === null ? null : words.directory(providerName(provider, language))
  const called = directory ?? words.unknown
  return (
    <Row>
      <ProviderTile provider={provider} />
      <div>
        <div>
          <strong>
            <Visible text={called} />
          </strong>
          {provider !== null && (
            <>
              {' · '}
              <code>
                <Visible text={provider} />
              </code>
            </>
          )}
        </div>
        <Id value={userIdInIdp} what={words.idAt(directory)} />
      </div>
      {provider !== null && onDelete !== undefined && (
        <Button
          size="small"
          aria-label={words.deleteOf(called, isOneOfSeveral ? userIdInIdp : null)}
          onClick={() => onDelete(provider)}
        >
          {words.deleteRelation}
        </Button>
      )}
      <Profile title={words.profile} json={profile === null ? [] : [profile]} />
    </Row>
  )
}
