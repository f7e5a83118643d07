import { useMutation } from '@tanstack/react-query'
import { Button } from '#console/frame/Button.tsx'
import { useWords } from '#console/words/language.tsx'
import { signOut } from './sign-out.ts'
import { sessionWords } from './words.ts'

/** Ends the session. */
export function SignOutButton() {
  const words = useWords(sessionWords)
  const leaving = useMutation({ mutationFn: signOut })
  return (
    <>
      <Button onClick={() => leaving.mutate()} disabled={leaving.isPending}>
        {words.signOut}
      </Button>
      {leaving.isError && <p role="alert">{words.notSignedOut}</p>}
    </>
  )
}
