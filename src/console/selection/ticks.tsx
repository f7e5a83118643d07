import { Tick } from '#console/table/Tick.tsx'
import { useWords } from '#console/words/language.tsx'
import type { UserSummary } from '#contract/user.ts'
import { useSelection } from './selection.tsx'
import { selectionWords } from './words.ts'

/** The box of one person; with Shift, of everybody since the last one. */
export function UserTick({ user, shown }: { user: UserSummary; shown: readonly UserSummary[] }) {
  const words = useWords(selectionWords)
  const { users, toggle } = useSelection()
  return (
    <Tick
      type="checkbox"
      aria-label={words.select(user.name ?? user.username ?? user.userId)}
      checked={users.has(user.userId)}
      onChange={({ nativeEvent }) =>
        toggle(shown, user.userId, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
      }
    />
  )
}

/** The box above a page: everybody on it, or nobody of it. */
export function PageTick({ shown }: { shown: readonly UserSummary[] }) {
  const words = useWords(selectionWords)
  const { users, togglePage } = useSelection()
  const here = shown.filter((user) => users.has(user.userId)).length
  return (
    <Tick
      type="checkbox"
      aria-label={words.selectPage}
      checked={shown.length > 0 && here === shown.length}
      ref={(box) => {
        if (box !== null) box.indeterminate = here > 0 && here < shown.length
      }}
      onChange={() => togglePage(shown)}
    />
  )
}
