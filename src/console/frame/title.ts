import { useEffect } from 'react'

/** Names the page in the window's title and the history: *Users · Leaver Desk*. */
export function useTitle(page: string): void {
  useEffect(() => {
    document.title = `${page} · Leaver Desk`
  }, [page])
}
