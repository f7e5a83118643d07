import { styled } from '@mui/material/styles'
import { useLanguage, useWords } from '#console/words/language.tsx'
import { type Named, namesOf } from './names.ts'
import { Visible } from './Visible.tsx'
import { textWords } from './words.ts'

const Other = styled('span')(({ theme }) => ({
  color: theme.vars.palette.text.secondary,
  fontWeight: 400,
}))

/**
 * A person's name with the other name beside it, or `alone`; without a name, the username or that there
 * is none.
 */
export function Name({ user, alone = false }: { user: Named; alone?: boolean }) {
  const words = useWords(textWords)
  const { language } = useLanguage()
  const { first, second } = namesOf(user, language)
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
