import { createContext, type ReactNode, use, useEffect, useState } from 'react'
import type { UserSummary } from '#contract/user.ts'
import { keepSelection, keptSelection } from './kept-selection.ts'
import { rangeOf } from './range.ts'

/** Who is selected, as they were shown when they were, and the ways to change it. */
export type Selection = {
  users: ReadonlyMap<string, UserSummary>
  /** One box was clicked; with Shift, everybody since the last click gets the same tick. */
  toggle: (shown: readonly UserSummary[], userId: string, shift: boolean) => void
  /** One more, from elsewhere than a list. */
  add: (user: UserSummary) => void
  remove: (user: UserSummary) => void
  /** The box above the page: everybody on it, or nobody of it. */
  togglePage: (shown: readonly UserSummary[]) => void
  clear: () => void
}

const SelectionContext = createContext<Selection | null>(null)

/** Keeps the selection while somebody pages, searches or looks at another screen. */
export function SelectionProvider({ children }: { children: ReactNode }) {
  const [users, setUsers] = useState(keptSelection)
  const [last, setLast] = useState<string | null>(null)
  useEffect(() => {
    // Not at each click of many in a row.
    const timer = setTimeout(() => keepSelection(users), 200)
    return () => clearTimeout(timer)
  }, [users])

  const change = (some: readonly UserSummary[], tick: boolean) => {
    const next = new Map(users)
    for (const user of some) {
      if (tick) next.set(user.userId, user)
      else next.delete(user.userId)
    }
    setUsers(next)
  }
  const selection: Selection = {
    users,
    toggle: (shown, userId, shift) => {
      const ids = shown.map((user) => user.userId)
      const taken = new Set(shift ? rangeOf(ids, last, userId) : [userId])
      change(
        shown.filter((user) => taken.has(user.userId)),
        !users.has(userId),
      )
      setLast(userId)
    },
    add: (user) => change([user], true),
    remove: (user) => change([user], false),
    togglePage: (shown) => change(shown, !shown.every((user) => users.has(user.userId))),
    clear: () => {
      setUsers(new Map())
      setLast(null)
    },
  }
  return <SelectionContext value={selection}>{children}</SelectionContext>
}

/** The selection of this desk. */
export function useSelection(): Selection {
  const selection = use(SelectionContext)
  if (selection === null) throw new Error('Nothing keeps the selection here.')
  return selection
}
