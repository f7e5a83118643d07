import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { announce } from '#console/frame/announce.tsx'
import { useWords } from '#console/words/language.tsx'
import type { UserIdType } from '#contract/user-id-type.ts'
import { type Asked, askedBy, hashFor } from './address.ts'
import { keepFound, keptFound } from './kept-found.ts'
import { lookUpQuery } from './queries.ts'
import { lookUpWords } from './words.tsx'

/** What an entry of the browser's history remembers about a lookup. */
type Remembered = { opened?: boolean; foundAs?: readonly UserIdType[] } | null

/** How the person who is open was found, as long as this entry of the history stands. */
function useFoundAs(userId: string | undefined): readonly UserIdType[] {
  const { key, state } = useLocation()
  const remembered: Remembered = state
  // What was kept belongs to the entry that the page was opened with, and to none that came later.
  const [first] = useState(() => ({ key, found: keptFound() }))
  const isFirst = first.key === key && first.found?.userId === userId
  const foundAs = remembered?.foundAs ?? (isFirst ? first.found?.foundAs : undefined) ?? nobody
  useEffect(() => keepFound(userId, foundAs), [userId, foundAs])
  return foundAs
}

const nobody: readonly UserIdType[] = []

/** Where a person stands in the address, what was asked kept behind it. */
export function addressOf(userId: string, search: string, asked: Asked | null): string {
  const hash = asked === null ? '' : hashFor(asked)
  return `/users/${encodeURIComponent(userId)}${search}${hash}`
}

/**
 * The lookup that the address asks for. The only hit of a complete answer opens by itself, once:
 * whoever comes back to the lookup finds it as it was.
 */
export function useLookUp(userId: string | undefined) {
  const words = useWords(lookUpWords)
  const navigate = useNavigate()
  const client = useQueryClient()
  const { pathname, search, hash, state } = useLocation()
  const remembered: Remembered = state
  const foundAs = useFoundAs(userId)
  const asked = askedBy(hash)
  const { data, error, isFetching, refetch } = useQuery(lookUpQuery(asked))

  const complete = data?.tried.every(({ outcome }) => outcome !== 'no_answer') === true
  const only = complete && data.hits.length === 1 ? data.hits[0] : undefined
  const opens = only !== undefined && userId === undefined && remembered?.opened !== true

  useEffect(() => {
    if (!opens || only === undefined) return
    void navigate(pathname + search + hash, { replace: true, state: { opened: true } })
    void navigate(addressOf(only.user.userId, search, askedBy(hash)), {
      state: { foundAs: only.foundAs },
    })
  }, [opens, only, navigate, pathname, search, hash])

  const found =
    data && (data.hits.length || (data.byName?.state === 'read' ? data.byName.totalCount : 0))
  useEffect(() => {
    if (found !== undefined) announce(words.announced(found))
  }, [found, words])

  return {
    asked,
    answer: data,
    problem: error,
    isLooking: isFetching,
    /** Results stand in the list, but not for somebody who is being opened or is open alone. */
    showsResults: data !== undefined && !opens && !(only !== undefined && userId !== undefined),
    foundAs,
    retry: () => void refetch(),
    ask: (next: Asked) => {
      // Asking again is a fresh question, also when the same one was answered before.
      void client.resetQueries({ queryKey: lookUpQuery(next).queryKey })
      void navigate({ pathname: '/users', search, hash: hashFor(next) })
    },
    /** Back to the list, the lookup kept as it was. */
    close: () => {
      const kept = askedBy(hash)
      void navigate(
        { pathname: '/users', search, hash: kept === null ? '' : hashFor(kept) },
        { state: { opened: true } },
      )
    },
    forget: () => void navigate({ pathname: '/users', search }),
  }
}
