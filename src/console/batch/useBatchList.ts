import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import { pageSize } from '#contract/limits.ts'
import { batchesQuery, type Show } from './queries.ts'
import { addressOf, shownIn } from './shown.ts'

/** The list of batches that the address asks for, and how many there are in each. */
export function useBatchList() {
  const [search, setSearch] = useSearchParams()
  const { show, page } = shownIn(search)
  const all = useQuery(batchesQuery('all', show === 'all' ? page : 1))
  const waiting = useQuery(batchesQuery('to_approve', show === 'to_approve' ? page : 1))
  const list = show === 'all' ? all : waiting
  const { data, isPlaceholderData } = list
  const pages = Math.max(Math.ceil((data?.totalCount ?? 0) / pageSize), 1)
  const beyond = data !== undefined && !isPlaceholderData && page > pages
  useEffect(() => {
    // In place of the address that leads nowhere, so that Back does not lead there either.
    if (beyond) setSearch(addressOf({ show, page: pages }), { replace: true })
  }, [beyond, show, pages, setSearch])
  const counts: Record<Show, number | undefined> = {
    all: all.data?.totalCount,
    to_approve: waiting.data?.totalCount,
  }
  return {
    list,
    show,
    page,
    counts,
    go: (next: { show?: Show; page?: number }) => setSearch(addressOf({ show, page: 1, ...next })),
  }
}
