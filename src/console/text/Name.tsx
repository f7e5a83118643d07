import { styled } from '@mui/material/styles'
import { type Language, useLanguage, useWords } from '#console/words/language.tsx'
import { Visible } from './Visible.tsx'
import { textWords } from './words.ts'

const Other = styled('span')(({ theme }) => ({
  color: theme.vars.palette.text.secondary,
  fontWeight: 400,
}))

type Named = { name: string | null; otherName: string | null; username: string | null }

const han = /\p{Script=Han}/u

/** Which of two names stands first: the Chinese one for those who read Chinese. */
function inOrder({ name, otherName, username }: Named, language: Language) {
  if (language === 'zh' && name !== null && otherName !== null) {
    if (han.test(otherName) && !han.test(name)) return { first: otherName, second: name }
  }
  return { first: name ?? username, second: otherName }
}

/**
 * A person's name with the other name beside it, or `alone`; without a name, the username or that there
 * is none.
 */
export function Name({ user, alone = false }: { user: Named; alone?: boolean }) {
  const words = useWords(textWords)
  const { language } = useLanguage()
  const { first, second } = inOrder(user, language)
  return (
    <>
      {first === null ? words.noName : <Visible text={first} />}
      {second !== null && !alone && (
        <>
          {' '}
          <Other>
            <Visible text={second} />
          </Other>
        </>
      )}
    </>
  )
}
