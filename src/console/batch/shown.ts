import type { Show } from './queries.ts'

/** Which list of batches is looked at, and which page of it. */
export type Shown = { show: Show; page: number }

/** What the address says; all batches, and the first page, for whatever says nothing. */
export function shownIn(search: URLSearchParams): Shown {
  const page = Number(search.get('page'))
  return {
    show: search.get('only') === 'to_approve' ? 'to_approve' : 'all',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  }
}

/** The same as an address says it. */
export function addressOf({ show, page }: Shown): Record<string, string> {
  return { ...(show !== 'all' && { only: show }), ...(page > 1 && { page: String(page) }) }
}
