import { styled } from '@mui/material/styles'
import { useWords } from '#console/words/language.tsx'
import { Visible } from './Visible.tsx'
import { textWords } from './words.ts'

const Other = styled('span')(({ theme }) => ({
  color: theme.vars.palette.text.secondary,
  fontWeight: 400,
}))

type Named = { name: string | null; otherName: string | null; username: string | null }

/** A person's name with the other name beside it; without a name, the username or that there is none. */
export function Name({ user }: { user: Named }) {
  const words = useWords(textWords)
  const first = user.name ?? user.username
  return (
    <>
      {first === null ? words.noName : <Visible text={first} />}
      {user.otherName !== null && (
        <>
          {' '}
          <Other>
            <Visible text={user.otherName} />
          </Other>
        </>
      )}
    </>
  )
}
