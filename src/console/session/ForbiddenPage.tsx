import { styled } from '@mui/material/styles'
import Lock from 'lucide-react/icons/lock'
import { Logo } from '#console/frame/Logo.tsx'
import { LanguageSwitch, ThemeSwitch } from '#console/frame/preferences.tsx'
import { useTitle } from '#console/frame/title.ts'
import { Visible } from '#console/text/Visible.tsx'
import { useWords } from '#console/words/language.tsx'
import { forbiddenWords } from './forbidden-words.tsx'
import { SignOutButton } from './SignOutButton.tsx'

const Page = styled('main')(({ theme }) => ({
  padding: 24,
  display: 'grid',
  gap: 32,
  justifyItems: 'start',
  '& > .what': { display: 'grid', gap: 8, justifyItems: 'start' },
  '& h1': { ...theme.typography.h3 },
  '& p, & > .what > svg': { color: theme.vars.palette.text.secondary },
  '& > .switches': { display: 'flex', alignItems: 'center', gap: 12 },
}))

type ForbiddenPageProps = { person: { name: string; email: string | null } }

/** Signed in, but without a role: who they are here, and whom to ask. */
export function ForbiddenPage({ person }: ForbiddenPageProps) {
  const words = useWords(forbiddenWords)
  useTitle(words.forbidden)
  return (
    <Page>
      <Logo />
      <div className="what">
        <Lock size={22} strokeWidth={1.75} aria-hidden />
        <h1>{words.forbidden}</h1>
        <p>{words.whomToAsk(<Visible text={person.email ?? person.name} />)}</p>
        <SignOutButton />
      </div>
      <div className="switches">
        <LanguageSwitch />
        <ThemeSwitch named />
      </div>
    </Page>
  )
}
