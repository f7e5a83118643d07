import { type QueryClient, queryOptions, skipToken, useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, use } from 'react'
import { call } from '#console/call/call.ts'
import type { Problem } from '#console/call/problem.ts'
import type { Role } from '#contract/role.ts'
import type { About } from '#contract/session.ts'

/** Somebody who is signed in and has a role. */
export type Desk = Omit<About, 'person'> & {
  person: { name: string; email: string | null; role: Role }
}

/** Who is signed in; asked for once, and forgotten when the proxy says that the session has ended. */
const aboutQuery = queryOptions({
  queryKey: ['whoAmI'],
  queryFn: ({ signal }) => call('whoAmI', {}, { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})

const endedKey = ['sessionEnded'] as const

const DeskContext = createContext<Desk | null>(null)

/** Tells every page below who sits at the desk. */
export function DeskProvider({ desk, children }: { desk: Desk; children: ReactNode }) {
  return <DeskContext value={desk}>{children}</DeskContext>
}

/** Who sits at the desk. Only pages below the sign-in may ask. */
export function useDesk(): Desk {
  const desk = use(DeskContext)
  if (desk === null) throw new Error('Nobody sits at the desk.')
  return desk
}

const rank: Record<Role, number> = { viewer: 0, operator: 1, approver: 2 }

/** Whether the person at the desk may do what needs `role`. */
export function useMay(role: Role): boolean {
  return rank[useDesk().person.role] >= rank[role]
}

/** The state of the session for the outermost component. */
export function useSession(): {
  about: About | undefined
  /** Somebody was signed in on this page, and is no more. */
  hasEnded: boolean
  problem: Problem | null
  retry: () => void
} {
  const hasEnded = useQuery<boolean>({ queryKey: endedKey, queryFn: skipToken }).data === true
  const { data, error, refetch } = useQuery(aboutQuery)
  return { about: data, hasEnded, problem: error, retry: () => void refetch() }
}

/** To be told every problem: a session that has ended brings the sign-in page, the address kept. */
export function noticeEndOfSession(client: QueryClient, problem: Problem): void {
  if (problem.code !== 'sign_in_required') return
  client.setQueryData(endedKey, true)
  client.setQueryData(aboutQuery.queryKey, (about) => about && { ...about, person: null })
}
