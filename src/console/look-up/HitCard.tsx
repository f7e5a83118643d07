import { styled } from '@mui/material/styles'
import ArrowRight from 'lucide-react/icons/arrow-right'
import type { ReactNode } from 'react'
import { Link, type To } from 'react-router'
import { StatusChip } from '#console/chip/StatusChip.tsx'
import { columnWords } from '#console/text/column-words.ts'
import { Name } from '#console/text/Name.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import { dayWords } from '#console/words/when.ts'
import type { UserSummary } from '#contract/user.ts'
import { lookUpWords } from './words.tsx'

const Card = styled('article')(({ theme }) => {
  const { palette } = theme.vars
  return {
    position: 'relative',
    border: `1px solid ${palette.divider}`,
    borderRadius: 8,
    overflow: 'clip',
    '&:hover': { borderColor: palette.border.field },
    '&:focus-within': { outline: `2px solid ${palette.primary.main}`, outlineOffset: 1 },
    '& header': {
      display: 'flex',
      justifyContent: 'space-between',
      gap: 12,
      padding: '12px 16px 4px',
      fontSize: 14,
      '& h3': { fontSize: 15, fontWeight: 600, lineHeight: '22px' },
    },
    '& dl': {
      display: 'grid',
      gridTemplateColumns: '1fr 3fr 1.2fr 1fr',
      gap: 12,
      margin: 0,
      padding: '0 16px 12px',
      '& dt': { ...theme.typography.caption, color: palette.text.secondary, fontWeight: 400 },
      '& dd': { overflow: 'hidden', textOverflow: 'ellipsis' },
      '& code': theme.typography.code,
    },
    '& footer': {
      display: 'flex',
      justifyContent: 'space-between',
      gap: 12,
      padding: '8px 16px',
      borderTop: `1px solid ${palette.divider}`,
      background: palette.background.subtle,
      color: palette.text.secondary,
      '& strong': { fontWeight: 600, color: palette.text.primary },
      '& .found': { display: 'inline-flex', alignItems: 'center', gap: 8 },
      '& code': { ...theme.typography.code, color: palette.text.primary },
    },
    '& a': {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 4,
      textDecoration: 'none',
      outline: 'none',
      '&::after': { content: '""', position: 'absolute', inset: 0 },
    },
    [theme.breakpoints.down('md')]: { '& dl': { gridTemplateColumns: '1fr 1fr' } },
  }
})

type HitCardProps = { user: UserSummary; found: ReactNode; to: To; state: object; now: Date }

/** One of several people, laid out so that they can be compared line by line. */
export function HitCard({ user, found, to, state, now }: HitCardProps) {
  const words = useWords(lookUpWords)
  const columns = useWords(columnWords)
  const { language } = useLanguage()
  return (
    <Card>
      <header>
        <h3>
          <Name user={user} />
        </h3>
        <StatusChip status={user.status} />
      </header>
      <dl>
        <div>
          <dt>{columns.username}</dt>
          <dd>
            <code>
              <Visible text={user.username ?? '—'} />
            </code>
          </dd>
        </div>
        <div>
          <dt>{columns.email}</dt>
          <dd>
            <Visible text={user.email ?? '—'} />
          </dd>
        </div>
        <div>
          <dt>{columns.department}</dt>
          <dd>
            <Visible text={user.department ?? '—'} />
          </dd>
        </div>
        <div>
          <dt>{columns.lastLogin}</dt>
          <dd>{dayWords(user.lastLogin, now, language)}</dd>
        </div>
      </dl>
      <footer>
        <span>{found}</span>
        <Link to={to} state={state} data-move="">
          {words.openUser}
          <ArrowRight size={14} strokeWidth={1.75} aria-hidden />
        </Link>
      </footer>
    </Card>
  )
}
