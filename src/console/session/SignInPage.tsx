import { styled } from '@mui/material/styles'
import LogIn from 'lucide-react/icons/log-in'
import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { problemWords } from '#console/call/words.ts'
import { ButtonLink } from '#console/frame/Button.tsx'
import { Logo } from '#console/frame/Logo.tsx'
import { PoolChip } from '#console/frame/PoolChip.tsx'
import { LanguageSwitch, ThemeSwitch } from '#console/frame/preferences.tsx'
import { useTitle } from '#console/frame/title.ts'
import { Banner } from '#console/state/Banner.tsx'
import { useWords } from '#console/words/language.tsx'
import type { About } from '#contract/session.ts'
import { keepAddress, returnPath } from './kept-address.ts'
import { sessionWords } from './words.ts'

const Page = styled('main')(({ theme }) => ({
  minHeight: '100%',
  display: 'grid',
  alignContent: 'center',
  justifyItems: 'center',
  padding: 24,
  '& > div': { width: '100%', maxWidth: 390, display: 'grid', gap: 24 },
  '& h1 + p': { ...theme.typography.body1, color: theme.vars.palette.text.secondary, marginTop: 4 },
}))

const Aside = styled('div')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  flexWrap: 'wrap',
  gap: 12,
  color: theme.vars.palette.text.secondary,
  '& p': { flex: '1 1 200px' },
}))

/** The way in. Stands at `/sign-in`, and in place of any page while nobody is signed in. */
export function SignInPage({ pool }: { pool: About['pool'] }) {
  const words = useWords(sessionWords)
  const sentences: Record<string, string> = useWords(problemWords).sentences
  const location = useLocation()
  const atSignIn = location.pathname === '/sign-in'
  const problem = new URLSearchParams(atSignIn ? location.search : '').get('problem')
  useTitle(words.signIn)
  useEffect(() => {
    if (!atSignIn) keepAddress(location)
  }, [atSignIn, location])
  const back = atSignIn ? returnPath() : location.pathname + location.search
  return (
    <Page>
      <div>
        <Logo />
        <div>
          <h1>{words.signIn}</h1>
          <p>{pool.sandbox ? words.signInSandbox : words.signInHere}</p>
        </div>
        {problem !== null && (
          <Banner tone="error">{sentences[problem] ?? sentences.sign_in_failed}</Banner>
        )}
        <ButtonLink
          variant="contained"
          reloadDocument
          to={`/auth/sign-in?return=${encodeURIComponent(back)}`}
        >
          <LogIn size={16} strokeWidth={1.75} aria-hidden />
          {words.signIn}
        </ButtonLink>
        <Aside>
          <PoolChip pool={pool} />
          {pool.sandbox && <p>{words.invented}</p>}
        </Aside>
        <Aside>
          <LanguageSwitch />
          <ThemeSwitch named />
        </Aside>
      </div>
    </Page>
  )
}
