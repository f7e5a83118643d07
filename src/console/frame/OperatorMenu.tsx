import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { styled } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { keptReason } from '#console/dialog/kept-reason.ts'
import { OwnSessionsDialog } from '#console/own-session/OwnSessionsDialog.tsx'
import { ownSessionWords } from '#console/own-session/words.tsx'
import { useDesk } from '#console/session/session.tsx'
import { signOut } from '#console/session/sign-out.ts'
import { sessionWords } from '#console/session/words.ts'
import { AllowDialog, StopDialog } from '#console/stop/SwitchDialog.tsx'
import { SwitchItem, useSwitchQuestion } from '#console/stop/SwitchItem.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useWords } from '#console/words/language.tsx'
import { useNextTheme, useOtherLanguage } from './preferences.tsx'

const Who = styled('li')(({ theme }) => ({
  padding: '8px 16px',
  minWidth: 200,
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  '& p': { color: theme.vars.palette.text.secondary, fontSize: 12 },
}))

/** Dialogs that the menu leads to. */
type Question = 'sessions' | 'stop' | 'allow'

/** Who is signed in, and the way out; on a narrow screen also language and theme. */
export function OperatorMenu({ anchor, onClose }: { anchor: HTMLElement; onClose: () => void }) {
  const words = useWords(sessionWords)
  const { title: yourSessions } = useWords(ownSessionWords)
  const { person } = useDesk()
  const otherLanguage = useOtherLanguage()
  const nextTheme = useNextTheme()
  // There the bar has no room for language and theme.
  const narrow = useMediaQuery('(max-width: 899.95px)', { noSsr: true })
  const leaving = useMutation({ mutationFn: signOut })
  const switchQuestion = useSwitchQuestion()
  const [isAskedBefore] = useState(() => switchQuestion === 'stop' && keptReason('stop') !== null)
  const [shown, setShown] = useState<'menu' | 'nothing' | Question>(
    isAskedBefore ? 'nothing' : 'menu',
  )
  useEffect(() => {
    if (!isAskedBefore) return
    // Nobody pressed it: the focus stands there first, so that the dialog gives it back there.
    anchor.focus()
    setShown('stop')
  }, [isAskedBefore, anchor])
  const ask = (question: Question) => {
    // Closed first: the focus stands on the button again, and the dialog gives it back there.
    flushSync(() => setShown('nothing'))
    setShown(question)
  }
  if (shown === 'sessions') return <OwnSessionsDialog onClose={onClose} />
  if (shown === 'stop') return <StopDialog onClose={onClose} />
  if (shown === 'allow') return <AllowDialog onClose={onClose} />
  return (
    <Menu open={shown === 'menu'} anchorEl={anchor} onClose={onClose} transitionDuration={0}>
      <Who role="none">
        <strong>
          <Visible text={person.name} />
        </strong>
        {person.email !== null && (
          <p>
            <Visible text={person.email} />
          </p>
        )}
        <p>{words.role[person.role]}</p>
      </Who>
      {narrow && (
        <MenuItem lang={otherLanguage.lang} onClick={otherLanguage.choose}>
          {otherLanguage.label}
        </MenuItem>
      )}
      {narrow && <MenuItem onClick={nextTheme.choose}>{nextTheme.label}</MenuItem>}
      {switchQuestion !== null && (
        <SwitchItem question={switchQuestion} onClick={() => ask(switchQuestion)} />
      )}
      <MenuItem onClick={() => ask('sessions')}>{yourSessions}</MenuItem>
      <MenuItem onClick={() => leaving.mutate()} disabled={leaving.isPending}>
        {leaving.isError ? words.notSignedOut : words.signOut}
      </MenuItem>
    </Menu>
  )
}
