import { useQueryClient } from '@tanstack/react-query'
import LogIn from 'lucide-react/icons/log-in'
import { useId, useState } from 'react'
import { useLocation } from 'react-router'
import { wasSeenRunning } from '#console/batch/queries.ts'
import { DialogFoot, Head, Middle } from '#console/dialog/frame.tsx'
import { ButtonLink } from '#console/frame/Button.tsx'
import { keepAddress, signInPath } from '#console/session/kept-address.ts'
import { sessionWords } from '#console/session/words.ts'
import { useWords } from '#console/words/language.tsx'
import { Over } from './Over.ts'
import { sessionEndWords } from './words.ts'

/** A link takes no `autoFocus`. */
function focus(link: HTMLAnchorElement | null) {
  link?.focus()
}

/** The session has ended: the page stays in sight behind it, and the only way on is to sign in. */
export function SignInAgain() {
  const words = useWords(sessionEndWords)
  const { signIn } = useWords(sessionWords)
  const titleId = useId()
  const aboutId = useId()
  const address = useLocation()
  // As it was seen last: a draft that nobody started does not run on.
  const client = useQueryClient()
  const [runsOn] = useState(() => wasSeenRunning(client, address.pathname))
  return (
    <Over
      open
      role="alertdialog"
      aria-labelledby={titleId}
      aria-describedby={aboutId}
      transitionDuration={{ enter: 160, exit: 0 }}
    >
      <Head>
        <h2 id={titleId}>{runsOn ? words.batchRunsOn : words.ended}</h2>
      </Head>
      <Middle>
        <p id={aboutId}>{runsOn ? words.endedMeanwhile : words.typedStays}</p>
      </Middle>
      <DialogFoot>
        <ButtonLink
          variant="contained"
          reloadDocument
          ref={focus}
          to={signInPath(address)}
          onClick={() => keepAddress(address)}
        >
          <LogIn size={16} strokeWidth={1.75} aria-hidden />
          {signIn}
        </ButtonLink>
      </DialogFoot>
    </Over>
  )
}
