import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '#console/call/call.ts'
import type { DirectoryRequest } from '#contract/user.ts'
import { type UserStatus, userStatuses } from '#contract/user-id-type.ts'

/** What GenAuth can sort by. */
export type SortField = NonNullable<DirectoryRequest['sort']>

/** What of the directory is shown; it stands in the address. */
export type DirectoryView = {
  status: UserStatus | null
  sort: SortField
  descending: boolean
  page: number
}

const sortable = {
  username: true,
  email: true,
  status: true,
  lastLogin: true,
  createdAt: true,
} satisfies Record<SortField, true>

/** Narrows any word to something GenAuth can sort by. */
export function isSortField(word: string | null): word is SortField {
  return word !== null && Object.hasOwn(sortable, word)
}

/** Reads an address; what it lacks or misspells is the beginning: everybody, by username, page 1. */
export function viewOf(search: URLSearchParams): DirectoryView {
  const status = search.get('status')
  const sort = search.get('sort')
  const page = Number(search.get('page'))
  return {
    status: userStatuses.find((known) => known === status) ?? null,
    sort: isSortField(sort) ? sort : 'username',
    descending: search.get('order') === 'desc',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  }
}

/** Writes a view as the query of an address, without what is the beginning anyway. */
export function searchOf({ status, sort, descending, page }: DirectoryView): string {
  const search = new URLSearchParams()
  if (status !== null) search.set('status', status)
  if (sort !== 'username') search.set('sort', sort)
  if (descending) search.set('order', 'desc')
  if (page > 1) search.set('page', String(page))
  return search.size === 0 ? '' : `?${search}`
}

/** One page of the directory, or of the keyword search over it. The page before stays until it is there. */
export function directoryQuery(view: DirectoryView, keywords: string | null) {
  const { status, sort, descending, page } = view
  return queryOptions({
    queryKey: ['listUsers', view, keywords],
    queryFn: ({ signal }) =>
      call(
        'listUsers',
        {
          body: {
            sort,
            descending,
            page,
            ...(status !== null && { status }),
            ...(keywords !== null && { keywords }),
          },
        },
        { signal },
      ),
    placeholderData: keepPreviousData,
  })
}
