import useMediaQuery from '@mui/material/useMediaQuery'
import { mayBeReactivated, mayBeResigned, mayBeSuspended, sessionsOf } from '#console/act/may.ts'
import { activeSessionWords } from '#console/active-session/words.tsx'
import { deletionWords } from '#console/deletion/words.tsx'
import { announce } from '#console/frame/announce.tsx'
import { Button } from '#console/frame/Button.tsx'
import { resignationWords } from '#console/resignation/words.tsx'
import { useSelection } from '#console/selection/selection.tsx'
import { selectionWords } from '#console/selection/words.ts'
import { suspensionWords } from '#console/suspension/words.tsx'
import { userWords } from '#console/user/words.tsx'
import { useWords } from '#console/words/language.tsx'
import type { User } from '#contract/user.ts'
import type { AccountAct } from './question.ts'
import { type MenuAct, UserMenu } from './UserMenu.tsx'

type UserActsProps = {
  user: User
  /** Something of the preview is missing and nobody has said to go on without it. */
  closed: boolean
  onAsk: (action: AccountAct) => void
}

const showAccess = () => document.getElementById('access')?.focus()

/** What may be done to the account, as its status allows; what is closed leads to what opens it. */
export function UserActs({ user, closed, onAsk }: UserActsProps) {
  const words = useWords(userWords)
  const suspension = useWords(suspensionWords)
  const resignation = useWords(resignationWords)
  const deletion = useWords(deletionWords)
  const sessions = useWords(activeSessionWords)
  const addToBatch = useAddToBatch(user)
  const { status } = user.summary
  const why = closed ? words.closed : null
  const opener = (action: AccountAct, label: string) => (
    <Button
      data-asks={action}
      aria-disabled={closed}
      title={why ?? undefined}
      onClick={closed ? showAccess : () => onAsk(action)}
    >
      {label}
    </Button>
  )
  if (!mayBeResigned(status)) return opener('deleteUser', deletion.open)

  const active = sessionsOf(user.access)
  const inMenu: MenuAct[] = [
    {
      label: deletion.open,
      closed: why,
      onPick: closed ? showAccess : () => onAsk('deleteUser'),
    },
    ...addToBatch,
  ]
  if (active !== 0) {
    inMenu.unshift({
      label: sessions.open,
      closed: active === null ? sessions.closed : null,
      onPick: active === null ? showAccess : () => onAsk('endSessions'),
    })
  }
  return (
    <>
      {mayBeSuspended(status) && (
        <Button data-asks="suspendUser" onClick={() => onAsk('suspendUser')}>
          {suspension.suspend}
        </Button>
      )}
      {mayBeReactivated(status) && (
        <Button data-asks="reactivateUser" onClick={() => onAsk('reactivateUser')}>
          {suspension.reactivate}
        </Button>
      )}
      {opener('resignUser', resignation.open)}
      <UserMenu acts={inMenu} />
    </>
  )
}

/** *Add to batch*, or that the user is in the selection already; nothing where there is no selection. */
function useAddToBatch({ summary }: User): MenuAct[] {
  const words = useWords(selectionWords)
  const { users, add } = useSelection()
  const hasRoom = useMediaQuery('(min-width: 900px)', { noSsr: true })
  if (!hasRoom) return []
  if (users.has(summary.userId)) {
    const why = words.isInWhy(users.size)
    return [{ label: words.isIn, closed: why, onPick: () => announce(why) }]
  }
  const name = summary.name ?? summary.username ?? summary.userId
  return [
    {
      label: words.add,
      closed: null,
      onPick: () => {
        add(summary)
        announce(words.added(name, users.size + 1))
      },
    },
  ]
}
