import { styled } from '@mui/material/styles'
import { Name } from '#console/text/Name.tsx'
import { type Named, namesOf } from '#console/text/names.ts'
import { Visible } from '#console/text/Visible.tsx'
import { useLanguage } from '#console/words/language.tsx'

const Lines = styled('span')(({ theme }) => ({
  display: 'block',
  '& > span': {
    display: 'block',
    lineHeight: '16px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  '& > .username': { ...theme.typography.code, fontWeight: 400, lineHeight: '16px' },
}))

/** A person's names, and below them the username: two people of one name differ by it. */
export function TwoNames({ user }: { user: Named }) {
  const { language } = useLanguage()
  const { first, second } = namesOf(user, language)
  const { username } = user
  const hasName = user.name !== null || user.otherName !== null
  const said = hasName ? [first, second, username] : [username]
  return (
    <Lines title={said.flatMap((name) => name ?? []).join(' ')}>
      <span>
        <Name user={user} />
      </span>
      {hasName && username !== null && (
        <span className="username">
          <Visible text={username} />
        </span>
      )}
    </Lines>
  )
}
