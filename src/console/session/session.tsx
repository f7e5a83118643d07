import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use } from 'react'
import { call } from '#console/call/call.ts'
import type { Problem } from '#console/call/problem.ts'
import type { Role } from '#contract/role.ts'
import type { About, SessionTimes } from '#contract/session.ts'
import { arrive, keep } from './kept.ts'
import { cameBack } from './kept-address.ts'
import { type Notice, nextAskMs, noticeOf, type Times } from './times.ts'

type Here = Omit<About, 'session'>

/** Somebody who is signed in and has a role. */
export type Desk = Omit<Here, 'person'> & {
  person: { personId: string; name: string; email: string | null; role: Role }
}

/** What was last learned. Whoever was here stays on the page although their session has ended. */
type Known = { here: Here; times: Times | null; hasEnded: boolean }

/** Who is signed in. Asking it is no sign of life, so a page that nobody touches lets the session end. */
const aboutQuery = queryOptions({
  queryKey: ['whoAmI'],
  queryFn: async ({ signal, client }): Promise<Known> => {
    const askedAt = Date.now()
    const { session, ...here } = await call('whoAmI', {}, { signal })
    return learned(client, here, session && { left: session, askedAt })
  },
  staleTime: Number.POSITIVE_INFINITY,
  networkMode: 'always',
})

function learned(client: QueryClient, here: Here, times: Times | null): Known | Promise<Known> {
  const before = client.getQueryData(aboutQuery.queryKey)
  if (here.person === null) {
    return before?.here.person ? { ...before, hasEnded: true } : { here, times, hasEnded: false }
  }
  const isOther = arrive(here.person.personId)
  keep('address', null)
  if (isOther && (before || cameBack())) {
    // What somebody else looked at is not for those who came after them: the page goes, and shows nothing more.
    location.replace('/users')
    return new Promise(() => undefined)
  }
  if (before?.hasEnded === true) {
    // Signed in again in another tab: what failed meanwhile is asked anew.
    const predicate = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] !== 'whoAmI'
    void client.invalidateQueries({ predicate })
  }
  return { here, times, hasEnded: false }
}

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

/** Why nothing is sent to GenAuth: as it was set up, or because somebody stopped everything. */
export type Still = 'readOnly' | 'stopped'

/** Whether, and why, nobody may act now; null: acts are open to whoever has the role. */
export function useStill(): Still | null {
  const { readOnly, stopped } = useDesk()
  if (readOnly) return 'readOnly'
  return stopped === null ? null : 'stopped'
}

/** The state of the session for the outermost component, which keeps asking for it. */
export function useSession(): {
  about: Here | undefined
  problem: Problem | null
  retry: () => void
} {
  const { data, error, refetch } = useQuery({
    ...aboutQuery,
    select: ({ here }) => here,
    refetchInterval: ({ state: { data } }) =>
      nextAskMs(data === undefined || data.hasEnded ? null : data.times, Date.now()),
    refetchOnWindowFocus: 'always',
  })
  return { about: data, problem: error, retry: () => void refetch() }
}

/** How long the session lasts, as last told; null: not known. */
export function useTimes(): Times | null {
  return useQuery({ ...aboutQuery, select: ({ times }) => times }).data ?? null
}

/** What there is to say about the session's end; `ended`: it is over. */
export function useEnd(): Notice | 'ended' | null {
  const said = ({ times, hasEnded }: Known) => {
    if (hasEnded) return 'ended'
    return times && noticeOf(times)
  }
  return useQuery({ ...aboutQuery, select: said }).data ?? null
}

/** Takes in what the proxy answered to a sign of life. */
export function useLearnTimes(): (left: SessionTimes, askedAt: number) => void {
  const client = useQueryClient()
  return (left, askedAt) =>
    client.setQueryData(
      aboutQuery.queryKey,
      (known) => known && { ...known, times: { left, askedAt } },
    )
}

/** Takes in what the proxy answered to whoever turned the switch that stops everything. */
export function useLearnStopped(): (stopped: About['stopped']) => void {
  const client = useQueryClient()
  return (stopped) =>
    client.setQueryData(
      aboutQuery.queryKey,
      (known) => known && { ...known, here: { ...known.here, stopped } },
    )
}

/**
 * To be told every problem: a session that has ended leaves the page as it is and asks to sign in again;
 * what the proxy decides otherwise than this page thought is learned at once.
 */
export function noticeRefusal(client: QueryClient, { code }: Problem): void {
  const { queryKey } = aboutQuery
  if (code === 'sign_in_required') {
    client.setQueryData(
      queryKey,
      (known) => known && { ...known, hasEnded: known.here.person !== null },
    )
  } else if (told.has(code)) void client.invalidateQueries({ queryKey })
}

/** Refusals that follow from something that whoAmI tells. */
const told: ReadonlySet<Problem['code']> = new Set([
  'fresh_sign_in_required',
  'no_role',
  'role_required',
  'read_only',
])
