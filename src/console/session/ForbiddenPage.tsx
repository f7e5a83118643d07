import { styled } from '@mui/material/styles'
import Lock from 'lucide-react/icons/lock'
import { Logo } from '#console/frame/Logo.tsx'
import { useTitle } from '#console/frame/title.ts'
import { Empty } from '#console/state/Empty.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useWords } from '#console/words/language.tsx'
import { forbiddenWords } from './forbidden-words.tsx'
import { SignOutButton } from './SignOutButton.tsx'

const Page = styled('main')({ padding: 24, display: 'grid', gap: 32 })

type ForbiddenPageProps = { person: { name: string; email: string | null } }

/** Signed in, but without a role: who they are here, and whom to ask. */
export function ForbiddenPage({ person }: ForbiddenPageProps) {
  const words = useWords(forbiddenWords)
  useTitle(words.forbidden)
  return (
    <Page>
      <Logo />
      <Empty
        icon={Lock}
        what={words.forbidden}
        why={words.whomToAsk(<Visible text={person.email ?? person.name} />)}
      >
        <SignOutButton />
      </Empty>
    </Page>
  )
}
