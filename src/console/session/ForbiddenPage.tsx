import { styled } from '@mui/material/styles'
import Lock from 'lucide-react/icons/lock'
import { Logo } from '#console/frame/Logo.tsx'
import { useTitle } from '#console/frame/title.ts'
import { Empty } from '#console/state/Empty.tsx'
import { useWords } from '#console/words/language.tsx'
import { SignOutButton } from './SignOutButton.tsx'
import { sessionWords } from './words.ts'

const Page = styled('main')({ padding: 24, display: 'grid', gap: 32 })

/** Signed in, but without a role. */
export function ForbiddenPage() {
  const words = useWords(sessionWords)
  useTitle(words.forbidden)
  return (
    <Page>
      <Logo />
      <Empty icon={Lock} what={words.forbidden} why={words.askForRole}>
        <SignOutButton />
      </Empty>
    </Page>
  )
}
