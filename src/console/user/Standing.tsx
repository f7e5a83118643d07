import { styled } from '@mui/material/styles'
import Shield from 'lucide-react/icons/shield'
import UserX from 'lucide-react/icons/user-x'
import type { ReactNode } from 'react'
import type { Still } from '#console/session/session.tsx'
import { Banner } from '#console/state/Banner.tsx'
import { readOnlyWords } from '#console/text/read-only-words.ts'
import { Visible } from '#console/text/Visible.tsx'
import { useLanguage, useWords } from '#console/words/language.tsx'
import { minuteWords } from '#console/words/when.ts'
import type { User } from '#contract/user.ts'
import { userWords } from './words.tsx'

const Quiet = styled('p')(({ theme }) => ({ color: theme.vars.palette.text.secondary }))

function resignedWords(
  user: User,
  words: (typeof userWords)['en'],
  when: (at: string) => string,
): ReactNode {
  const entry = user.history.find(
    ({ action, outcome }) => action === 'resignUser' && outcome === 'done',
  )
  if (entry === undefined) {
    return words.resignedElsewhere(user.statusChangedAt && when(user.statusChangedAt))
  }
  return (
    <>
      {entry.who === null
        ? words.resigned
        : words.resignedBy(when(entry.at), <Visible text={entry.who} />)}
      {entry.reason !== null && words.because(<Visible text={entry.reason} />)}
    </>
  )
}

type StandingProps = {
  user: User
  /** Whether the reader's role is enough to act. */
  mayAct: boolean
  /** Why nobody's is: nothing is sent to GenAuth. */
  still: Still | null
  now: Date
}

/** Why the actions on a user are fewer than usual, or absent. */
export function Standing({ user, mayAct, still, now }: StandingProps) {
  const words = useWords(userWords)
  const nothingSent = useWords(readOnlyWords)
  const { language } = useLanguage()
  return (
    <>
      {user.summary.status === 'Resigned' && (
        <Banner tone="grey" icon={UserX}>
          {resignedWords(user, words, (at) => minuteWords(at, now, language))}
        </Banner>
      )}
      {user.handsOff !== null && (
        <Banner tone="grey" icon={Shield}>
          {words[user.handsOff]}
        </Banner>
      )}
      {!mayAct && <Quiet>{words.viewer}</Quiet>}
      {mayAct && still !== null && <Quiet>{nothingSent[still]}</Quiet>}
    </>
  )
}
