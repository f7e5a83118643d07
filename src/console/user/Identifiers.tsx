import { styled } from '@mui/material/styles'
import { Id } from '#console/text/Id.tsx'
import { kindWords } from '#console/text/kind-words.ts'
import { useWords } from '#console/words/language.tsx'
import type { UserSummary } from '#contract/user.ts'
import { userWords } from './words.tsx'

const List = styled('dl')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'max-content minmax(0, 1fr) max-content minmax(0, 1fr)',
  columnGap: 20,
  rowGap: 0,
  margin: 0,
  '& > div': {
    display: 'grid',
    gridTemplateColumns: 'subgrid',
    gridColumn: 'span 4',
    alignItems: 'center',
    minHeight: 23,
  },
  '& > .half': { gridColumn: 'span 2' },
  '& dt, & .none': { color: theme.vars.palette.text.secondary },
  '& dd': { minWidth: 0, overflow: 'hidden' },
  '& > div:not(.half) dd': { gridColumn: '2 / -1' },
  [theme.breakpoints.down('md')]: {
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    '& > div, & > .half': {
      gridColumn: 'span 2',
      minHeight: 40,
      borderBottom: `1px solid ${theme.vars.palette.divider}`,
    },
    '& dd > span': { display: 'flex', justifyContent: 'space-between' },
  },
}))

/** Every id of a user, whole and ready to copy. */
export function Identifiers({ user }: { user: UserSummary }) {
  const { label } = useWords(kindWords)
  const words = useWords(userWords)
  const { userId, email, username, externalId, phone, phoneCountryCode } = user
  const ids = [
    { kind: 'user_id', value: userId, half: false },
    { kind: 'email', value: email, half: false },
    { kind: 'username', value: username, half: true },
    { kind: 'external_id', value: externalId, half: true },
    {
      kind: 'phone',
      value: phone === null ? null : [phoneCountryCode, phone].filter(Boolean).join(' '),
      half: false,
    },
  ] as const
  return (
    <List>
      {ids.map(({ kind, value, half }) => (
        <div key={kind} className={half ? 'half' : undefined}>
          <dt>{label[kind]}</dt>
          <dd>
            {value === null || value === '' ? (
              <span className="none">{words.none}</span>
            ) : (
              <Id value={value} what={label[kind]} wraps={kind !== 'user_id'} />
            )}
          </dd>
        </div>
      ))}
    </List>
  )
}
